/** What the commands on a record have in common: which record, how much of it, in which format. */
import { isIsoDate } from '@parley/ingest'
import { type OpenRecord, openRecord, openRecordToRead, RecordError } from '@parley/record'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { inOneLine as toOneLine } from './terminal.ts'
import { WrongUse } from './wrong-use.ts'

export interface RecordOption {
  readonly record: string
}

export function recordOption(): Option {
  return new Option('--record <dir|postgres://…>', 'the record')
    .default('.', 'the current folder')
    .argParser(parseLocation)
}

/** A variable of the shell that is not set leaves nothing, which is not the current folder. */
export function parseLocation(value: string): string {
  if (value.trim() !== '') return value
  throw new InvalidArgumentError('Expected a folder, or postgres://….')
}

type Act = (record: OpenRecord) => Promise<void>

/** Opens the record, hands it over, and closes it. A record that cannot be opened or written is said in one line. */
export function withRecord(location: string, act: Act): Promise<void> {
  return withOpened(() => openRecord(location), act)
}

/** The same to look at it: one that may not be written will do, and is said to be so. */
export function withRecordToRead(location: string, act: Act): Promise<void> {
  return withOpened(
    () => openRecordToRead(location),
    async record => {
      if (record.readOnly !== null) sayOnce(`${location} is opened for reading only: ${record.readOnly}`)
      await act(record)
    },
  )
}

const said = new Set<string>()

/** Some commands open a record twice. */
function sayOnce(words: string): void {
  if (!said.has(words)) process.stderr.write(`parley: ${toOneLine(words)}\n`)
  said.add(words)
}

async function withOpened(open: () => Promise<OpenRecord>, act: Act): Promise<void> {
  await inOneLine(async () => {
    const record = await open()
    try {
      await act(record)
    } finally {
      await record.close()
    }
  })
}

/** What the outside world does wrong becomes one line. */
export async function inOneLine(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (error instanceof RecordError) throw new WrongUse(error.message)
    const code = (error as { code?: unknown }).code
    // What the engines say of a disk that is full, a file that is no database, a server that has gone.
    if (
      code === 'ERR_SQLITE_ERROR' ||
      code === 'ENOSPC' ||
      /^(?:CONNECTION_|ECONN|\d\d[0-9A-Z]{3}$)/.test(String(code))
    )
      throw new WrongUse(`the record cannot be read or written: ${(error as Error).message}`)
    throw error
  }
}

export interface PageOptions {
  readonly limit: number
  readonly after?: string
  readonly format: 'pretty' | 'jsonl'
}

export function addPageOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--limit <n>', 'how many rows at most').default(50).argParser((value: string): number => {
        if (/^[1-9]\d{0,6}$/.test(value)) return Number(value)
        throw new InvalidArgumentError('Expected a whole number from 1.')
      }),
    )
    .option('--after <place>', 'go on behind this place: what the page before named at its end')
    .addOption(new Option('--format <format>', 'how to write it').choices(['pretty', 'jsonl']).default('pretty'))
}

export function dayOption(flag: string, words: string): Option {
  return new Option(`${flag} <day>`, words).argParser((value: string): string => {
    if (isIsoDate(value) && value.length === 10) return value
    throw new InvalidArgumentError('Expected a day such as 2021-11-26.')
  })
}
