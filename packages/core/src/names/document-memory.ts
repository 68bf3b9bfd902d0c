/**
 * What a document says of a word elsewhere: «Брод» is a surname where «Александр Брод» stands two paragraphs above. After a first pass
 * of labels every word is remembered by its stem, and the second pass sees what the other occurrences were.
 */
import { KIND_WORD, type Tokens } from '../text/tokens.ts'
import { SHAPE_CAPITAL, SHAPE_LOWER } from '../words/form.ts'
import { type ContextColumns, isSentenceStart } from './context-features.ts'
import { INNER_NONE, type Labels, ORGANISATION_BEGIN, PERSON_BEGIN, PERSON_INSIDE, PLACE_BEGIN } from './name-labels.ts'
import { stemOfName } from './name-stem.ts'

const NOTHING = 0
const PERSON = 1
const PLACE = 2
const ORGANISATION = 3
const DISPUTED = 4
const PLAIN = 5

interface Remembered {
  /** Occurrences by what they were: plain, person, place, organisation. */
  readonly was: Int32Array
  /** Of them in a person's name of several words. */
  full: number
  /** Occurrences in small letters. */
  lower: number
}

/** For each token what the other occurrences of its word were, as a number below MEMORIES; 0: no word, or none. */
export function rememberNames(tokens: Tokens, columns: ContextColumns, labels: Labels): Uint8Array {
  const memory = new Map<string, Remembered>()
  const entries: (Remembered | null)[] = new Array(tokens.count).fill(null)
  // Words in small letters matter only where the same word is capitalised too.
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== KIND_WORD) continue
    if (tokens.form[i].shape === SHAPE_LOWER && kindAt(labels, i) === NOTHING) continue
    const stem = stemOfName(tokens.form[i].folded)
    let entry = memory.get(stem)
    if (entry === undefined) {
      entry = { was: new Int32Array(4), full: 0, lower: 0 }
      memory.set(stem, entry)
    }
    entries[i] = entry
  }
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== KIND_WORD) continue
    if (tokens.form[i].shape === SHAPE_LOWER) {
      const entry = entries[i] ?? memory.get(stemOfName(tokens.form[i].folded))
      if (entry === undefined) continue
      entries[i] = entry
      entry.lower++
      continue
    }
    const entry = entries[i]
    if (entry === null || !counts(columns, labels, i)) continue
    entry.was[kindAt(labels, i)]++
    if (isInFullName(labels, i)) entry.full++
  }
  const features = new Uint8Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    const entry = entries[i]
    if (entry !== null) features[i] = featureOf(entry, tokens, columns, labels, i)
  }
  return features
}

function featureOf(entry: Remembered, tokens: Tokens, columns: ContextColumns, labels: Labels, i: number): number {
  const { shape } = tokens.form[i]
  const own = shape !== SHAPE_LOWER && counts(columns, labels, i) ? kindAt(labels, i) : -1
  let best = 0
  let most = 0
  for (let kind = PERSON; kind <= ORGANISATION; kind++) {
    const times = entry.was[kind] - (own === kind ? 1 : 0)
    if (times > most) {
      most = times
      best = kind
    }
  }
  const plain = entry.was[NOTHING] - (own === NOTHING ? 1 : 0)
  const verdict = best === 0 ? (plain > 0 ? PLAIN : NOTHING) : most >= plain ? best : DISPUTED
  const full = entry.full - (own >= 0 && isInFullName(labels, i) ? 1 : 0) > 0 ? 1 : 0
  const lower = entry.lower - (shape === SHAPE_LOWER ? 1 : 0) > 0 ? 1 : 0
  const cased = shape === SHAPE_LOWER ? 0 : shape === SHAPE_CAPITAL ? (isSentenceStart(columns, i) ? 1 : 2) : 3
  return 1 + ((verdict * 2 + full) * 2 + lower) * 4 + cased
}

/** A capital at the start of a sentence is no evidence unless the word was taken for a name. */
function counts(columns: ContextColumns, labels: Labels, i: number): boolean {
  return !isSentenceStart(columns, i) || kindAt(labels, i) !== NOTHING
}

function kindAt(labels: Labels, i: number): number {
  const inner = labels.inner[i]
  if (inner >= PLACE_BEGIN) return PLACE
  if (inner !== INNER_NONE) return PERSON
  return labels.outer[i] >= ORGANISATION_BEGIN ? ORGANISATION : NOTHING
}

function isInFullName(labels: Labels, i: number): boolean {
  const label = labels.inner[i]
  return label === PERSON_INSIDE || (label === PERSON_BEGIN && labels.inner[i + 1] === PERSON_INSIDE)
}
