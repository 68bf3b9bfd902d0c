/**
 * What a document says of a word elsewhere: «Луг» is a surname where «Олег Луг» stands two paragraphs above. After a first pass
 * of labels every word is remembered by its stem, and the second pass sees what the other occurrences were.
 */
import { type ContextColumns, isSentenceStart } from './context-features.ts'
import { INNER_NONE, type Labels, ORGANISATION_BEGIN, PERSON_BEGIN, PERSON_INSIDE, PLACE_BEGIN } from './name-labels.ts'
import { isCapitalClass, isLowerClass, isPlainCapital } from './word-class.ts'

const NOTHING = 0
const PERSON = 1
const PLACE = 2
const ORGANISATION = 3
const DISPUTED = 4
const PLAIN = 5

interface Remembered {
  /** Occurrences by what they were: plain, person, place, organisation. */
  readonly was: number[]
  /** Of them in a person's name of several words. */
  full: number
  /** Occurrences in small letters. */
  lower: number
}

/** For each token what the other occurrences of its word were, as a number below MEMORIES; 0: no word, or none. */
export function rememberNames(columns: ContextColumns, labels: Labels): Uint8Array {
  const { classes, stems } = columns
  const count = classes.length
  const memory = new Map<number, Remembered>()
  // Words in small letters matter only where the same word is capitalised too; the sieve spares most of them the look.
  const sieve = new Uint8Array(SIEVE)
  for (let i = 0; i < count; i++) {
    if (!isRemembered(classes[i], labels, i)) continue
    let entry = memory.get(stems[i])
    if (entry === undefined) {
      entry = { was: [0, 0, 0, 0], full: 0, lower: 0 }
      memory.set(stems[i], entry)
      sieve[stems[i] & (SIEVE - 1)] = 1
    }
    if (isLowerClass(classes[i]) || !counts(columns, labels, i)) continue
    entry.was[kindAt(labels, i)]++
    if (isInFullName(labels, i)) entry.full++
  }
  for (let i = 0; i < count; i++) {
    if (!isLowerClass(classes[i]) || sieve[stems[i] & (SIEVE - 1)] === 0) continue
    const entry = memory.get(stems[i])
    if (entry !== undefined) entry.lower++
  }
  const features = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    if (!isRemembered(classes[i], labels, i)) {
      if (!isLowerClass(classes[i]) || sieve[stems[i] & (SIEVE - 1)] === 0) continue
    }
    const entry = memory.get(stems[i])
    if (entry !== undefined) features[i] = featureOf(entry, columns, labels, i)
  }
  return features
}

const SIEVE = 8192

/** Words with a capital, and small ones that were taken for part of a name. */
function isRemembered(formClass: number, labels: Labels, i: number): boolean {
  return isCapitalClass(formClass) || (isLowerClass(formClass) && kindAt(labels, i) !== NOTHING)
}

function featureOf(entry: Remembered, columns: ContextColumns, labels: Labels, i: number): number {
  const isLower = isLowerClass(columns.classes[i])
  const own = !isLower && counts(columns, labels, i) ? kindAt(labels, i) : -1
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
  const lower = entry.lower - (isLower ? 1 : 0) > 0 ? 1 : 0
  const cased = isLower ? 0 : !isPlainCapital(columns.classes[i]) ? 3 : isSentenceStart(columns, i) ? 1 : 2
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
