/** `parley quotes`, `search` and `events`: what the record holds, by filter, a page at a time. */

import {
  type Cursor,
  type FoundEvent,
  type FoundPassage,
  type FoundQuotation,
  listPassages,
  type Page,
} from '@parley/record'
import {
  CHECKED,
  type Checked,
  listReviewedEvents,
  listReviewedQuotations,
  SORTS,
  type Sort,
  toFilter,
  withChecked,
} from '@parley/service/record'
import { oneLine } from '@parley/views'
import { Command, Option } from 'commander'
import { counted } from '../counted.ts'
import { addFilters, addSpeechFilters, asked, dropUndefined, type FilterOptions, typeOption } from '../item-filters.ts'
import { print } from '../output.ts'
import { addPageOptions, type PageOptions, withRecordToRead } from '../record-options.ts'
import { inOneLine, type Terminal, terminalOf, withoutControls } from '../terminal.ts'
import { wrapRuns } from '../views/wrap.ts'
import { WrongUse } from '../wrong-use.ts'
import { openKit, wordsOption } from './shared.ts'

type FindOptions = FilterOptions &
  PageOptions & { readonly sort?: Sort; readonly place?: string; readonly checked?: Checked }

export function quotesCommand(): Command {
  return addPageOptions(addSpeechFilters(new Command('quotes')))
    .description('Who said what, the newest first.')
    .addOption(checkedOption())
    .action((options: FindOptions) => findQuotations('', options))
}

function checkedOption(): Option {
  return new Option('--checked <outcome>', 'statements that a person has checked so, or nobody').choices(CHECKED)
}

export function searchCommand(): Command {
  return addPageOptions(addSpeechFilters(new Command('search')))
    .description('Statements and texts that hold the words, in any form; «a phrase» word by word.')
    .argument('<words...>', 'what to look for')
    .addOption(checkedOption())
    .addOption(
      new Option('--sort <order>', 'statements: what answers best, or newest, first')
        .choices(SORTS)
        .default('relevance'),
    )
    .action(async (words: string[], options: FindOptions) => {
      if (!/[\p{L}\p{N}]/u.test(words.join('')))
        throw new WrongUse('words without a letter or a digit find nothing: name what to look for')
      await findQuotations(words.join(' '), options)
      // Texts have no speaker and no act: asked for these, only statements can answer. A page of statements goes on alone.
      const { by, act, kind, after } = options
      if ([by, act, kind, after].every(filter => filter === undefined)) await findPassages(words.join(' '), options)
    })
}

export function eventsCommand(): Command {
  return addPageOptions(addFilters(new Command('events')))
    .description('What is reported to have happened, the newest first.')
    .addOption(typeOption())
    .addOption(wordsOption('--by <name>', 'of this actor or recipient: the exact name, or an id of the dossier'))
    .addOption(wordsOption('--place <name>', 'at this place: the exact name, or an id of the dossier'))
    .action(findEvents)
}

async function findQuotations(words: string, options: FindOptions): Promise<void> {
  await withRecordToRead(options.record, async record => {
    const { checked } = options
    const found = toFilter(asked(words, options), await openKit())
    const chosen = await withChecked(record, found, checked === undefined ? [] : [checked])
    const rejected = options.rejected === true || chosen.rejected === true
    const filter = { ...chosen, rejected, sort: options.sort ?? 'date' }
    const page = await listReviewedQuotations(record, filter, options.limit, cursorOf(options.after))
    await show(page, options, 'statement', quotationLines)
  })
}

async function findPassages(words: string, options: FindOptions): Promise<void> {
  await withRecordToRead(options.record, async record => {
    const page = await listPassages(record, toFilter(asked(words, options), await openKit()), options.limit)
    await show({ ...page, next: null }, options, 'passage', passageLines)
  })
}

async function findEvents(options: FindOptions): Promise<void> {
  await withRecordToRead(options.record, async record => {
    const { by, type, place, from, until, reportedFrom, reportedUntil, language, source, rejected } = options
    const days = { from, until, reportedFrom, reportedUntil }
    const filter = dropUndefined({ actor: by, type, place, ...days, language, source, rejected })
    const page = await listReviewedEvents(record, filter, options.limit, cursorOf(options.after))
    await show(page, options, 'event', eventLines)
  })
}

async function show<T>(
  { rows, next }: Page<T>,
  { format }: PageOptions,
  kind: string,
  linesOf: (row: T, terminal: Terminal) => string,
): Promise<void> {
  if (format === 'jsonl') {
    for (const row of rows) await print(`${JSON.stringify({ item: kind, ...row })}\n`)
    if (next !== null) process.stderr.write(`more: --after ${placeOf(next)}\n`)
    return
  }
  const terminal = terminalOf(process.stdout, process.env)
  for (const row of rows) await print(`${linesOf(row, terminal)}\n`)
  const more = next === null ? '' : `; more: --after ${placeOf(next)}`
  await print(`${counted(rows.length, kind)}${more}\n`)
}

/** `2021-11-26:17`, or `:17` for what has no day; by relevance `2021-11-26:17~1800`. */
function placeOf({ day, n, score }: Cursor): string {
  return `${day ?? ''}:${n}${score === undefined ? '' : `~${score}`}`
}

function cursorOf(place: string | undefined): Cursor | null {
  if (place === undefined) return null
  const cut = place.lastIndexOf(':')
  const match = /^(\d{1,15})(?:~(\d{1,6}))?$/.exec(place.slice(cut + 1))
  if (cut < 0 || match === null) throw new WrongUse(`--after ${place}: expected the place that the page before named`)
  const [, n, score] = match
  const at = { day: cut === 0 ? null : place.slice(0, cut), n: Number(n) }
  return score === undefined ? at : { ...at, score: Number(score) }
}

function quotationLines(row: FoundQuotation, terminal: Terminal): string {
  const { speaker, act, said, kind, quote } = row
  const head = [said ?? 'undated', speaker ?? 'no speaker', act, kind].filter(word => word !== null).join(' · ')
  return `${terminal.paint(['bold'], inOneLine(head))}\n${body(quote, terminal)}\n${origin(row, terminal)}\n`
}

function passageLines(row: FoundPassage, terminal: Terminal): string {
  return `${terminal.paint(['bold'], withoutControls(row.published ?? 'undated'))}\n${body(row.words, terminal)}\n${origin(row, terminal)}\n`
}

function eventLines(row: FoundEvent, terminal: Terminal): string {
  const people = (json: string): string => (JSON.parse(json) as { name: string }[]).map(({ name }) => name).join(', ')
  const head = [row.time ?? 'undated', `${row.type}${row.mode === null ? '' : `/${row.mode}`}`, row.status]
  const who = [people(row.actors), people(row.recipients)].filter(names => names !== '').join(' → ')
  const where = row.place === null ? '' : ` · ${row.place}`
  return `${terminal.paint(['bold'], inOneLine(head.join(' · ')))}\n${body(`${who}${where} «${row.words}»`, terminal)}\n${origin(row, terminal)}\n`
}

function body(words: string, terminal: Terminal): string {
  const run = { text: withoutControls(oneLine(words)), styles: [] }
  return wrapRuns([run], terminal.width - 2, terminal)
    .map(({ text }) => `  ${text}`)
    .join('\n')
}

function origin(row: FoundQuotation | FoundPassage | FoundEvent, terminal: Terminal): string {
  const from = [row.publisher, row.title ?? row.name, row.url].filter(word => word !== null).join(' · ')
  return terminal.paint(['dim'], `  ${inOneLine(from)} [${row.start}–${row.end}, ${row.document.slice(0, 12)}]`)
}
