/** The filters that the commands on items share. */
import type { Asked } from '@parley/service/record'
import type { Command } from 'commander'
import { dayOption, type RecordOption, recordOption } from './record-options.ts'

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
    .option('--source <words>', 'of publishers or addresses that hold these words')
    .option('--rejected', 'what reviewers rejected, too')
}

export function addSpeechFilters(command: Command): Command {
  return addFilters(command)
    .option('--by <name>', 'what this speaker said: a name, or an id of the dossier')
    .option('--about <name>', 'that name this person, place or party, or speak of this stipulation')
    .option('--stipulation <id>', 'that speak of this stipulation')
    .option('--act <act>', 'state, deny, promise, demand, accuse …')
    .option('--kind <kind>', 'direct, indirect or mixed')
}

export function asked(words: string, options: FilterOptions): Asked {
  const { stipulation, about = '' } = options
  return { ...options, words, about: stipulation === undefined ? about : `${about} ${stipulation}` }
}

export function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, cell]) => cell !== undefined)) as never
}
