/**
 * Names of a dossier among the guessed ones: what a dossier knows is a name of its kind, whatever the namer made of it. A guess that holds a
 * known name within itself stays: it is the longer name.
 */
import type { KnownName } from '../dossier-names/known-name.ts'
import type { Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { FEMN, MASC } from '../words/grammar.ts'
import type { NameSpan } from './name-span.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { isCommonWord } from './taken.ts'

export interface NamedSpan extends LabelledSpan {
  /** The dossier's name that stands here, or null for a guess. */
  readonly known: KnownName | null
}

/** `spans`, `known`: sorted by first token. All spans, sorted by first token, the longer first. */
export function takeKnown(spans: readonly LabelledSpan[], known: readonly KnownName[], tokens: Tokens): NamedSpan[] {
  if (known.length === 0) return spans.map(span => ({ ...span, known: null }))
  const dropped = new Set<LabelledSpan>()
  const taken: NamedSpan[] = []
  let first = 0
  for (const name of known) {
    const kind = kindOf(name, tokens)
    if (kind === null) continue
    while (first < spans.length && spans[first].from < name.from - LONGEST_SPAN) first++
    const near: LabelledSpan[] = []
    for (let i = first; i < spans.length && spans[i].from < name.to; i++) {
      if (spans[i].to > name.from && !dropped.has(spans[i])) near.push(spans[i])
    }
    if (near.some(span => isLonger(span, name, kind))) continue
    if (name.form === 'surname' && isCommonWord(tokens.form[name.from]) && !near.some(span => span.kind === 'person'))
      continue
    for (const span of near) if (!mayStandBeside(span, name, kind)) dropped.add(span)
    taken.push({ from: name.from, to: name.to, kind, rule: `dossier/${name.kind}`, known: name })
  }
  const kept = spans.filter(span => !dropped.has(span)).map(span => ({ ...span, known: null }))
  return [...kept, ...taken].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Names are hardly longer; a longer one hides from the dossier. */
const LONGEST_SPAN = 60

/** The kind of name it is, or null for what is no proper name: terms, adjectives, names in small letters. */
function kindOf({ kind, form, from, to, things }: KnownName, tokens: Tokens): LabelledSpan['kind'] | null {
  if (kind === 'term' || form === 'adjective' || form === 'shared') return null
  if (kind === 'person') return 'person'
  if (tokens.form.slice(from, to).every(({ shape }) => shape === SHAPE_LOWER)) return null
  if (kind === 'place') return 'place'
  return things.some(({ country }) => country !== null) ? 'place' : 'organisation'
}

/** A guess that holds the known name and is the longer name of its kind, or another's name. */
function isLonger(span: LabelledSpan, name: KnownName, kind: LabelledSpan['kind']): boolean {
  const holds = span.from <= name.from && span.to >= name.to && span.to - span.from > name.to - name.from
  return holds && !(span.kind === 'organisation' && kind === 'place')
}

/** Places within organisations, either way round. */
function mayStandBeside(span: LabelledSpan, name: KnownName, kind: LabelledSpan['kind']): boolean {
  const isWithin = span.from >= name.from && span.to <= name.to && span.to - span.from < name.to - name.from
  if (isWithin) return kind === 'organisation' && span.kind === 'place'
  const holds = span.from <= name.from && span.to >= name.to && span.to - span.from > name.to - name.from
  return holds && span.kind === 'organisation'
}

/** A known person's name as the names layer holds it: the dossier says which word is the surname, and the gender. */
export function knownPerson({ from, to, rule }: NamedSpan, { base, form, things }: KnownName): NameSpan {
  const words = base.split(' ')
  const gender = things.reduce((bits, thing) => bits | genderOf(thing), 0)
  return {
    from,
    to,
    kind: 'person',
    base,
    country: null,
    seatOf: null,
    parts: {
      given: form === 'surname' || words.length < 2 ? null : words.slice(0, -1).join(' '),
      patronymic: null,
      surname: words[words.length - 1],
      gender,
    },
    rule,
  }
}

function genderOf({ dossier, id }: KnownName['things'][number]): number {
  const gender = dossier.persons.find(person => person.id === id)?.gender
  return gender === 'm' ? MASC : gender === 'f' ? FEMN : MASC | FEMN
}
