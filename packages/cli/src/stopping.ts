/** Exit code of a command that was asked to end, as shells have it for Ctrl-C: 128 and the number of SIGINT. */
const STOPPED = 130

/** Milliseconds until the end comes by itself: an input that nobody ends, a page that does not come. */
const GRACE = 3_000

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Ctrl-C, or the system's asking to end, while `act` runs: heeded at the next good place; asked again, the process ends at once. What a record has is
 * whole at any moment.
 */
export async function whileStoppable(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const asked = new AbortController()
  const stop = (): void => {
    if (asked.signal.aborted) process.exit(STOPPED)
    process.stderr.write('parley: stopping; what was taken in is kept, and the same command goes on from there\n')
    process.exitCode = STOPPED
    asked.abort()
    setTimeout(() => process.exit(STOPPED), GRACE).unref()
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    await act(asked.signal)
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

/** Ctrl-C, or the system's asking to end, ends the process at once, after `tidy`. Returns what takes this back. */
export function onceStopped(tidy: () => void): () => void {
  const stop = (): never => {
    tidy()
    process.exit(STOPPED)
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}
