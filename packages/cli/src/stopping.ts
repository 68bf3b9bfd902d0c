/** Exit code of a command that was asked to end, as shells have it for Ctrl-C: 128 and the number of SIGINT. */
export const STOPPED = 130

/** Milliseconds until the end comes by itself: an input that nobody ends, a page that does not come. */
const GRACE = 3_000

/** Ctrl-C, or the system's asking to end: heeded at the next good place; asked again, the process ends at once. What a record has is whole at any moment. */
export function stopWhenAsked(): AbortSignal {
  const asked = new AbortController()
  const stop = (): void => {
    if (asked.signal.aborted) process.exit(STOPPED)
    process.stderr.write('parley: stopping; what was taken in is kept, and the same command goes on from there\n')
    process.exitCode = STOPPED
    asked.abort()
    setTimeout(() => process.exit(STOPPED), GRACE).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  return asked.signal
}
