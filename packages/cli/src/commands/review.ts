/** `parley review`: what waits for a reviewer, or what was decided; one item a line of JSON for scripts. */
import { type Agreement, agreementOnAssessments, agreementOnItems, listDecisions } from '@parley/record'
import { listToReview, REVIEW_KINDS, REVIEW_STATES, type ReviewKind, type ToReview } from '@parley/service/record'
import { oneLine } from '@parley/views'
import { Command, Option } from 'commander'
import { print } from '../output.ts'
import {
  addPageOptions,
  type PageOptions,
  type RecordOption,
  recordOption,
  withRecordToRead,
} from '../record-options.ts'
import { inOneLine, type Terminal, terminalOf, withoutControls } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

interface Options extends RecordOption, PageOptions {
  readonly what: ReviewKind
  readonly state: (typeof REVIEW_STATES)[number]
}

export function reviewCommand(): Command {
  return addPageOptions(
    new Command('review')
      .description('Items that wait for a reviewer, each with the id that `parley decide` takes.')
      .argument('[record]', 'the record, instead of --record')
      .addOption(recordOption())
      .addOption(new Option('--what <items>', 'items of which kind').choices(REVIEW_KINDS).default('claims'))
      .addOption(
        new Option('--state <state>', 'open: nobody decided; disputed: reviewers differ')
          .choices(REVIEW_STATES)
          .default('open'),
      ),
  ).action(review)
}

async function review(location: string | undefined, options: Options): Promise<void> {
  const { after = '0', format, what, state, limit } = options
  if (!/^\d{1,15}$/.test(after)) throw new WrongUse(`--after ${after}: expected the place that the page before named`)
  await withRecordToRead(location ?? options.record, async record => {
    const { rows, next } = await listToReview(record, what, [state], limit, Number(after))
    const terminal = terminalOf(process.stdout, process.env)
    for (const row of rows) await print(format === 'jsonl' ? jsonLine(row, what) : linesOf(row, terminal))
    const more = next === null ? '' : `more: --after ${next}\n`
    if (format === 'jsonl') process.stderr.write(more)
    else await print(`${rows.length} ${state}\n${more}`)
  })
}

/** `target` and `kind` as `parley decide -` takes them: a script changes `kind` and adds who decides. */
function jsonLine({ n: _, position: __, text: sha256, id: target, ...row }: ToReview, what: ReviewKind): string {
  return `${JSON.stringify({ item: what.slice(0, -1), target, ...row, sha256 })}\n`
}

function linesOf(row: ToReview, terminal: Terminal): string {
  const words = 'quote' in row ? row.quote : row.words
  const origin = [row.publisher, row.title ?? row.name, row.published].filter(word => word !== null).join(' · ')
  const decided = row.decisions.map(
    ({ seq, by, kind, why }) => `${seq} ${by}: ${kind}${why === null ? '' : ` (${why})`}`,
  )
  const lines = [terminal.paint(['bold'], inOneLine(headOf(row))), `  ${withoutControls(oneLine(words))}`]
  lines.push(terminal.paint(['dim'], `  ${inOneLine(origin)}`), `  ${row.id}`)
  for (const line of decided) lines.push(`  ${inOneLine(line)}`)
  return `${lines.join('\n')}\n\n`
}

function headOf(row: ToReview): string {
  if ('stipulation' in row)
    return [row.stipulation, row.assertion, row.claimant ?? 'the document itself', row.said ?? 'undated'].join(' · ')
  if ('quote' in row) return [row.speaker ?? 'no speaker', row.act ?? row.kind, row.said ?? 'undated'].join(' · ')
  return [row.type, row.status, row.time ?? 'undated'].join(' · ')
}

export function agreementCommand(): Command {
  return new Command('agreement')
    .description("How far reviewers agree beyond chance (Krippendorff's alpha), on items and on assessments.")
    .argument('[record]', 'the record, instead of --record')
    .addOption(recordOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['pretty', 'json']).default('pretty'))
    .action(async (location: string | undefined, options: RecordOption & { readonly format: 'pretty' | 'json' }) => {
      await withRecordToRead(location ?? options.record, async record => {
        const decisions = await listDecisions(record.db)
        const report = { items: agreementOnItems(decisions), assessments: agreementOnAssessments(decisions) }
        await print(
          options.format === 'json'
            ? `${JSON.stringify(report)}\n`
            : `${agreementLine('items as found or not', report.items)}${agreementLine('assessments', report.assessments)}`,
        )
      })
    })
}

function agreementLine(what: string, { items, reviewers, alpha }: Agreement): string {
  const figure = alpha === null ? 'alpha cannot be told' : `alpha ${alpha.toFixed(3)}`
  const who = reviewers.length === 0 ? '' : ` (${withoutControls(reviewers.join(', '))})`
  return `${what}: ${figure}; ${items} decided by two reviewers or more${who}\n`
}
