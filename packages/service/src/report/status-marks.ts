/** Marks of findings and happenings as one sprite of shapes: round for claims, square for happenings; a word always stands beside. */

const SHAPES: Readonly<Record<string, string>> = {
  fulfilled: '<circle cx="8" cy="8" r="6.4" fill="currentColor"/>',
  progress: '<circle cx="8" cy="8" r="5.6"/><path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor" stroke="none"/>',
  planned: '<circle cx="8" cy="8" r="5.6" stroke-dasharray="2.4 2"/>',
  'not-begun': '<circle cx="8" cy="8" r="5.6"/><path d="M5 8h6"/>',
  halted: '<path d="M5 2.5v11M11 2.5v11" stroke-width="3"/>',
  breached: '<path d="M3 3l10 10M13 3L3 13" stroke-width="2.6"/>',
  contested:
    '<path d="M7.2 1.2v11a5.5 5.5 0 0 1 0-11z" fill="currentColor" stroke="none"/><path d="M9.4 4.6a4.9 4.9 0 0 1 0 9.8z"/>',
  reported:
    '<circle cx="8" cy="8" r="5.6" stroke-dasharray="1.2 1.7"/><circle cx="8" cy="8" r="2.2" fill="currentColor" stroke="none"/>',
  unknown: '<circle cx="8" cy="8" r="1.7" fill="currentColor" stroke="none"/>',
  overdue: '<path d="M3.2 1.5v13"/><path d="M4 2h9l-2.6 3L13 8H4z" fill="currentColor" stroke="none"/>',
  'event-occurred': '<path d="M3 3h10v10H3z" fill="currentColor" stroke="none"/>',
  'event-ongoing': '<path d="M1 5h8v6H1z" fill="currentColor" stroke="none"/><path d="M9 8h3M13.5 8H15"/>',
  'event-planned': '<path d="M3 3h10v10H3z" stroke-dasharray="2.6 2"/>',
  'event-denied': '<path d="M3 3h10v10H3zM1 8h14"/>',
  'event-hypothetical': '<path d="M3 3h10v10H3z" stroke-dasharray="1.2 1.8"/>',
  'event-background': '<path d="M3 3h10v10H3zM3 13L13 3"/>',
  statement: '<path d="M2.5 3h11v8H7l-3 3v-3H2.5z"/>',
}

/** The shapes, once a page, before the first mark. */
export function markSprite(): string {
  const symbols = Object.entries(SHAPES).map(
    ([id, shape]) =>
      `<symbol id="m-${id}" viewBox="0 0 16 16"><g fill="none" stroke="currentColor" stroke-width="1.6">${shape}</g></symbol>`,
  )
  return `<svg class="vh" aria-hidden="true">${symbols.join('')}</svg>`
}

/** Hidden from screen readers: the word beside it says the same. */
export function mark(id: string): string {
  return `<svg class="m" aria-hidden="true"><use href="#m-${id}"/></svg>`
}
