/**
 * Names of a dossier among the guessed ones: what a dossier knows is a name of its kind, whatever the guess. A guess that holds a known name
 * within itself stays: it is the longer name.
 */
import type { KnownName } from '../dossier-names/known-name.ts'
import type { LanguagePack } from '../kit.ts'
import type { TokenRange } from '../span.ts'
import type { Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { FEMN, MASC } from '../words/grammar.ts'
import { capitalOf, countryNamed, isCountryCode, seatOf } from './countries.ts'
import type { NameKind, NameSpan } from './name-span.ts'
import { isCommonWord } from './taken.ts'

interface Guess extends TokenRange {
  readonly kind: NameKind
}

/** A name of a dossier that took its place among the names. */
export interface KnownSpan extends TokenRange {
  readonly kind: 'person' | 'place' | 'organisation'
  readonly rule: string
  readonly known: KnownName
}

/** Names are hardly longer; a longer one hides from the dossier. */
const LONGEST_SPAN = 60

/** `guesses`, `known`: sorted by first token. All spans, sorted by first token, the longer first. */
export function takeKnown<G extends Guess>(
  guesses: readonly G[],
  known: readonly KnownName[],
  tokens: Tokens,
): readonly (G | KnownSpan)[] {
  if (known.length === 0) return guesses
  const dropped = new Set<G>()
  const taken: KnownSpan[] = []
  let first = 0
  for (const name of known) {
    const kind = kindOf(name, tokens)
    if (kind === null) continue
    while (first < guesses.length && guesses[first].from < name.from - LONGEST_SPAN) first++
    const near: G[] = []
    for (let i = first; i < guesses.length && guesses[i].from < name.to; i++) {
      if (guesses[i].to > name.from && !dropped.has(guesses[i])) near.push(guesses[i])
    }
    if (near.some(guess => isLonger(guess, name, kind))) continue
    if (name.form === 'surname' && isCommonWord(tokens.form[name.from]) && !near.some(one => one.kind === 'person'))
      continue
    for (const guess of near) if (!mayStandBeside(guess, name, kind)) dropped.add(guess)
    taken.push({ from: name.from, to: name.to, kind, rule: `dossier/${name.kind}`, known: name })
  }
  const kept: readonly (G | KnownSpan)[] = guesses.filter(guess => !dropped.has(guess))
  return [...kept, ...taken].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Whether a span is a dossier's name, no guess. */
export function isKnown(span: Guess | KnownSpan): span is KnownSpan {
  return 'known' in span
}

/** The kind of name it is, or null for what is no proper name: terms, adjectives, names in small letters. */
function kindOf({ kind, form, from, to, things }: KnownName, tokens: Tokens): KnownSpan['kind'] | null {
  if (kind === 'term' || form === 'adjective' || form === 'shared') return null
  if (kind === 'person') return 'person'
  if (tokens.form.slice(from, to).every(({ shape }) => shape === SHAPE_LOWER)) return null
  if (kind === 'place') return 'place'
  return things.some(({ country }) => country !== null) ? 'place' : 'organisation'
}

function holds(guess: TokenRange, name: TokenRange): boolean {
  return guess.from <= name.from && guess.to >= name.to && guess.to - guess.from > name.to - name.from
}

/** A guess that holds the known name and is the longer name of its kind, or another's name. */
function isLonger(guess: Guess, name: KnownName, kind: KnownSpan['kind']): boolean {
  return holds(guess, name) && !(guess.kind === 'organisation' && kind === 'place')
}

/** Places within organisations, either way round. */
function mayStandBeside(guess: Guess, name: KnownName, kind: KnownSpan['kind']): boolean {
  if (holds(name, guess)) return kind === 'organisation' && (guess.kind === 'place' || guess.kind === 'country')
  return holds(guess, name) && guess.kind === 'organisation'
}

/** The name as its dossier writes it: of a person it says which word is the surname, and the gender. */
export function nameOfKnown({ from, to, kind, rule, known }: KnownSpan, pack: LanguagePack): NameSpan {
  const { base, things } = known
  const plain = { from, to, base, country: null, seatOf: seatOf(pack, base), parts: null, rule }
  if (kind === 'person') return { ...plain, kind, seatOf: null, parts: partsOf(known) }
  if (kind === 'organisation') return { ...plain, kind }
  const country = things.find(thing => thing.country !== null)?.country ?? countryNamed(pack, base)
  const isCountry = country !== null && isCountryCode(country)
  return { ...plain, kind: isCountry ? 'country' : 'place', country, seatOf: capitalOf(pack, base) ?? plain.seatOf }
}

function partsOf({ base, form, things }: KnownName): NonNullable<NameSpan['parts']> {
  const words = base.split(' ')
  return {
    given: form === 'surname' || words.length < 2 ? null : words.slice(0, -1).join(' '),
    patronymic: null,
    surname: words[words.length - 1],
    gender: things.reduce((bits, thing) => bits | genderOf(thing), 0),
  }
}

function genderOf({ dossier, id }: KnownName['things'][number]): number {
  const gender = dossier.persons.find(person => person.id === id)?.gender
  return gender === 'm' ? MASC : gender === 'f' ? FEMN : MASC | FEMN
}
