/** `parley verify`: every archive hash, every evidence anchor, every link of the change log. */
import { verifyRecord } from '@parley/record'
import { Command } from 'commander'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord } from '../record-options.ts'
import { inOneLine } from '../terminal.ts'

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check that nothing in the record has changed since it was written: exit 1 where something has.')
    .addOption(recordOption())
    .action(({ record: location }: RecordOption) =>
      withRecord(location, async record => {
        const { archived, documents, analyses, items, links, faults } = await verifyRecord(record)
        for (const { where, what } of faults) await print(`${inOneLine(`${where}: ${what}`)}\n`)
        const checked = `${archived} archived files, ${documents} documents, ${analyses} analyses, ${items} items, ${links} links of the change log`
        await print(`${checked}: ${faults.length === 0 ? 'nothing has changed' : `${faults.length} faults`}\n`)
        if (faults.length > 0) process.exitCode = 1
      }),
    )
}
