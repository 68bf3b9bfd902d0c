/** `parley timeline INPUT…`: what is reported as happening and as said, in order of when it happened: of a record, or of files. */
import { readTimeline, type TimelineReport, timelineCsv, timelineHtml } from '@parley/service/read'
import { recordTimeline } from '@parley/service/record'
import { ENGLISH_STATUS } from '@parley/views'
import { Command, Option } from 'commander'
import { print } from '../output.ts'
import { withRecordKit } from '../record-kit.ts'
import { type RecordOption, recordOption } from '../record-options.ts'
import { terminalOf } from '../terminal.ts'
import { renderTimeline } from '../views/timeline.ts'
import { WrongUse } from '../wrong-use.ts'
import {
  type DocumentOptions,
  dayOption,
  dossierOption,
  FILES,
  languageOption,
  openKit,
  publishedOption,
  refuseRecords,
  tellingOf,
  wordsOption,
} from './shared.ts'

interface Options extends DocumentOptions, RecordOption {
  readonly format: 'pretty' | 'json' | 'csv' | 'html'
  readonly from?: string
  readonly until?: string
  readonly by?: string
  readonly about?: string
}

export function timelineCommand(): Command {
  return new Command('timeline')
    .description('Say what happened and what was said, in order of when it happened.')
    .argument('[input...]', `${FILES}, or - for standard input; none: the record`)
    .addOption(recordOption())
    .addOption(dossierOption())
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['pretty', 'json', 'csv', 'html']).default('pretty'),
    )
    .addOption(dayOption('--from <date>', 'what happened or was said on that day or after'))
    .addOption(dayOption('--until <date>', 'what happened or was said on that day or before'))
    .addOption(wordsOption('--by <who>', 'who speaks or acts: part of a name, or an id of the dossier'))
    .addOption(
      wordsOption('--about <what>', 'who or what is named in it: part of a name, an id, or a point of an agreement'),
    )
    .addOption(languageOption())
    .addOption(publishedOption())
    .action(timeline)
}

async function timeline(inputs: string[], options: Options): Promise<void> {
  const { from = null, until = null, by = null, about = null } = options
  if (from !== null && until !== null && from > until) throw new WrongUse(`--from ${from} lies after --until ${until}`)
  refuseRecords(inputs)
  if (inputs.length === 0) {
    await withRecordKit(options, async (record, kit) => {
      await print(render(await recordTimeline(record, kit, { from, until, by, about }), options.format))
    })
    return
  }
  const { reading, telling, finish } = tellingOf(options)
  const report = await readTimeline(inputs, await openKit(options), reading, { from, until, by, about }, telling)
  finish()
  // Nothing could be read, as has been said.
  if (report.documents.length === 0) return
  await print(render(report, options.format))
}

function render(report: TimelineReport, format: Options['format']): string {
  if (format === 'json') return `${JSON.stringify(report)}\n`
  if (format === 'csv') return timelineCsv(report)
  if (format === 'html') return timelineHtml(report, ENGLISH_STATUS)
  return renderTimeline(report, ENGLISH_STATUS, terminalOf(process.stdout, process.env))
}
