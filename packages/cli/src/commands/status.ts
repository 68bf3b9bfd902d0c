/** `parley status INPUT…`: what the voices say of every point of the agreements, as a matrix: of a record, or of files. */
import { readStatus, StatusError, type StatusReport, statusCsv, statusHtml } from '@parley/service/read'
import { recordStatus } from '@parley/service/record'
import { ENGLISH_STATUS } from '@parley/views'
import { Command, InvalidArgumentError, Option } from 'commander'
import { print } from '../output.ts'
import { withRecordKit } from '../record-kit.ts'
import { type RecordOption, recordOption } from '../record-options.ts'
import { terminalOf, WIDEST_TABLE } from '../terminal.ts'
import { renderStatus } from '../views/status.ts'
import { WrongUse } from '../wrong-use.ts'
import {
  type DocumentOptions,
  dayOption,
  dossierOption,
  FILES,
  languageOption,
  listOption,
  openKit,
  publishedOption,
  refuseRecords,
  tellingOf,
} from './shared.ts'

interface Options extends DocumentOptions, RecordOption {
  readonly format: 'pretty' | 'json' | 'csv' | 'html'
  readonly asOf?: string
  readonly within?: number
  readonly order: readonly string[]
  readonly stipulation: readonly string[]
  readonly by: readonly string[]
}

export function statusCommand(): Command {
  return new Command('status')
    .description('Say what each side claims has been done about every point of the agreements of a dossier.')
    .argument('[input...]', `${FILES}, or - for standard input; none: the record`)
    .addOption(recordOption())
    .addOption(dossierOption())
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['pretty', 'json', 'csv', 'html']).default('pretty'),
    )
    .addOption(dayOption('--as-of <date>', 'as it stood that day (default: the latest day that the inputs know of)'))
    .addOption(new Option('--within <months>', 'leave out claims older than so many months').argParser(parseMonths))
    .addOption(listOption('--order <voices>', 'voices that come first, by id: aze,arm'))
    .addOption(listOption('--stipulation <ids>', 'only these points: karabakh-2020/6a, 6a, or an agreement'))
    .addOption(listOption('--by <who>', 'only points that they spoke of: a voice, or part of a name'))
    .addOption(languageOption())
    .addOption(publishedOption())
    .action(status)
}

function parseMonths(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number of months above 0.')
}

async function status(inputs: string[], options: Options): Promise<void> {
  refuseRecords(inputs)
  const request = {
    asOf: options.asOf ?? null,
    today: new Date().toISOString().slice(0, 10),
    months: options.within ?? null,
    order: options.order,
    stipulations: options.stipulation,
    by: options.by,
  }
  try {
    if (inputs.length === 0) {
      await withRecordKit(options, async (record, kit) => {
        if (kit.dossiers.length === 0)
          throw new WrongUse(`the record in ${options.record} has no dossier of its own: name one with --dossier`)
        await print(render(await recordStatus(record, kit, request), options.format))
      })
      return
    }
    if (options.dossier === undefined) throw new WrongUse('status of files needs a dossier: --dossier FOLDER|NAME')
    const { reading, telling, finish } = tellingOf(options)
    const report = await readStatus(inputs, await openKit(options), reading, request, telling)
    finish()
    // Nothing could be read, as has been said.
    if (report.documents.length === 0) return
    await print(render(report, options.format))
  } catch (error) {
    if (error instanceof StatusError) throw new WrongUse(error.message)
    throw error
  }
}

function render(report: StatusReport, format: Options['format']): string {
  if (format === 'json') return `${JSON.stringify(report)}\n`
  if (format === 'csv') return statusCsv(report, ENGLISH_STATUS)
  if (format === 'html') return statusHtml(report, ENGLISH_STATUS)
  return renderStatus(report, ENGLISH_STATUS, terminalOf(process.stdout, process.env, WIDEST_TABLE))
}
