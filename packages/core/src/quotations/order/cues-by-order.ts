/** Cues in a language of word order: a verb of saying in a form that says somebody says it. */
import { type Layers, reading } from '../../layers.ts'
import { KIND_MARK } from '../../text/tokens.ts'
import type { Reading } from '../../words/form.ts'
import { ADJF, ADVB, GRND, INFN, NOUN, PLUR, PRCL, PRED, PREP, PRTS, VERB } from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import { compileClauseWords } from '../clause-words.ts'
import { type Cue, compileCues } from '../cues.ts'

/** All verbal cues of a document, in order. */
export function findCuesByOrder(layers: Layers): Cue[] {
  const { tokens, sentences, pack } = layers
  const { verbs } = pack.derive(compileCues)
  const cues: Cue[] = []
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.form[token].keys.length === 0) continue
    const found = verbs.match(tokens.form, token, sentences.to[sentences.of[token]])
    if (found === null || layers.nameOf[token] >= 0) continue
    const verbReading =
      speakingReading(layers, token, found.to > token + 1) ??
      verbBeforeThat(layers, token, found.to) ??
      participleBehindMark(layers, token, found.to)
    if (verbReading === null) continue
    cues.push({ from: token, to: found.to, verb: token, verbReading, row: found.row })
    token = found.to - 1
  }
  return cues
}

function speakingReading(layers: Layers, token: number, isPhrase: boolean): Reading | null {
  const chosen = reading(layers, token)
  if ((chosen.pos & (VERB | GRND | PRTS | INFN)) !== 0) return chosen
  // A wording of several words speaks for its verb; a form that is no noun can hardly be anything else.
  const verb = layers.tokens.form[token].readings.find(r => (r.pos & (VERB | PRTS)) !== 0)
  return verb !== undefined && (isPhrase || (chosen.pos & (NOUN | ADJF)) === 0) ? verb : null
}

/** «residents worry that C»: read as a noun, but a plural stands before it and `that` behind it. */
function verbBeforeThat(layers: Layers, token: number, to: number): Reading | null {
  const { tokens, sentences, pack } = layers
  const limit = sentences.to[sentences.of[token]]
  if (token === 0 || to >= limit || pack.derive(compileClauseWords).that.match(tokens.form, to, limit) === null)
    return null
  const before = reading(layers, token - 1)
  if ((before.pos & NOUN) === 0 || (before.agr & PLUR) === 0) return null
  return tokens.form[token].readings.find(r => (r.pos & VERB) !== 0) ?? null
}

/** «, promising to act», «is promising to act»: read as an adjective, but a mark or `be` stands before it and an infinitive or `that` behind it. */
function participleBehindMark(layers: Layers, token: number, to: number): Reading | null {
  const { tokens, sentences, pack } = layers
  const limit = sentences.to[sentences.of[token]]
  if (token === 0 || to >= limit) return null
  const auxiliary = pack.derive(compileAuxiliaries).get(reading(layers, token - 1).lemma)
  if (tokens.kind[token - 1] !== KIND_MARK && auxiliary !== 'be') return null
  const isThat = pack.derive(compileClauseWords).that.match(tokens.form, to, limit) !== null
  if (!isThat && (reading(layers, to).pos & PRCL) === 0) return null
  return tokens.form[token].readings.find(r => (r.pos & GRND) !== 0) ?? null
}

export interface VerbGroup {
  /** First word of the group: «has repeatedly said» begins at «has». */
  readonly from: number
  readonly passive: boolean
  /** «is saying», «has been claiming»: an ing-form with an auxiliary of its own speaks like a finite verb. */
  readonly progressive: boolean
  readonly negated: boolean
  /** Somebody says it, has said it or will: no mere infinitive. */
  readonly speaks: boolean
}

const LONGEST = 6

/** The auxiliaries and adverbs before a verb, and what they make of it. */
export function verbGroup(
  layers: Layers,
  verb: number,
  chosen: Reading,
  isNegation: (token: number) => boolean,
): VerbGroup {
  const floor = Math.max(layers.sentences.from[layers.sentences.of[verb]], verb - LONGEST)
  const auxiliaries = layers.pack.derive(compileAuxiliaries)
  let from = verb
  let negated = false
  let be = false
  let have = false
  let modal = false
  for (let token = verb - 1; token >= floor; token--) {
    const before = reading(layers, token)
    if (isNegation(token)) {
      negated = true
      from = token
      continue
    }
    const role = (before.pos & (VERB | INFN | PRTS | GRND)) !== 0 ? auxiliaries.get(before.lemma) : undefined
    if (role !== undefined) {
      if (role === 'be' && !have && !modal) be = true
      if (role === 'have') have = true
      from = token
      continue
    }
    if ((before.pos & PRED) !== 0) {
      modal = true
      from = token
      continue
    }
    if ((before.pos & ADVB) !== 0 && (before.pos & PREP) === 0) continue
    break
  }
  const { pos } = chosen
  const participle = (pos & PRTS) !== 0
  const passive = participle && be
  const progressive = (pos & GRND) !== 0 && be
  const speaks =
    (pos & (VERB | GRND)) !== 0 || (participle && (have || be)) || ((pos & INFN) !== 0 && (modal || from < verb))
  return { from, passive, progressive, negated, speaks }
}
