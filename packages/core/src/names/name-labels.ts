/**
 * What the namer decides of each token: two chains of labels, side by side. The inner chain marks persons and places; the
 * outer one marks organisations, so that «мэрии Москвы» can be an organisation and hold a place at once. `begin` opens a
 * name, `inside` continues it. One row of weights holds the columns of both chains.
 */
export const INNER_NONE = 0
export const PERSON_BEGIN = 1
export const PERSON_INSIDE = 2
export const PLACE_BEGIN = 3
const PLACE_INSIDE = 4
export const INNER_LABELS = 5

export const OUTER_NONE = 5
export const ORGANISATION_BEGIN = 6
export const ORGANISATION_INSIDE = 7
export const COLUMNS = 8
export const OUTER_LABELS = COLUMNS - INNER_LABELS

/** Labels of both chains, one a token. */
export interface Labels {
  readonly inner: Uint8Array
  readonly outer: Uint8Array
}

export function noLabels(count: number): Labels {
  return { inner: new Uint8Array(count), outer: new Uint8Array(count).fill(OUTER_NONE) }
}

/** Whether `to` may follow `from` in the inner chain: an inside label continues its own kind. */
export function mayFollowInner(from: number, to: number): boolean {
  if (to === PERSON_INSIDE) return from === PERSON_BEGIN || from === PERSON_INSIDE
  if (to === PLACE_INSIDE) return from === PLACE_BEGIN || from === PLACE_INSIDE
  return true
}

/** The same for the outer chain, labels as columns (5..7). */
export function mayFollowOuter(from: number, to: number): boolean {
  return to !== ORGANISATION_INSIDE || from !== OUTER_NONE
}
