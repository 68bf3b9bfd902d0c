/** `parley serve` on a record, for benches that ask it from outside. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface Served {
  readonly address: string
  /** Milliseconds of processor time it has used, all threads together. */
  spent(): number
  /** Megabytes it has held at most. */
  peak(): number
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '..')

/** On any free port of this machine, once it listens. */
export async function serve(record: string, dossier: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [join(root, 'packages/cli/bin/parley.js'), 'serve', record, '--dossier', dossier, '--port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((done, fail) => {
    createInterface(child.stderr).once('line', line => (line.startsWith('http') ? done(line) : fail(new Error(line))))
  })
  return {
    address,
    spent: () => processorOf(child.pid!),
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    stop: () =>
      new Promise(done => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  // Fields 14 and 15 of the line, in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10
}
