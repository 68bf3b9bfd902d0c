/**
 * `npm run score`: reads every gold set beside the project with the project's own code, runs the sets' scorers on the analyses, prints measures
 * against their bars and writes SCORES.md. The gold sets are no part of the repository: without them it says so and leaves everything as it is.
 *
 *   --shared DIR   where gold/ and tools/ lie (default: ../shared beside the project)
 *   --set NAME     only this set; SCORES.md is then left alone (may be given more than once)
 *   --errors       the scorers' lists of errors, too
 *   --folds N      cross-validates the sets that weights are trained on (minutes; without it they are shown as learned, and held against no bar)
 *
 * Exit 0 also when a bar is missed: scores are measured, not tested.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Kit, makeDocument, matrixClaims, readDocument } from '@parley/core'
import { buildPacks } from '@parley/lang'
import { loadKit } from '@parley/service'

/** A measure: what it is called, where it stands among the scorer's figures, and the least it must reach, or the most it may. */
type Measure = readonly [name: string, figure: string, bar: number, side?: 'most']

interface GoldSet {
  readonly name: string
  /** Below the shared folder: a folder of documents, or a `.jsonl` with one a line. */
  readonly gold: string
  readonly scorer: keyof typeof SCORERS
  readonly measures: readonly Measure[]
  /** Bundled dossiers it is read with. */
  readonly dossiers?: readonly string[]
  /** Cells that the matrix of the first of them must have, `stipulation voice: assertions`, and no other; measured as `matrix`. */
  readonly cells?: readonly string[]
  /**
   * For a set that shipped weights are trained on: the training script and its arguments (paths below the shared folder), which with
   * `--folds N` reads each document with weights of one of N trainings that has not seen it. Only these figures are held against the bars.
   */
  readonly crossValidated?: readonly string[]
}

