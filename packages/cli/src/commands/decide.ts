/** `parley decide`, `parley undo`: a reviewer's decisions, one by its words or many as lines of JSON. Each is a link of the change log. */

import { createInterface } from 'node:readline'
import { currentUser, decide, type OpenRecord, RecordError, undoDecision } from '@parley/record'
import { loadDossiers } from '@parley/service/dossiers'
import { dossiersOf, hasStipulation, parseVerdict } from '@parley/service/record'
import { Command, InvalidArgumentError, Option } from 'commander'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord } from '../record-options.ts'
import { WrongUse } from '../wrong-use.ts'
import { dayOption, dossierOption, listOption, say } from './shared.ts'

const VERDICTS = ['accept', 'reject', 'correct', 'merge', 'split', 'assess'] as const

interface Options extends RecordOption {
  readonly by?: string
  readonly why?: string
  readonly set: Readonly<Record<string, string | null>>
  readonly with?: string
  readonly status?: string
  readonly pam?: number
  readonly on?: string
  readonly evidence: readonly string[]
  readonly dossier?: readonly string[]
}

export function decideCommand(): Command {
  return new Command('decide')
    .description('Decide on an item, or assess a stipulation. Nothing is erased: `parley undo` takes a decision back.')
    .argument(
      '<item>',
      'id of an item as `parley review` names it, or a stipulation; - for lines of JSON on standard input',
    )
    .argument('[verdict]', VERDICTS.join(', '))
    .addOption(recordOption())
    .option('--by <name>', 'who decides (default: the user of this machine)')
    .option('--why <words>', 'the reason')
    .addOption(
      new Option(
        '--set <field=value>',
        'correct: a field and what it is; nothing behind = for none; may be given again',
      )
        .default({}, 'none')
        .argParser(parseField),
    )
    .option('--with <item>', 'merge, split: the other one')
    .option('--status <status>', 'assess: what is concluded')
    .addOption(
      new Option('--pam <0-3>', 'assess: on the scale of the Peace Accords Matrix').argParser(
        (value: string): number => {
          if (/^[0-3]$/.test(value)) return Number(value)
          throw new InvalidArgumentError('Expected 0, 1, 2 or 3.')
        },
      ),
    )
    .addOption(dayOption('--on <day>', 'assess: the day it is true of'))
    .addOption(listOption('--evidence <items>', 'assess: ids of the items it rests on'))
    .addOption(dossierOption())
    .action(decideItem)
}

function parseField(value: string, before: Readonly<Record<string, string | null>>) {
  const at = value.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Expected field=value, such as assertion=progress.')
  const what = value.slice(at + 1)
  return { ...before, [value.slice(0, at)]: what === '' ? null : what }
}

async function decideItem(item: string, verdict: string | undefined, options: Options): Promise<void> {
  const { by = currentUser(), why = null, record: location } = options
  if (item === '-' && verdict !== undefined) throw new WrongUse('- takes each verdict from its line of JSON')
  const dossiers = dossiersOf(location, options.dossier)
  await withRecord(location, async record => {
    if (item === '-') {
      await decideLines(record, dossiers, { by, why })
      return
    }
    const seq = await decideOne(record, dossiers, {
      target: item,
      kind: verdict,
      value: whatIsSaid(verdict, options),
      by,
      why,
    })
    await print(`decision ${seq}\n`)
  })
}

function whatIsSaid(verdict: string | undefined, { set, with: other, status, pam, on, evidence }: Options): unknown {
  if (verdict === 'correct') return set
  if (verdict === 'merge' || verdict === 'split') return { with: other }
  return verdict === 'assess' ? { status, pam, on, evidence } : undefined
}

/** A line that cannot be is named, the others are decided. */
async function decideLines(
  record: OpenRecord,
  dossiers: readonly string[],
  standard: { readonly by: string; readonly why: string | null },
): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    try {
      const said = JSON.parse(line) as Record<string, unknown>
      const seq = await decideOne(record, dossiers, { ...standard, ...said })
      await print(`${JSON.stringify({ seq, target: said.target, kind: said.kind })}\n`)
    } catch (error) {
      if (!(error instanceof RecordError || error instanceof SyntaxError)) throw error
      say(`line ${number}`, error instanceof SyntaxError ? 'not JSON' : error.message)
      process.exitCode = 1
    }
  }
}

/** An undoing names its decision as the record does: `decision/5`. */
async function decideOne(
  record: OpenRecord,
  dossiers: readonly string[],
  said: Readonly<Record<string, unknown>>,
): Promise<number> {
  const undone = said.kind === 'undo' ? /^decision\/([1-9]\d{0,14})$/.exec(String(said.target)) : null
  if (undone !== null) return undoDecision(record, String(said.by), now(), Number(undone[1]), said.why as string | null)
  const { verdict, by, why } = parseVerdict(said)
  if (verdict.kind === 'assess' && !hasStipulation(loadDossiers(dossiers), verdict.target))
    throw new RecordError(`no dossier of this record has a stipulation '${verdict.target}'`)
  return decide(record, by, now(), verdict, why)
}

export function undoCommand(): Command {
  return new Command('undo')
    .description('Take back a decision; taking back an undoing makes the first one stand again.')
    .argument('<decision>', 'its number', (value: string): number => {
      if (/^[1-9]\d{0,14}$/.test(value)) return Number(value)
      throw new InvalidArgumentError('Expected the number of a decision.')
    })
    .addOption(recordOption())
    .option('--by <name>', 'who takes it back (default: the user of this machine)')
    .option('--why <words>', 'the reason')
    .action(async (seq: number, { by = currentUser(), why, record: location }: Options) => {
      await withRecord(location, async record => {
        await print(`decision ${await undoDecision(record, by, now(), seq, why ?? null)}\n`)
      })
    })
}

/** To the second, as the record keeps instants. */
function now(): string {
  return new Date().toISOString().replace(/\.\d+/, '')
}
