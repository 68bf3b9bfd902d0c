import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { expect, test } from 'vitest'
import { parley } from './run.ts'

test('languages', async () => {
  const { code, stdout } = await parley(['languages'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^en {2}English[\s\S]*^ru {2}Russian/m)
  expect(stdout).toContain('quotations: yes')
  expect(stdout).toMatch(/Attribution-ShareAlike/)
})

/** A Node on this machine that is too old for Parley, or null. */
function oldNode(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const version = spawnSync(`${folder}/node`, ['--version'], { encoding: 'utf8' }).stdout ?? ''
    const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0)
    if (major >= 18 && major < 24) return `${folder}/node`
  }
  return null
}

const old = oldNode()

test.skipIf(old === null)('an old Node starts the project’s own', async () => {
  const run = await parley(['languages'], { node: old as string })
  expect(run).toMatchObject({ code: 0, stderr: '' })
})

test.skipIf(old === null)('and says what to do where there is none', async () => {
  const run = await parley(['languages'], { node: old as string, env: { PARLEY_RESTARTED: '1' } })
  expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('npm ci') })
})

test('each command is found under the name by which it is loaded', async () => {
  const { stdout } = await parley(['--help'])
  const names = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name)
  expect(names).toEqual(expect.arrayContaining(['read', 'status', 'timeline', 'explain', 'languages']))
  for (const name of names.filter(one => one !== 'help')) {
    const { code, stdout } = await parley([name, '--help'])
    expect({ code, usage: stdout.split('\n')[0] }).toEqual({
      code: 0,
      usage: expect.stringMatching(new RegExp(`^Usage: parley ${name} `)),
    })
  }
})
