/** A mistake in a table, told so that it can be mended: where, what, and what was expected. Collected, sorted, shown together. */
export interface Problem {
  /** In words: `lang/missing-column`. */
  readonly code: string
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units of the line. */
  readonly column: number
  /** The words concerned. */
  readonly excerpt: string
  readonly message: string
  /** What to do about it, or ''. */
  readonly hint: string
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  )
}

export function formatProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`
  const hint = problem.hint === '' ? '' : `\n  ${problem.hint}`
  return `${place} ${problem.message} [${problem.code}]\n  ${problem.excerpt}${hint}`
}

/** Thrown when tables do not compile: all their mistakes at once. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems)
    super(
      `${sorted.length} mistake${sorted.length === 1 ? '' : 's'} in the tables\n${sorted.map(formatProblem).join('\n')}`,
    )
    this.problems = sorted
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
