/** Finding a dossier's names in a text: from left to right, the longest name wherever one begins. Names do not overlap. */
import type { Dossier } from '../dossier.ts'
import type { LanguagePack } from '../kit.ts'
import { isCommonWord } from '../names/taken.ts'
import { COMMA, markClass } from '../text/marks.ts'
import { KIND_MARK, KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { SHAPE_CAPITAL } from '../words/form.ts'
import { ADJECTIVAL, CONJ, NOUN, PREP } from '../words/grammar.ts'
import type { KnownKind, KnownName } from './known-name.ts'
import { fitsCase, type IndexedName, type NameIndex, nameIndexOf } from './name-index.ts'
import { refOf } from './refs.ts'

/** How far a shared noun may stand from its first adjective: «Кельбаджарский, Лачинский и Агдамский районы». */
const REACH = 12
/** Words of a name; no longer one is looked for. */
const LONGEST = 24
/** Of things of one name the first of these gives the kind. */
const KINDS: readonly KnownKind[] = ['party', 'body', 'person', 'place', 'term']
const FORMS: readonly KnownName['form'][] = ['name', 'shared', 'surname', 'adjective']

/** Sorted by first token. [] without dossiers. */
export function findKnownNames(
  tokens: Tokens,
  sentences: Sentences,
  pack: LanguagePack,
  dossiers: readonly Dossier[],
): readonly KnownName[] {
  const index = nameIndexOf(pack, dossiers)
  if (index === null) return NONE
  const found: KnownName[] = []
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== KIND_WORD) continue
    const state = index.step(0, tokens.form[at].folded)
    if (state < 0) continue
    const name = longestAt(index, tokens, at, state, sentences.to[sentences.of[at]], dossiers)
    if (name === null || isPlainWord(name, tokens, sentences)) continue
    found.push(name)
    at = name.to - 1
  }
  return found
}

const NONE: readonly KnownName[] = []

/** «Пески», «Счастье» at the start of a sentence: a capital there is no sign of a name. Bodies and parties are called by such words throughout. */
function isPlainWord({ from, to, kind }: KnownName, { form }: Tokens, sentences: Sentences): boolean {
  if (to - from > 1 || (kind !== 'place' && kind !== 'person')) return false
  return sentences.from[sentences.of[from]] === from && form[from].shape === SHAPE_CAPITAL && isCommonWord(form[from])
}

function longestAt(
  index: NameIndex,
  tokens: Tokens,
  from: number,
  first: number,
  limit: number,
  dossiers: readonly Dossier[],
): KnownName | null {
  let best: readonly IndexedName[] = []
  let to = from
  let state = first
  for (let at = from; at < Math.min(limit, from + LONGEST); ) {
    const ends = index.endsIn(state)
    if (ends.length > 0) {
      const fitting = ends.filter(name => fits(name, tokens, from, at + 1, limit))
      if (fitting.length > 0) {
        best = fitting
        to = at + 1
      }
    }
    at++
    if (at >= limit) break
    state = index.step(state, tokens.form[at].folded)
    if (state < 0) break
  }
  if (best.length === 0) return null
  // «Песков» of one Песков, and of the village of Пески: where nothing governs it the person.
  const isGoverned = from > 0 && (tokens.form[from - 1].readings[0].pos & (PREP | NOUN)) !== 0
  const isPerson = !isGoverned && best.some(name => name.form === 'surname')
  const form = isPerson ? 'surname' : (FORMS.find(one => best.some(name => name.form === one)) as KnownName['form'])
  const same = best.filter(name => name.form === form)
  const kind = KINDS.find(one => same.some(({ thing }) => thing.kind === one)) as KnownKind
  const things = same
    .map(({ thing }) => thing)
    .sort((a, b) => compare(a.dossier.id, b.dossier.id) || compare(a.id, b.id))
  const { base, lang } = same.find(({ thing }) => thing.kind === kind) as IndexedName
  return { from, to, ref: refOf(things, dossiers), kind, lang, things, base, form }
}

function fits({ cased, noun }: IndexedName, tokens: Tokens, from: number, to: number, limit: number): boolean {
  for (let i = from; i < to; i++) if (!fitsCase(tokens.form[i].shape, cased[i - from])) return false
  return noun === null || leadsTo(noun, tokens, to, limit)
}

/** Over adjectives, commas and conjunctions to the noun. */
function leadsTo(noun: ReadonlySet<string>, tokens: Tokens, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + REACH); at++) {
    const form = tokens.form[at]
    if (noun.has(form.folded)) return true
    const links = tokens.kind[at] === KIND_MARK ? markClass(form) === COMMA : (form.pos & (ADJECTIVAL | CONJ)) !== 0
    if (!links) return false
  }
  return false
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
