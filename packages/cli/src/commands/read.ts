/** `parley read INPUT…`: what documents say. */
import { type AnalysisMade, describeMistake, readInputs } from '@parley/service/read'
import { Command, Option } from 'commander'
import { FolderOutput, type Output, StandardOutput } from '../output.ts'
import { Progress } from '../progress.ts'
import { FORMAT_NAMES, FORMATS, type FormatName } from '../views/formats.ts'
import { WrongUse } from '../wrong-use.ts'
import {
  type DocumentOptions,
  dossierOption,
  FILES,
  languageOption,
  openKit,
  pathOption,
  publishedOption,
  readOptions,
  refuseRecords,
  say,
} from './shared.ts'

interface Options extends DocumentOptions {
  readonly format?: FormatName
  readonly out?: string
}

export function readCommand(): Command {
  return new Command('read')
    .description('Say what documents say: quotations with their speakers, what happened, who is named, times.')
    .argument('<input...>', `${FILES}, or - for standard input`)
    .addOption(
      new Option('--format <format>', 'how to write it (default: pretty, with --out json)').choices(FORMAT_NAMES),
    )
    .addOption(pathOption('--out <dir>', 'write one file for each document into this folder'))
    .addOption(languageOption())
    .addOption(publishedOption())
    .addOption(dossierOption())
    .action(read)
}

async function read(inputs: string[], options: Options): Promise<void> {
  refuseRecords(inputs)
  const { out } = options
  const format = FORMATS[options.format ?? (out === undefined ? 'pretty' : 'json')]
  const output: Output = out === undefined ? new StandardOutput(format) : new FolderOutput(out, format)
  const progress = new Progress(out === undefined && process.stdout.isTTY === true)
  const tell = (input: string, message: string): void => {
    progress.clear()
    say(input, message)
  }
  const reading = readOptions(options, ({ input, message }) => tell(input, message))
  for await (const outcome of readInputs(inputs, await openKit(options), reading)) {
    const reason = outcome.ok ? await write(outcome, output) : outcome.reason
    if (reason !== null) {
      tell(outcome.input, reason)
      process.exitCode = 1
    }
    progress.step()
  }
  progress.clear()
  await output.finish()
}

/** Why an analysis could not be shown or kept, or null. A mistake of ours in showing it fails it alone. */
async function write({ analysis }: AnalysisMade, output: Output): Promise<string | null> {
  try {
    return await output.write(analysis)
  } catch (error) {
    if (error instanceof WrongUse) throw error
    return describeMistake(error)
  }
}
