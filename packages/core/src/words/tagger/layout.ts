/**
 * Where the weights of each kind of feature lie: tables one after another in one array. A feature is an index into it.
 * Changing a table changes the format: models trained before do not fit (see MODEL_VERSION).
 */
import { AGREEMENT_COUNT, CLASS_COUNT, KIND_COUNT, POS_COUNT } from './reading-class.ts'

export const MODEL_VERSION = 1

/** Frequent forms that contexts are told by; 0: any other. */
export const CONTEXT_COUNT = 512
/** Features of a form by itself are hashed into this many places (a power of 2). */
export const FORM_PLACES = 1 << 17
/** What a verb asks of the words after it is hashed into this many places (a power of 2). */
export const GOVERNED_PLACES = 1 << 15
/** Shapes of a spelling (form.ts). */
const SHAPE_COUNT = 5

let next = 0
function table(size: number): number {
  const start = next
  next += size
  return start
}

export const FORM = table(FORM_PLACES)
export const BIGRAM = table(CLASS_COUNT * CLASS_COUNT)
export const AGREEMENT = table(POS_COUNT * POS_COUNT * AGREEMENT_COUNT)
export const AGREEMENT_SKIP = table(POS_COUNT * POS_COUNT * AGREEMENT_COUNT)
export const PREVIOUS = table(CONTEXT_COUNT * CLASS_COUNT)
export const NEXT = table(CONTEXT_COUNT * CLASS_COUNT)
export const NEXT_CLASS = table(CLASS_COUNT * CLASS_COUNT)
export const NEXT_FITS = table(2 * 8 * CLASS_COUNT)
export const PREPOSITION = table(CONTEXT_COUNT * 16)
export const JOINED = table(3 * POS_COUNT * POS_COUNT * AGREEMENT_COUNT)
export const SUBJECT = table(POS_COUNT * AGREEMENT_COUNT * 4)
export const OBJECT = table(POS_COUNT * 8 * 16)
export const PLACE = table(2 * SHAPE_COUNT * KIND_COUNT * POS_COUNT)
export const NAMES = table(KIND_COUNT * KIND_COUNT * AGREEMENT_COUNT)
export const GOVERNED = table(GOVERNED_PLACES)
export const NAME_CASES = table(KIND_COUNT * KIND_COUNT * 64)
export const FEATURE_SPACE = next
