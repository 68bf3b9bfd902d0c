/** `parley sources`: where the record's documents come from, and the runs that took them in. */
import { type FoundSource, listImports, listSources } from '@parley/record'
import { Command } from 'commander'
import { print } from '../output.ts'
import {
  addPageOptions,
  dayOption,
  type PageOptions,
  type RecordOption,
  recordOption,
  withRecordToRead,
} from '../record-options.ts'
import { inOneLine, terminalOf } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

interface Options extends RecordOption, PageOptions {
  readonly source?: string
  readonly language?: string
  readonly from?: string
  readonly until?: string
  readonly story?: string
  readonly imports?: true
}

export function sourcesCommand(): Command {
  return addPageOptions(
    new Command('sources')
      .description('Every document with where it came from; near duplicates share a story.')
      .addOption(recordOption())
      .option('--source <words>', 'publishers, addresses or paths that hold these words')
      .option('--language <code>', 'documents in this language')
      .addOption(dayOption('--from', 'published from this day on'))
      .addOption(dayOption('--until', 'published until this day, included'))
      .option('--story <id>', 'the documents that tell one story')
      .option('--imports', 'the runs that took documents in, for `parley rollback`'),
  ).action(sources)
}

async function sources(options: Options): Promise<void> {
  const { from = '', until } = options
  if (until !== undefined && from > until) throw new WrongUse(`--from ${from} lies after --until ${until}`)
  await withRecordToRead(options.record, async record => {
    const { format, limit, after = '0', imports } = options
    if (!/^\d{1,15}$/.test(after)) throw new WrongUse(`--after ${after}: expected the place that the page before named`)
    if (imports === true) {
      for (const row of await listImports(record)) {
        const { id, at, by, what, withdrawn } = row
        const state = withdrawn === null ? '' : ` (rolled back ${withdrawn.slice(0, 10)})`
        const words = `${id}  ${at.slice(0, 16)}  ${by}  ${what.join(' ')}${state}`
        await print(format === 'jsonl' ? `${JSON.stringify(row)}\n` : `${inOneLine(words)}\n`)
      }
      return
    }
    const page = await listSources(record, options, limit, Number(after))
    const terminal = terminalOf(process.stdout, process.env)
    for (const row of page.rows) {
      await print(
        format === 'jsonl' ? `${JSON.stringify(row)}\n` : linesOf(row, words => terminal.paint(['dim'], words)),
      )
    }
    const more = page.next === null ? '' : `more: --after ${page.next.n}\n`
    if (format === 'jsonl') process.stderr.write(more)
    else await print(more)
  })
}

function linesOf(row: FoundSource, dim: (words: string) => string): string {
  const { document, name, title, publisher, published, language, url, origin, part, archive, story, failure } = row
  const head = [published ?? 'undated', publisher, title ?? name, language].filter(word => word !== null).join(' · ')
  const from = [url, `${origin}${part === '' ? '' : ` (${part})`}`].filter(word => word !== null).join(' · ')
  const repeats = story === null || story === document ? '' : ` · repeats ${story.slice(0, 12)}`
  const lines = [
    inOneLine(head),
    dim(`  ${inOneLine(from)}`),
    dim(`  document ${document.slice(0, 12)} · archive ${archive.slice(0, 12)}${repeats}`),
  ]
  if (failure !== null) lines.push(`  not read: ${inOneLine(failure)}`)
  return `${lines.join('\n')}\n`
}
