/** What the commands that read documents have in common. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kit } from '@parley/core'
import { ENDINGS, isIsoDate, languageName, type Notice, type ReadOptions } from '@parley/ingest'
import { installedLanguages, loadPacks, type Telling } from '@parley/service/read'
import { InvalidArgumentError, Option } from 'commander'
import { Progress } from '../progress.ts'
import { inOneLine } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

export interface DocumentOptions {
  readonly language: string
  readonly published?: string
  readonly dossier?: readonly string[]
}

/** A file or folder to write; a variable of the shell that is not set leaves nothing, which is not the current folder. */
export function pathOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): string => {
    if (value.trim() !== '') return value
    throw new InvalidArgumentError('Expected a path.')
  })
}

/** A record is no input: its own files would be read for reports. */
export function refuseRecords(inputs: readonly string[]): void {
  const record = inputs.find(input => existsSync(join(input, 'record.sqlite')))
  if (record !== undefined) throw new WrongUse(`${record} is a record, not an input: name it with --record ${record}`)
}

/** What the commands that read files say of them. */
export const FILES = `files and folders (${ENDINGS.join(' ')})`

export function languageOption(): Option {
  const codes = installedLanguages()
  const described = `language of the inputs (choices: ${['auto', ...codes].join(', ')}); auto: as each document says, else recognised`
  return new Option('--language <code>', described).default('auto').argParser((value: string): string => {
    const code = value.toLowerCase()
    if (code === 'auto' || codes.includes(code)) return code
    const named = /^[a-z]{2,3}$/.test(code)
      ? `${languageName(code)} is no language that Parley reads`
      : 'No such language'
    throw new InvalidArgumentError(
      `${named}; choices are auto, ${codes.map(one => `${one} (${languageName(one)})`).join(', ')}.`,
    )
  })
}

export function publishedOption(): Option {
  return new Option(
    '--published <date>',
    'day of publication of the inputs, for relative dates (2021-11-26)',
  ).argParser((value: string): string => {
    if (isIsoDate(value)) return value
    throw new InvalidArgumentError('Expected an ISO date such as 2021-11-26.')
  })
}

export function dossierOption(): Option {
  return new Option(
    '--dossier <folder|name>',
    'a peace process to read with: a folder, or a bundled dossier such as karabakh-2020; may be given again',
  ).argParser((value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value])
}

/** A day of the calendar: 2021-11-26. */
export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): string => {
    if (isIsoDate(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
    throw new InvalidArgumentError('Expected a day such as 2021-11-26.')
  })
}

/** Words to look for; none at all would find everything. */
export function wordsOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string): string => {
    if (value.trim() !== '') return value.trim()
    throw new InvalidArgumentError('Expected a name or an id.')
  })
}

/** Several values: parted by commas, or the option given again. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, `${description}; several parted by commas`)
    .default([], 'none')
    .argParser((value: string, before: readonly string[]): string[] => [
      ...before,
      ...value
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== ''),
    ])
}

export function allowPrivateOption(): Option {
  return new Option(
    '--allow-private',
    'fetch from addresses of private networks, too (this machine, an intranet), where links and redirects lead there as well; never from link-local ones (169.254.…), where clouds keep a machine’s keys',
  )
}

export function delayOption(): Option {
  return new Option('--delay <seconds>', 'pause between two requests to one host (default: 2)').argParser(
    (value: string): number => {
      if (/^\d{1,4}(?:\.\d{1,3})?$/.test(value)) return Number(value) * 1000
      throw new InvalidArgumentError('Expected seconds, such as 2 or 0.5.')
    },
  )
}

export function readOptions(options: DocumentOptions, onNotice: (notice: Notice) => void): ReadOptions {
  return {
    language: options.language === 'auto' ? null : options.language,
    published: options.published ?? null,
    onNotice,
    standardInput: process.stdin,
  }
}

/** What verbs that put many documents together tell while they read: notices, failures (which make the run end with 1), a count. */
export function tellingOf(options: DocumentOptions): {
  readonly reading: ReadOptions
  readonly telling: Telling
  readonly finish: () => void
} {
  const progress = new Progress(false)
  const tell = (input: string, message: string): void => {
    progress.clear()
    say(input, message)
  }
  return {
    reading: readOptions(options, ({ input, message }) => tell(input, message)),
    telling: {
      onFailure: ({ input, reason }) => {
        tell(input, reason)
        process.exitCode = 1
      },
      onDocument: () => progress.step(),
    },
    finish: () => progress.clear(),
  }
}

/** `news.txt: read as windows-1251`, on standard error. */
export function say(input: string, message: string): void {
  process.stderr.write(`${inOneLine(`${input}: ${message}`)}\n`)
}

/** The kit with the dossiers asked for, or what to mend where a dossier has mistakes or packs are missing or stale. */
export async function openKit({ dossier = [] }: Pick<DocumentOptions, 'dossier'> = {}): Promise<Kit> {
  if (dossier.length === 0) return loadPacks()
  // Loaded when it is asked for: what reads dossiers takes longer to load than a report takes to read.
  const { DossierError, loadKit } = await import('@parley/service/dossiers')
  try {
    return loadKit({ dossiers: dossier })
  } catch (error) {
    if (error instanceof DossierError) throw new WrongUse(error.message)
    throw error
  }
}
