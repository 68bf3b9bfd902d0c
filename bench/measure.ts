/** Taking time: medians of repeated runs, and children of their own for what must be measured in a fresh process. */
import { execFileSync } from 'node:child_process'

/** The middle of the values; of an even number the lower middle, so that the figure is one that was measured. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of nothing')
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1]
}

/** Seconds of a clock on the wall that `action` takes. */
export function wallSeconds(action: () => void): number {
  const start = performance.now()
  action()
  return (performance.now() - start) / 1000
}

/**
 * Seconds of processor time that `action` takes, all threads of the process together (the compiler's and the collector's, too): what it costs
 * on one core, however many others are at work on the machine.
 */
export function cpuSeconds(action: () => void): number {
  const start = process.cpuUsage()
  action()
  return cpuSince(start)
}

export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** Runs a script in a process of its own; what it prints is JSON. `cwd` matters to a script of another checkout. */
export function inChild<T>(script: string, argv: readonly string[] = [], options: readonly string[] = []): T {
  const output = execFileSync(process.execPath, [...options, script, ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output) as T
}
