/** `parley languages`: what each language pack can do. */
import type { LanguagePack } from '@parley/core'
import { languageName } from '@parley/ingest'
import { Command } from 'commander'
import { print } from '../output.ts'
import { openKit } from './shared.ts'

/** What a pack needs for a task: tables, one of which is enough to begin with. */
const TASKS: readonly (readonly [string, (pack: LanguagePack) => boolean])[] = [
  ['quotations', pack => hasRows(pack, 'cues')],
  ['names', pack => hasRows(pack, 'countries')],
  ['titles and pronouns', pack => hasRows(pack, 'titles') && hasRows(pack, 'pronouns')],
  ['times', pack => hasData(pack, 'times')],
]

export function languagesCommand(): Command {
  return new Command('languages')
    .description('Say which languages are read, and what each can do.')
    .action(async () => {
      for (const pack of (await openKit()).packs.values()) await print(describePack(pack))
    })
}

function describePack(pack: LanguagePack): string {
  const tasks = TASKS.map(([task, has]) => `  ${task}: ${has(pack) ? 'yes' : 'not done yet'}`)
  const notice = pack.notice
    .trim()
    .split('\n')
    .map(line => `  ${line}`)
  return [`${pack.code}  ${languageName(pack.code)}  ${pack.hash.slice(0, 12)}`, ...tasks, ...notice, ''].join('\n')
}

/** A table that is absent means "not done yet" (the pack throws for one that it does not know). */
function hasRows(pack: LanguagePack, table: string): boolean {
  return isThere(() => pack.table(table).length > 0)
}

function hasData(pack: LanguagePack, name: string): boolean {
  return isThere(() => pack.data(name) !== null)
}

function isThere(look: () => boolean): boolean {
  try {
    return look()
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
