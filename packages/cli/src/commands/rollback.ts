/** `parley rollback IMPORT`: takes back what one run of `add` brought. */

import { currentUser, rollBack } from '@parley/record'
import { Command } from 'commander'
import { counted } from '../counted.ts'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord } from '../record-options.ts'

interface Options extends RecordOption {
  readonly by?: string
  readonly why?: string
}

export function rollbackCommand(): Command {
  return new Command('rollback')
    .description('Take back an import: what came in by it alone goes, what others brought as well stays.')
    .argument('<import>', 'its id, as `parley add` and `parley sources --imports` name it')
    .addOption(recordOption())
    .option('--by <name>', 'who does it, for the change log')
    .option('--why <words>', 'the reason, for the change log')
    .action((run: string, { record: location, by = currentUser(), why }: Options) =>
      withRecord(location, async record => {
        const { documents, captures } = await rollBack(record, run, by, new Date().toISOString(), why ?? null)
        await print(`${counted(documents, 'document')} and ${counted(captures, 'input')} taken back\n`)
      }),
    )
}
