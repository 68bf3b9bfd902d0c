/** The filters that the commands on items share. */
import { type Asked, readClosedList } from '@parley/service/record'
import { type Command, Option } from 'commander'
import { wordsOption } from './commands/shared.ts'
import { dayOption, type RecordOption, recordOption } from './record-options.ts'
import { WrongUse } from './wrong-use.ts'

export type FilterOptions = RecordOption &
  Omit<Asked, 'words'> & { readonly stipulation?: string; readonly type?: string; readonly rejected?: true }

export function addFilters(command: Command): Command {
  return command
    .addOption(recordOption())
    .addOption(dayOption('--from', 'from this day on'))
    .addOption(dayOption('--until', 'until this day, included'))
    .addOption(dayOption('--reported-from', 'reported on this day or later'))
    .addOption(dayOption('--reported-until', 'reported until this day, included'))
    .option('--language <code>', 'of documents in this language')
    .addOption(wordsOption('--source <words>', 'of publishers or addresses that hold these words'))
    .option('--rejected', 'what reviewers rejected, too')
    .hook('preAction', (_, asked) => requireInOrder(asked.opts<FilterOptions>()))
}

export function addSpeechFilters(command: Command): Command {
  return addFilters(command)
    .addOption(wordsOption('--by <name>', 'what this speaker said: a name, or an id of the dossier'))
    .addOption(wordsOption('--about <name>', 'that name this person, place or party, or speak of this stipulation'))
    .addOption(wordsOption('--stipulation <id>', 'that speak of this stipulation'))
    .addOption(new Option('--act <act>', 'what the speaker does by saying it').choices(readClosedList('acts')))
    .addOption(new Option('--kind <kind>', 'how it is quoted').choices(['direct', 'indirect', 'mixed']))
}

export function typeOption(): Option {
  return new Option('--type <type>', 'events of this type').choices(readClosedList('event-types'))
}

/** Days the wrong way round hold nothing, which would be taken for an answer. */
function requireInOrder({ from = '', until, reportedFrom = '', reportedUntil }: FilterOptions): void {
  if (until !== undefined && from > until) throw new WrongUse(`--from ${from} lies after --until ${until}`)
  if (reportedUntil !== undefined && reportedFrom > reportedUntil)
    throw new WrongUse(`--reported-from ${reportedFrom} lies after --reported-until ${reportedUntil}`)
}

export function asked(words: string, options: FilterOptions): Asked {
  const { stipulation, about = '' } = options
  return { ...options, words, about: stipulation === undefined ? about : `${about} ${stipulation}` }
}

export function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, cell]) => cell !== undefined)) as never
}
