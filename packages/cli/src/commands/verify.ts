/** `parley verify`: every archive hash, every evidence anchor, every link of the change log. */

import { verifyRecord } from '@parley/record'
import { Command } from 'commander'
import { counted } from '../counted.ts'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecordToRead } from '../record-options.ts'
import { inOneLine } from '../terminal.ts'

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check that nothing in the record has changed since it was written: exit 1 where something has.')
    .addOption(recordOption())
    .action(({ record: location }: RecordOption) =>
      withRecordToRead(location, async record => {
        const { archived, documents, analyses, items, links, isIndexChecked, faults } = await verifyRecord(record)
        for (const { where, what } of faults) await print(`${inOneLine(`${where}: ${what}`)}\n`)
        const checked = [
          counted(archived, 'archived file'),
          counted(documents, 'document'),
          counted(analyses, 'analysis', 'analyses'),
          counted(items, 'item'),
          `${counted(links, 'link')} of the change log`,
        ].join(', ')
        await print(`${checked}: ${faults.length === 0 ? 'nothing has changed' : counted(faults.length, 'fault')}\n`)
        if (!isIndexChecked)
          await print(
            'The index of words was not checked, for that writes; a copy of the record can be checked whole.\n',
          )
        if (faults.length > 0) process.exitCode = 1
      }),
    )
}
