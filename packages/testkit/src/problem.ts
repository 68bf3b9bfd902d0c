/** Prints a mistake in a table the way every other tool does: `file:line:column: message`, the words, a caret, the hint. */
export interface PrintableProblem {
  readonly code: string
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly excerpt: string
  readonly message: string
  readonly hint?: string | null
}

export function printProblem(problem: PrintableProblem): string {
  const { code, file, line, column, excerpt, message, hint } = problem
  const lines = [`${file}:${line}:${column}: ${message} (${code})`]
  if (excerpt !== '') lines.push(`    ${excerpt.replaceAll('\t', '→')}`)
  if (hint) lines.push(`    ${hint}`)
  return lines.join('\n')
}
