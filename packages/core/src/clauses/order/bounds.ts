/** How far from a predicate its arguments are looked for, and how many. */

/** Tokens behind a predicate in which its arguments stand. */
export const REACH = 30

/** Objects of one list. */
export const LISTED = 8
