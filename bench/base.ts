/** Another commit of the project, laid out to be measured by the benches of this one. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A checkout of `ref` below out/, with this one's libraries and benches and its own packages and packs. Returns its folder. */
export function checkoutBase(root: string, ref: string): string {
  const folder = join(root, 'out', 'bench', 'base')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const archive = execFileSync('git', ['archive', ref], { cwd: root, maxBuffer: 1 << 28 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })

  // Libraries are shared, the workspace's own packages are the base's.
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@parley'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@parley') symlinkSync(join(root, 'node_modules', name), join(modules, name))
  for (const name of readdirSync(join(folder, 'packages')))
    symlinkSync(join(folder, 'packages', name), join(modules, '@parley', name))

  for (const part of ['bench', join('scripts', 'example-documents.ts'), 'examples'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  execFileSync(process.execPath, [join(folder, 'scripts', 'build-packs.ts')], { cwd: folder, stdio: 'inherit' })
  return folder
}
