/** `parley audit`: who did what on the server, when, from where. */
import { listAudit } from '@parley/record'
import { Command } from 'commander'
import { print } from '../output.ts'
import {
  addPageOptions,
  type PageOptions,
  type RecordOption,
  recordOption,
  withRecordToRead,
} from '../record-options.ts'
import { inOneLine } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

interface Options extends RecordOption, PageOptions {
  readonly who?: string
}

export function auditCommand(): Command {
  return addPageOptions(
    new Command('audit')
      .description('Who did what on the server, when and from where, the last first.')
      .addOption(recordOption())
      .option('--who <name>', 'what this user did'),
  ).action(audit)
}

async function audit({ record: location, who, limit, after, format }: Options): Promise<void> {
  if (after !== undefined && !/^\d{1,15}$/.test(after))
    throw new WrongUse(`--after ${after}: expected the place that the page before named`)
  await withRecordToRead(location, async ({ db }) => {
    const before = after === undefined ? undefined : Number(after)
    const rows = await listAudit(db, { who, before, limit: limit + 1 })
    for (const row of rows.slice(0, limit)) {
      const { at, who, how, from, what, about } = row
      const words = [at, who ?? 'nobody', what, about, from === null ? how : `${how}, ${from}`]
      const line = words.filter(word => word !== null).join('  ')
      await print(format === 'jsonl' ? `${JSON.stringify(row)}\n` : `${inOneLine(line)}\n`)
    }
    const more = rows.length > limit ? `more: --after ${rows[limit - 1].n}\n` : ''
    if (format === 'jsonl') process.stderr.write(more)
    else await print(more)
  })
}