/** One row a set. */
const SETS: GoldSet[] = [
  {
    name: 'seed',
    gold: 'gold',
    scorer: 'score.mjs',
    measures: [
      ['quotations: span and speaker, F1', 'quotations.attributed.f1', 1],
      ['times, F1', 'times.f1', 1],
    ],
  },
  {
    name: 'seed, karabakh-2020',
    gold: 'gold',
    scorer: 'score.mjs',
    dossiers: ['karabakh-2020'],
    measures: [
      ['quotations: span and speaker, F1', 'quotations.attributed.f1', 1],
      ['events, F1', 'events.f1', 0.85],
      ['actors and recipients, F1', 'eventActors.f1', 0.9],
      ['the matrix, cell by cell: shared of all', 'matrix', 1],
    ],
    cells: [
      'karabakh-2020/1a aze: fulfilled',
      'karabakh-2020/1a press: fulfilled',
      'karabakh-2020/1a rus: fulfilled',
      'karabakh-2020/2 press: fulfilled',
      'karabakh-2020/3 press: fulfilled',
      'karabakh-2020/6a press: fulfilled',
      'karabakh-2020/6b press: fulfilled',
      'karabakh-2020/9a rus: planned progress',
    ],
  },
  {
    name: 'ru-dev',
    gold: 'gold/ru-dev',
    scorer: 'score.mjs',
    measures: [
      ['quotations: span, F1', 'quotations.span.f1', 0.92],
      ['quotations: span and speaker, F1', 'quotations.attributed.f1', 0.88],
      ['direct quotations, F1', 'quotations.direct.f1', 0.94],
      ['times, F1', 'times.f1', 0.94],
      ['times: ISO value, accuracy', 'timeValue', 0.95],
      ['events: trigger and type, F1', 'events.f1', 0.62],
      ['actors and recipients, F1', 'eventActors.f1', 0.75],
    ],
  },
  {
    name: 'en-dev',
    gold: 'gold/en-dev',
    scorer: 'score.mjs',
    measures: [
      ['quotations: span, F1', 'quotations.span.f1', 0.9],
      ['quotations: span and speaker, F1', 'quotations.attributed.f1', 0.85],
      ['times, F1', 'times.f1', 0.92],
    ],
  },
  {
    name: 'polnear-dev',
    gold: 'gold/polnear-dev',
    scorer: 'score.mjs',
    measures: [
      ['quotations: loose, F1', 'quotations.loose.f1', 0.78],
      ['quotations: span, F1', 'quotations.span.f1', 0.7],
      ['quotations: span and overlapping speaker, F1', 'quotations.attributed.f1', 0.65],
    ],
  },
  {
    name: 'times-en-dev',
    gold: 'gold/times-en-dev',
    scorer: 'score.mjs',
    measures: [
      ['times, F1', 'times.f1', 0.82],
      ['times: ISO value, accuracy', 'timeValue', 0.85],
    ],
  },
  {
    name: 'plover-dev',
    gold: 'gold/events-en/plover-dev.jsonl',
    scorer: 'score-events.mjs',
    measures: [
      ['events: type, recall', 'type.recall', 0.72],
      ['events: type, precision', 'type.precision', 0.55],
      ['events: actor found', 'actor', 0.75],
      ['events: recipient found', 'recipient', 0.65],
    ],
  },
  {
    name: 'factrueval-dev',
    gold: 'gold/factrueval-dev',
    scorer: 'score-names.mjs',
    measures: [
      ['persons: exact, F1', 'person.exact.f1', 0.94],
      ['places: exact, F1', 'place.exact.f1', 0.89],
      ['organisations: exact, F1', 'organisation.exact.f1', 0.74],
    ],
    crossValidated: [
      'training/names/train.ts',
      '--bsnlp',
      'corpus/bsnlp-2021-ru/names.jsonl',
      '--factrueval',
      'gold/factrueval-dev',
    ],
  },
  {
    name: 'factrueval-dev, meetings',
    gold: 'gold/factrueval-dev',
    scorer: 'score-names.mjs',
    measures: [
      ['meetings found', 'meetings.recall', 0.8],
      ['CONSULT events read', 'meetings.read', 40, 'most'],
    ],
  },
  {
    name: 'nerel-dev',
    gold: 'gold/nerel-dev',
    scorer: 'score-names.mjs',
    measures: [
      ['persons: overlap, F1', 'person.overlap.f1', 0.93],
      ['places: overlap, F1', 'place.overlap.f1', 0.89],
      ['organisations: overlap, F1', 'organisation.overlap.f1', 0.78],
    ],
  },
  {
    name: 'coref-dev',
    gold: 'gold/coref-dev',
    scorer: 'score-links.mjs',
    measures: [
      ['role to person: precision', 'links.p', 0.92],
      ['role to person: recall', 'links.r', 0.75],
      ['role without the name: precision', 'without the name.p', 0.85],
      ['role without the name: recall', 'without the name.r', 0.6],
    ],
  },
]

for (const [agreement, dossier, precision, recall] of [
  ['karabakh-2020', 'karabakh-2020', 0.75, 0.5],
  ['minsk-2-ru', 'minsk-2015', 0.75, 0.5],
  ['minsk-2', 'minsk-2015', 0.65, 0.4],
  ['r-arcss', 'south-sudan-2018', 0.65, 0.4],
  ['bangsamoro', 'bangsamoro-2014', 0.65, 0.4],
] as const) {
  SETS.push({
    name: `claims, ${agreement}`,
    gold: `gold/claims/claims-${agreement}.jsonl`,
    scorer: 'score-claims.mjs',
    dossiers: [dossier],
    measures: [
      ['claims: exact, precision', 'exact.p', precision],
      ['claims: exact, recall', 'exact.r', recall],
      ['claimant who is not the report itself', 'otherClaimant', 0.6],
    ],
  })
}

type Figures = Readonly<Record<string, number>>

/** Each scorer's options and how its output becomes named figures. */
const SCORERS = {
  'score.mjs': { options: ['--json'], figures: (output: string) => flatten(JSON.parse(output)) },
  'score-names.mjs': { options: [], figures: figuresOfLines },
  'score-claims.mjs': { options: ['--json'], figures: (output: string) => flatten(JSON.parse(output)) },
  'score-events.mjs': { options: [], figures: figuresOfRates },
  'score-links.mjs': { options: [], figures: figuresOfLines },
} as const

/** `{ a: { b: 1 } }` -> `{ 'a.b': 1 }`. */
function flatten(value: Readonly<Record<string, unknown>>, path = ''): Figures {
  const figures: Record<string, number> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'number') figures[path + key] = inner
    else if (inner === null)
      figures[path + key] = Number.NaN // a rate over nothing
    else if (typeof inner === 'object')
      Object.assign(figures, flatten(inner as Record<string, unknown>, `${path}${key}.`))
  }
  return figures
}

