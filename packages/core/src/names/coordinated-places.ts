/** «Северский, Донской и Горский районы»: adjectives before a kind of place in the plural are places of that kind, each by itself. */
import { COMMA, markClass } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL, CASE, CONJ, GENDER, NOMN, NOUN, PLUR, SING } from '../words/grammar.ts'
import { capitalOf } from './countries.ts'
import { likeInText } from './letter-case.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** How many adjectives such a list may hold. */
const LONGEST_LIST = 12

/** The spans with those of such lists in the place of whatever stood there, sorted by first token, the longer first. */
export function nameCoordinated(spans: readonly LabelledSpan[], scene: NameScene): readonly LabelledSpan[] {
  const found: LabelledSpan[] = []
  for (const head of scene.heads) {
    const list = adjectivesBefore(scene, head)
    if (list.length < 2) continue
    for (const from of list) {
      const to = from === head - 1 ? head + 1 : from + 1
      found.push({ from, to, kind: 'place', rule: 'coordinated', kindWord: head })
    }
  }
  if (found.length === 0) return spans
  const inside = new Set<number>()
  for (const { from, to } of found) for (let i = from; i < to; i++) inside.add(i)
  const kept = spans.flatMap(span => before(span, inside, scene))
  return [...kept, ...found].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** «передал Парижу Северский и Донской районы»: what a span holds before such a list is a name by itself. */
function before(span: LabelledSpan, inside: ReadonlySet<number>, { tokens, pack }: NameScene): LabelledSpan[] {
  const { from, to } = span
  if (inside.has(from)) return []
  if (!inside.has(to - 1) && !inside.has(to)) return [span]
  let end = from + 1
  while (!inside.has(end)) end++
  const isCapital = end === from + 1 && tokens.form[from].readings.some(({ lemma }) => capitalOf(pack, lemma) !== null)
  return [{ ...span, to: end, kind: isCapital ? 'place' : span.kind }]
}

/** The adjectives, the last first; none where the noun is no kind of place or stands in the singular. */
function adjectivesBefore(scene: NameScene, head: number): number[] {
  const { tokens, sentences, words } = scene
  const form = tokens.form[head]
  const list: number[] = []
  if (form.shape !== SHAPE_LOWER || !scene.isPlaceHead(form)) return list
  const { agr } = words.chosen[head]
  if ((agr & PLUR) === 0) return list
  const first = sentences.from[sentences.of[head]]
  for (let at = head - 1; at >= first && list.length < LONGEST_LIST; at -= 2) {
    if (!mayStandBefore(tokens.form[at], agr)) break
    list.push(at)
    if (at === first || !isJoint(scene, at - 1)) break
  }
  return list
}

/** A capitalised adjective in a case of the noun. */
function mayStandBefore({ shape, readings }: Form, agr: number): boolean {
  return shape === SHAPE_CAPITAL && readings.some(r => (r.pos & ADJECTIVAL) !== 0 && (r.agr & agr & CASE) !== 0)
}

/** A comma or a conjunction. */
function isJoint({ tokens }: NameScene, token: number): boolean {
  const form = tokens.form[token]
  return tokens.kind[token] === KIND_WORD ? (form.pos & CONJ) !== 0 : markClass(form) === COMMA
}

/** «Донской район» for «Донского» in «Донского и Горского районов». */
export function baseOfCoordinated(
  { tokens, words, pack }: Pick<NameScene, 'tokens' | 'words' | 'pack'>,
  from: number,
  head: number,
): string {
  const { lexicon } = pack
  const noun = words.chosen[head]
  const kind = lexicon.inflect(noun, NOMN | SING) ?? noun.lemma
  const gender = lexicon.form(kind).readings.find(r => (r.pos & NOUN) !== 0 && r.lemma === noun.lemma)?.agr ?? 0
  const { text, readings } = tokens.form[from]
  const adjective = readings.find(r => (r.pos & ADJECTIVAL) !== 0 && (r.agr & noun.agr & CASE) !== 0)
  const word = adjective === undefined ? null : lexicon.inflect(adjective, NOMN | SING | (gender & GENDER))
  return `${word === null ? text : likeInText(text, word, null)} ${kind}`
}
