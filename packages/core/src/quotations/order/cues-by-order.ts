/** Cues in a language of word order: a verb of saying in a form that says somebody says it. */
import { type Layers, reading } from '../../layers.ts'
import { COMMA, markClass, mayCloseQuote, STOP } from '../../text/marks.ts'
import { KIND_MARK, KIND_NUMBER } from '../../text/tokens.ts'
import type { Reading } from '../../words/form.ts'
import {
  ADJF,
  ADVB,
  APRO,
  GRND,
  INFN,
  NOUN,
  NPRO,
  NUMB,
  NUMR,
  PLUR,
  PRCL,
  PRED,
  PREP,
  PRTS,
  RELA,
  SING,
  VERB,
} from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import { compileClauseWords } from '../clause-words.ts'
import { type Cue, type CueRow, compileCues } from '../cues.ts'

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
      verbAtEnd(layers, token, found) ??
      participleAtHead(layers, token, found) ??
      participleBehindMark(layers, token, found.to)
    if (verbReading === null) continue
    cues.push({ from: token, to: found.to, verb: token, verbReading, row: found.row })
    token = found.to - 1
  }
  return cues
}

function speakingReading(layers: Layers, token: number, isPhrase: boolean): Reading | null {
  const chosen = reading(layers, token)
  const isPast = (chosen.pos & PRTS) !== 0
  if (isPast && (endsWithYear(layers, token) || hasObject(layers, token) || isBehindVerb(layers, token)))
    return layers.tokens.form[token].readings.find(r => (r.pos & VERB) !== 0) ?? chosen
  if ((chosen.pos & (VERB | GRND | PRTS | INFN)) !== 0) return chosen
  // «a call for», «additional appeals to»: behind a determiner or an adjective the word is a noun.
  if (isPhrase && token > 0 && (chosen.pos & NOUN) !== 0 && (reading(layers, token - 1).pos & (ADJF | NUMR)) !== 0)
    return null
  // A wording of several words speaks for its verb; a form that is no noun can hardly be anything else.
  const verb = layers.tokens.form[token].readings.find(r => (r.pos & (VERB | PRTS)) !== 0)
  return verb !== undefined && (isPhrase || (chosen.pos & (NOUN | ADJF)) === 0) ? verb : null
}

/** «a panel in 2001 found that»: behind a number with its preposition a past form is no participle. */
function endsWithYear(layers: Layers, token: number): boolean {
  if (token < 2 || layers.tokens.kind[token - 1] !== KIND_NUMBER) return false
  return (reading(layers, token - 2).pos & PREP) !== 0
}

/** «the envoy criticised the rebels»: a noun right before and an article or a name right behind make a past form the verb. */
function hasObject(layers: Layers, token: number): boolean {
  if (token === 0 || token + 1 >= layers.tokens.count) return false
  const next = reading(layers, token + 1)
  const isObject = (next.lex & APRO) !== 0 || (next.pos & NPRO) !== 0 || layers.nameOf[token + 1] >= 0
  return isObject && (next.lex & RELA) === 0 && (reading(layers, token - 1).pos & NOUN) !== 0
}

/** «the experts they asked said», «those polled said»: right behind a verb that is no auxiliary. */
function isBehindVerb(layers: Layers, token: number): boolean {
  if (token === 0) return false
  const before = reading(layers, token - 1)
  return (before.pos & (VERB | PRTS)) !== 0 && layers.pack.derive(compileAuxiliaries).get(before.lemma) === undefined
}

/** «residents worry that C»: read as a noun, but a plural stands before it and `that` behind it. */
function verbBeforeThat(layers: Layers, token: number, to: number): Reading | null {
  const { tokens, sentences, pack } = layers
  const limit = sentences.to[sentences.of[token]]
  if (token === 0 || to + 1 >= limit || pack.derive(compileClauseWords).that.match(tokens.form, to, limit) === null)
    return null
  // «the new rules that promise work»: what follows is no clause of its own.
  if ((reading(layers, to + 1).pos & (VERB | PRED)) !== 0) return null
  const before = reading(layers, token - 1)
  if ((before.pos & NOUN) === 0 || ((before.agr & PLUR) === 0 && !isGovernedByPlural(layers, token - 1))) return null
  // A plural goes with no «rules», «claims».
  return tokens.form[token].readings.find(r => (r.pos & VERB) !== 0 && (r.agr & (SING | PLUR)) !== SING) ?? null
}

/** «Asked to describe it, X said C»: read as a name at the head of its sentence, but an infinitive stands behind it. */
function participleAtHead(layers: Layers, token: number, { row, to }: { row: CueRow; to: number }): Reading | null {
  const { sentences, tokens } = layers
  if (token !== sentences.from[sentences.of[token]] || to + 1 >= tokens.count || !row.frames.has('object')) return null
  if ((reading(layers, to).pos & PRCL) === 0 || (reading(layers, to + 1).pos & INFN) === 0) return null
  return tokens.form[token].readings.find(r => (r.pos & PRTS) !== 0) ?? null
}

/** «data from the survey show that»: the noun hangs on a plural. */
function isGovernedByPlural(layers: Layers, noun: number): boolean {
  const floor = Math.max(layers.sentences.from[layers.sentences.of[noun]] + 1, noun - LONGEST)
  for (let at = noun; at >= floor; at--) {
    const { pos } = reading(layers, at)
    if ((pos & PREP) !== 0) {
      const governor = reading(layers, at - 1)
      return (governor.pos & NOUN) !== 0 && (governor.agr & PLUR) !== 0
    }
    if (layers.tokens.kind[at] === KIND_MARK || (pos & (NOUN | ADJF | NUMR | NUMB)) === 0) return false
  }
  return false
}

/** «C, the paper reports.», «"C," the letter read.»: read as a noun, but it ends its sentence, and a mark stands before who says it. */
function verbAtEnd(layers: Layers, token: number, { row, to }: { row: CueRow; to: number }): Reading | null {
  const { tokens, sentences } = layers
  if (!row.frames.has('quote') && !row.frames.has('parenthesis')) return null
  const floor = Math.max(sentences.from[sentences.of[token]], token - LONGEST)
  if (to < sentences.to[sentences.of[token]] && markClass(tokens.form[to]) !== STOP) return null
  let at = token
  while (at > floor && tokens.kind[at - 1] !== KIND_MARK && (reading(layers, at - 1).pos & (NOUN | ADJF)) !== 0) at--
  if (at === token || at === floor || tokens.kind[at - 1] !== KIND_MARK) return null
  const before = markClass(tokens.form[at - 1])
  if (before !== COMMA && !mayCloseQuote(before)) return null
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