/** `person   exact P 0.9 R 0.8 F1 0.85   overlap P …` -> `person.exact.p` and so on; a line without a group's name has none in its keys. */
function figuresOfLines(output: string): Figures {
  const figures: Record<string, number> = {}
  for (const line of output.split('\n')) {
    const found = /^(\S+) +recall ([\d.]+) +gold \d+, .* read (\d+)$/.exec(line)
    if (found !== null) {
      figures[`${found[1]}.recall`] = Number(found[2])
      figures[`${found[1]}.read`] = Number(found[3])
    }
    const label = /^(.*?\S)\s{2,}|^(.*?)\s+(?=P \d)/.exec(line)
    if (label === null) continue
    const name = label[1] ?? label[2]
    for (const [, group, p, r, f1] of line
      .slice(name.length)
      .matchAll(/([a-z]*) ?P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)/g)) {
      const key = [name, ...(group === '' ? [] : [group])].join('.')
      figures[`${key}.p`] = Number(p)
      figures[`${key}.r`] = Number(r)
      figures[`${key}.f1`] = Number(f1)
    }
  }
  return figures
}

/** `type       recall 0.500  precision 0.600 …`, `actor      0.400   recipient 0.200` -> `type.recall`, `type.precision`, `actor`, `recipient`. */
function figuresOfRates(output: string): Figures {
  const figures: Record<string, number> = {}
  for (const [, kind, rate, value] of output.matchAll(/(?:^(type) +)?\b([a-z]+) +(\d\.\d+|-)(?= |$)/gm)) {
    const isOfType = kind !== undefined || rate === 'precision'
    figures[isOfType ? `type.${rate}` : rate] = value === '-' ? Number.NaN : Number(value)
  }
  return figures
}

interface GoldDocument {
  readonly id?: string
  readonly text: string
  readonly language?: string | null
  readonly published?: string | null
}

function* documentsOf(path: string): Generator<readonly [file: string, document: GoldDocument]> {
  if (path.endsWith('.jsonl')) {
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const document = JSON.parse(line) as GoldDocument
      yield [`${document.id}.json`, document]
    }
    return
  }
  for (const file of readdirSync(path)
    .filter(name => name.endsWith('.json'))
    .sort())
    yield [file, JSON.parse(readFileSync(join(path, file), 'utf8')) as GoldDocument]
}

function readSet(set: GoldSet, shared: string, out: string, kit: Kit): number {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  let count = 0
  for (const [file, { id, text, language, published }] of documentsOf(join(shared, set.gold))) {
    const document = makeDocument({
      id: id ?? basename(file, '.json'),
      text,
      language: language ?? null,
      published: published ?? null,
    })
    writeFileSync(join(out, file), JSON.stringify(readDocument(document, kit)))
    count++
  }
  return count
}

/** Of the cells wanted and those found, the share that is both. */
function matrixFigure(set: GoldSet, out: string): Figures {
  if (set.cells === undefined) return {}
  const [dossier] = kitOf(set).dossiers
  const found = new Map<string, Set<string>>()
  for (const file of readdirSync(out)) {
    for (const { stipulation, voice, assertion } of matrixClaims(
      JSON.parse(readFileSync(join(out, file), 'utf8')),
      dossier,
    )) {
      const cell = `${stipulation} ${voice ?? 'other'}`
      found.set(cell, (found.get(cell) ?? new Set()).add(assertion))
    }
  }
  const cells = [...found].map(([cell, assertions]) => `${cell}: ${[...assertions].sort().join(' ')}`)
  return { matrix: cells.filter(cell => set.cells?.includes(cell)).length / new Set([...cells, ...set.cells]).size }
}

