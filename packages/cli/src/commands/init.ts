/** `parley init DIR`: a new record with a dossier to edit. */

import { initRecord } from '@parley/service/record'
import { Command } from 'commander'
import { counted } from '../counted.ts'
import { print } from '../output.ts'
import { inOneLine, parseLocation } from '../record-options.ts'
import { inOneLine as toOneLine } from '../terminal.ts'

export function initCommand(): Command {
  return new Command('init')
    .description('Make a new record, with a dossier to edit.')
    .argument('<dir>', 'a folder, or postgres://… for a record on a server', parseLocation)
    .option('--from <name>', 'begin with a bundled dossier, such as karabakh-2020')
    .action((location: string, { from = null }: { from?: string | null }) =>
      inOneLine(async () => {
        const { dossier, files } = await initRecord(location, from)
        const lines = [`The record stands in ${location}.`]
        if (files.length > 0) {
          lines.push(
            ...files.map(file => `  ${file}`),
            `${counted(files.length, 'file')} in ${dossier}. Edit them, then:`,
            `  parley check ${dossier}`,
            `  parley add --record ${location} INPUT…`,
          )
        }
        await print(`${lines.map(toOneLine).join('\n')}\n`)
      }),
    )
}
