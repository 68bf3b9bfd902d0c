/** A mistake of our own in one document: it fails that document, and the run goes on. */

/** One line that helps to mend it: what was thrown, and where. Anything but an Error is thrown on. */
export function describeMistake(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const [frame = ''] = /\bat [^\n]*/.exec(error.stack?.slice(String(error).length) ?? '') ?? []
  const place = frame.replace(/file:\/\/\S*\/packages\//, '')
  const words = `${error.name}: ${error.message}`.replace(/\s+/g, ' ').slice(0, LONGEST)
  return `a mistake in Parley stopped it (${[words, place].filter(part => part !== '').join(' ')}); please report it`
}

const LONGEST = 300