function runScorer(set: GoldSet, shared: string, out: string, options: readonly string[]): string {
  const result = spawnSync(
    process.execPath,
    [join(shared, 'tools', set.scorer), join(shared, set.gold), out, ...options],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  if (result.status !== 0) throw new Error(`${set.scorer} on ${set.name}: ${result.stderr || `exit ${result.status}`}`)
  return result.stdout
}

/** Replaces the analyses in `out` by those of namers that have not seen the documents. */
function crossValidate([script, ...argv]: readonly string[], shared: string, folds: string, out: string): void {
  const paths = argv.map(argument => (argument.startsWith('--') ? argument : join(shared, argument)))
  const options = ['--folds', folds, '--analyses', out]
  // Training tells its progress on stderr.
  execFileSync(process.execPath, [join(root, script), ...paths, ...options], { encoding: 'utf8' })
}

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: join(root, '..', 'shared') },
    set: { type: 'string', multiple: true },
    errors: { type: 'boolean', default: false },
    folds: { type: 'string' },
  },
})
const shared = resolve(values.shared)
if (!existsSync(join(shared, 'gold'))) {
  console.log(`no gold sets at ${shared} (--shared DIR says where): nothing measured, SCORES.md is as it was`)
  process.exit(0)
}
const unknown = (values.set ?? []).filter(name => !SETS.some(set => set.name === name))
if (unknown.length > 0) {
  console.error(`no set named ${unknown.join(', ')}; there are: ${SETS.map(set => set.name).join(', ')}`)
  process.exit(2)
}

buildPacks(root)
const kits = new Map<string, Kit>()

function kitOf({ dossiers = [] }: GoldSet): Kit {
  const key = dossiers.join(' ')
  const kit = kits.get(key) ?? loadKit({ dossiers })
  kits.set(key, kit)
  return kit
}

const rows: string[][] = []
for (const set of SETS) {
  if (values.set !== undefined && !values.set.includes(set.name)) continue
  const out = join(root, 'out', 'score', set.name)
  const documents = readSet(set, shared, out, kitOf(set))
  const scorer = SCORERS[set.scorer]
  const unseen = set.crossValidated === undefined || values.folds !== undefined
  const name =
    set.crossValidated === undefined ? set.name : `${set.name} (${unseen ? `${values.folds} folds` : 'learned'})`
  if (set.crossValidated !== undefined && values.folds !== undefined)
    crossValidate(set.crossValidated, shared, values.folds, out)
  const scored = runScorer(set, shared, out, scorer.options)
  const figures: Figures = { ...scorer.figures(scored), ...matrixFigure(set, out) }
  for (const [measure, figure, bar, side] of set.measures) {
    const value = figures[figure]
    if (value === undefined)
      throw new Error(`${set.scorer} has no figure ${figure}; it has ${Object.keys(figures).join(', ')}`)
    const shown = Number.isNaN(value) ? '-' : value.toFixed(3)
    rows.push([
      name,
      String(documents),
      measure,
      shown,
      side === 'most' ? `at most ${bar}` : bar.toFixed(2),
      !unseen ? '' : (side === 'most' ? value <= bar : value >= bar) ? 'held' : 'MISSED',
    ])
  }
  if (values.errors) console.log(`${set.name}\n${runScorer(set, shared, out, ['--errors'])}`)
}

const HEAD = ['set', 'documents', 'measure', 'figure', 'bar', '']
const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map(row => row[column].length)))
const tableLine = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
const table = [
  tableLine(HEAD),
  `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`,
  ...rows.map(tableLine),
].join('\n')
console.log(table)
const count = (verdict: string) => rows.filter(row => row[5] === verdict).length
console.log(`\n${count('held')} bars held, ${count('MISSED')} missed`)

if (values.set === undefined) {
  const git = (...argv: string[]) => execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', with changes not yet committed'
  const content = `# Scores

What \`npm run score\` measured on ${new Date().toISOString().slice(0, 10)} at commit ${git('rev-parse', '--short', 'HEAD')}${changed},
language data ${loadKit().languages.slice(0, 12)}. The sets and their scorers lie beside the project and are no part of it; no weights are trained on them
(factrueval-dev aside: "folds" are documents that the measured weights have not seen, "learned" ones they have), and no sentence of theirs is in
the repository.

${table}

F1, precision and recall as the scorers define them: a quotation counts when it shares at least 0.8 of its characters with the marked one
(shared / in either), "and speaker" when its speaker is resolved to the right entity as well; a name counts as *exact* with the same borders,
as *overlap* with any shared character; a link is right when a description of a role is in one entity with the person's name.
`
  writeFileSync(join(root, 'SCORES.md'), content)
}
