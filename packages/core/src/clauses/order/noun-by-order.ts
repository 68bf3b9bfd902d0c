/** What a verbal noun says: what hangs on it behind, whose it is, and the light verb before that lends it a subject («held talks with X»). */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import type { Scene } from '../../quotations/scene.ts'
import { CLIT, GENT, GRND, INFN, NOUN, NPRO, PRTS, VERB } from '../../words/grammar.ts'
import type { MarkRow } from '../mark-words.ts'
import type { Argument, Predicate } from '../predicate.ts'
import { marksAt, summary } from '../read-marks.ts'
import { argumentsBehind } from './arguments-behind.ts'
import { verbPredicate } from './verb-by-order.ts'

/** A verbal noun: what hangs on it behind, and the verb that carries it before. */
export function nounPredicate(scene: Scene, head: number): Predicate | null {
  const { layers } = scene
  const floor = scene.sentenceFrom(head)
  const chosen = reading(layers, head)
  const carrier = carrierOf(scene, head, floor)
  const marks: MarkRow[] = carrier === null ? [] : [...marksAt(scene, carrier.head), ...carrier.marks]
  const behind = argumentsBehind(scene, head + 1, scene.sentenceTo(head)).map(({ argument }) => argument)
  const owner = ownerOf(scene, head, floor)
  const inner = innerOf(scene, head)
  const { negated, modalities, phase } = summary(marks.filter(mark => mark.kind !== 'light'))
  return {
    head,
    from: head,
    kind: 'noun',
    reading: chosen,
    tense: carrier?.tense ?? null,
    perfective: carrier?.perfective ?? true,
    passive: false,
    negated: negated || (carrier?.negated ?? false),
    modalities,
    phase,
    marks,
    subjects: carrier === null ? [] : carrier.passive ? [] : carrier.subjects,
    subjectFrom: carrier === null ? 'none' : 'governor',
    objects: owner === null ? [] : [{ phrase: owner, cases: GENT, preposition: '', list: 0 }],
    governed: [...inner, ...behind.filter(({ preposition }) => preposition !== '')],
    governor: carrier,
    opener: -1,
  }
}

/** The light verb right before the noun's phrase: «held a new round of talks». */
function carrierOf(scene: Scene, head: number, floor: number): Predicate | null {
  for (let at = head - 1, steps = 0; at >= floor && steps < 8; at--, steps++) {
    if (scene.mark[at] !== 0) return null
    const { pos } = reading(scene.layers, at)
    if ((pos & (VERB | PRTS | INFN | GRND)) === 0) continue
    return marksAt(scene, at).length > 0 ? verbPredicate(scene, at, 1) : null
  }
  return null
}

/** Whose it is: «the army's attack», and the phrase of `of` inside its own. */
function ownerOf(scene: Scene, head: number, floor: number): Phrase | null {
  const { all, next } = scene.phrases
  let i = next[head]
  if (i >= all.length || all[i].from !== head) i--
  const phrase = all[i]
  if (phrase === undefined || phrase.to <= head || phrase.from < floor || phrase.head === phrase.from) return null
  // «the army's attack»: all before the mark of possession, its last word the head.
  for (let at = head - 1; at > phrase.from; at--)
    if ((reading(scene.layers, at).lex & CLIT) !== 0)
      return { ...phrase, head: at - 1, to: at, after: at, name: scene.layers.nameOf[at - 1] }
  const { pos } = reading(scene.layers, phrase.from)
  return scene.layers.nameOf[phrase.from] >= 0 || (pos & (NOUN | NPRO)) !== 0
    ? { ...phrase, head: phrase.from, to: phrase.from + 1, name: scene.layers.nameOf[phrase.from] }
    : null
}

/** What stands behind `of` within the noun's phrase. */
function innerOf(scene: Scene, head: number): Argument[] {
  const { all, next } = scene.phrases
  let i = next[head]
  if (i >= all.length || all[i].from !== head) i--
  const phrase = all[i]
  if (phrase === undefined || phrase.to <= head + 2 || scene.word('partitive', head + 1, phrase.to) < 0) return []
  const name = scene.layers.nameOf[head + 2]
  const from = head + 2
  const inner: Phrase = { ...phrase, from, head: phrase.to - 1, name, preposition: head + 1, after: phrase.to }
  return [{ phrase: inner, cases: GENT, preposition: scene.layers.tokens.form[head + 1].folded, list: 0 }]
}
