#!/usr/bin/env node
// The command's start. Plain JavaScript that any Node can read, for it has to say so when the Node is too old for the rest.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v8 from 'node:v8'

const NEEDED = 24
const found = Number(process.versions.node.split('.')[0])

if (found >= NEEDED) {
  // Keeps stripped and compiled code between runs: a start takes half a second less. Beside the packs, not in a folder for
  // temporary files that others may write to; where it cannot be written, Node goes on without.
  module.enableCompileCache?.(join(import.meta.dirname, '../../../build/compile-cache'))
  // New objects are looked through in small portions: a long text would otherwise leave a hundred megabytes of them about. Costs nothing measurable.
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  const { main } = await import('../src/index.ts')
  await main(process.argv)
} else {
  const own = ownNode()
  if (own === null || process.env.PARLEY_RESTARTED === '1') {
    console.error(
      `parley: needs Node ${NEEDED} or newer, and this is ${process.version}; run \`npm ci\` in the project's folder, which brings one`,
    )
    process.exitCode = 2
  } else {
    const again = spawnSync(own, process.argv.slice(1), {
      stdio: 'inherit',
      // Guards against a circle, should the project's Node be too old as well.
      env: { ...process.env, PARLEY_RESTARTED: '1' },
    })
    if (again.error !== undefined) throw again.error
    if (again.signal !== null) process.kill(process.pid, again.signal)
    process.exitCode = again.status ?? 1
  }
}

/** The Node that `npm ci` put beside the project, or null. */
function ownNode() {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let above = dirname(folder); above !== folder; folder = above, above = dirname(folder)) {
    for (const name of ['node', 'node.exe']) {
      const path = join(folder, 'node_modules', 'node', 'bin', name)
      if (existsSync(path)) return path
    }
  }
  return null
}
