/** Runs the real command on real files. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const BIN = resolve(import.meta.dirname, '../bin/parley.js')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Stop reading standard output after its first piece. */
  readonly leavesEarly?: boolean
  /** Stop hearing standard error after its first piece. */
  readonly isDeaf?: boolean
  /** As another user of the machine, by number. */
  readonly uid?: number
  /** Another Node than the one that runs the tests. */
  readonly node?: string
}

export function parley(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd, stdin = '', env = {}, leavesEarly = false, isDeaf = false, uid, node = process.execPath } = options
  // The environment of whoever runs the tests must not colour what they see.
  const plain = { ...process.env, NO_COLOR: '', FORCE_COLOR: '', COLUMNS: '80', ...env }
  const child = spawn(node, [BIN, ...argv], { cwd, env: plain, ...(uid === undefined ? {} : { uid }) })
  return new Promise((done, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece
      if (leavesEarly) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece
      if (isDeaf) child.stderr.destroy()
    })
    child.on('error', reject)
    child.on('close', code => done({ code, stdout, stderr }))
    child.stdin.on('error', () => {}) // the command may end before it has read all
    child.stdin.end(stdin)
  })
}

/** A folder of files for one test file; `clear` it after all. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-cli-'))

  put(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  clear(): void {
    rmSync(this.folder, { recursive: true })
  }
}
