/** The shapes of all marks, drawn once a page and used by name. A mark is a shape, then a word, then a hue. */

/** Claims and findings are round, happenings square; the rest are signs of the interface. */
export type MarkName = keyof typeof SHAPES

const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
const square = <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.4" />

const SHAPES = {
  fulfilled: <circle cx="8" cy="8" r="6.4" fill="currentColor" />,
  progress: (
    <>
      {ring}
      <path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor" />
    </>
  ),
  planned: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2" />,
  'not-begun': (
    <>
      {ring}
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  halted: <path d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" fill="currentColor" />,
  breached: <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2.6" />,
  contested: (
    <>
      <path d="M7.2 1.2v11a5.5 5.5 0 0 1 0-11z" fill="currentColor" />
      <path d="M9.4 4.6a4.9 4.9 0 0 1 0 9.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  reported: (
    <>
      <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.2 1.7" />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="1.7" fill="currentColor" />,
  overdue: (
    <>
      <path d="M3.2 1.5v13" stroke="currentColor" strokeWidth="1.6" />
      <path d="M4 2h9l-2.6 3L13 8H4z" fill="currentColor" />
    </>
  ),
  occurred: <rect x="3" y="3" width="10" height="10" fill="currentColor" />,
  'event-planned': (
    <rect
      x="3"
      y="3"
      width="10"
      height="10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.6 2"
    />
  ),
  background: (
    <>
      {square}
      <path d="M3 13L13 3" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  ongoing: (
    <>
      <path d="M1 5h8v6H1z" fill="currentColor" />
      <path d="M9 8h3M13.5 8h1.5" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  denied: (
    <>
      {square}
      <path d="M1 8h14" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  hypothetical: (
    <>
      <rect
        x="3"
        y="3"
        width="10"
        height="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="1.2 1.8"
      />
      <path
        d="M6.3 6.6a1.8 1.8 0 1 1 2.5 1.6q-.8.4-.8 1.3M8 10.6v1.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </>
  ),
  done: <path d="M3 8.500l3.4 3.400L13 4.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  failed: (
    <>
      <path d="M8 1.8l6.8 12.4H1.2z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 6v4M8 11.4v1.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
} as const

export function MarkSymbols() {
  return (
    <svg className="aloud" aria-hidden="true">
      <defs>
        {Object.entries(SHAPES).map(([name, shape]) => (
          <symbol key={name} id={`mark-${name}`} viewBox="0 0 16 16">
            {shape}
          </symbol>
        ))}
      </defs>
    </svg>
  )
}

/** A mark by itself: always hidden from readers of the screen aloud, for whom its word stands beside it. */
export function Mark({ name }: { readonly name: MarkName }) {
  return (
    <svg className="mark-shape" aria-hidden="true">
      <use href={`#mark-${name}`} />
    </svg>
  )
}
