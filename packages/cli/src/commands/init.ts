/** `parley init DIR --from NAME`: a bundled dossier, copied to edit. */
import { startDossier } from '@parley/dossier'
import { Command } from 'commander'
import { print } from '../output.ts'
import { withoutControls } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

interface Options {
  readonly from: string
}

export function initCommand(): Command {
  return new Command('init')
    .description('Start a dossier of your own from one of the bundled ones.')
    .argument('<dir>', 'the folder to make; it may exist, but must hold no dossier')
    .requiredOption('--from <name>', 'the bundled dossier to copy, such as karabakh-2020')
    .action((folder: string, { from }: Options) => copyDossier(folder, from))
}

export async function copyDossier(folder: string, from: string): Promise<void> {
  const started = startDossier(folder, from)
  if (!started.ok) throw new WrongUse(started.reason)
  const lines = [
    ...started.files.map(file => `  ${file}`),
    `${started.files.length} files in ${folder}. Edit them, then:`,
    `  parley check ${folder}`,
    `  parley read --dossier ${folder} INPUT…`,
  ]
  await print(`${lines.map(withoutControls).join('\n')}\n`)
}
