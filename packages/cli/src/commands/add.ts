/** `parley add INPUT…`: reports into the record. */

import type { OpenRecord } from '@parley/record'
import { addInputs, dossiersOf } from '@parley/service/record'
import { Command, InvalidArgumentError, Option } from 'commander'
import { AddProgressLine } from '../add-progress.ts'
import { counted } from '../counted.ts'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord } from '../record-options.ts'
import { whileStoppable } from '../stopping.ts'
import {
  allowPrivateOption,
  type DocumentOptions,
  delayOption,
  dossierOption,
  FILES,
  languageOption,
  openKit,
  publishedOption,
  refuseRecords,
  say,
} from './shared.ts'

interface Options extends DocumentOptions, RecordOption {
  readonly by?: string
  readonly threads?: number
  readonly allowPrivate?: true
  readonly delay?: number
}

export function addCommand(): Command {
  return new Command('add')
    .description('Take reports into the record and read them. Without inputs: read what is not read yet.')
    .argument('[input...]', `${FILES}, addresses of pages, feeds and lists of feeds, or - for standard input`)
    .addOption(recordOption())
    .addOption(languageOption())
    .addOption(publishedOption())
    .addOption(dossierOption())
    .option('--by <name>', 'who takes them in, as the change log names it (default: the user of this machine)')
    .addOption(
      new Option('--threads <n>', 'how many threads read (default: one for each core)').argParser(parseThreads),
    )
    .addOption(delayOption())
    .addOption(allowPrivateOption())
    .action(add)
}

function parseThreads(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 1 to 99.')
}

async function add(inputs: string[], options: Options): Promise<void> {
  refuseRecords(inputs)
  const dossiers = dossiersOf(options.record, options.dossier)
  await openKit({ dossier: dossiers }) // a mistake in a dossier is named before anything is written
  const progress = new AddProgressLine()
  const tell = (input: string, message: string): void => {
    progress.clear()
    say(input, message)
  }
  const takeIn = async (record: OpenRecord, signal: AbortSignal): Promise<void> => {
    const report = await addInputs(record, inputs, {
      signal,
      kit: { dossiers },
      language: options.language === 'auto' ? null : options.language,
      published: options.published ?? null,
      standardInput: process.stdin,
      now: () => new Date().toISOString(),
      onProgress: step => progress.show(step),
      onNotice: tell,
      onFailure: tell,
      fetching: {
        allowPrivate: options.allowPrivate ?? false,
        ...(options.delay === undefined ? {} : { delay: options.delay }),
      },
      ...(options.by === undefined ? {} : { by: options.by }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
    })
    progress.clear()
    const { run, archived, known, added, read, changed, failures } = report
    if (failures.length > 0 && report.isWhole) process.exitCode = 1
    const lines = [`${counted(added, 'document')} taken in, ${read} read, ${failures.length} failed`]
    if (changed.documents > 0)
      lines.push(
        `read anew, ${counted(changed.documents, 'document')} ${changed.documents === 1 ? 'says' : 'say'} otherwise: ${counted(changed.new, 'item')} new, ${changed.gone} gone`,
      )
    if (known > 0) {
      lines.push(
        `${counted(archived, 'input')} archived; ${known} ${known === 1 ? 'was' : 'were'} in the record already`,
      )
      if (options.language !== 'auto' || options.published !== undefined)
        lines.push(
          '--language and --published hold for what is new: to take in the others anew, roll back the import they came with (parley sources --imports)',
        )
    }
    if (run !== null) lines.push(`import ${run} (to take it back: parley rollback ${run})`)
    await print(`${lines.join('\n')}\n`)
  }
  await withRecord(options.record, record => whileStoppable(signal => takeIn(record, signal)))
}
