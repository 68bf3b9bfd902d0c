/**
 * The matrix for the terminal: a row a stipulation with its finding and a cell for each voice, then for each row that somebody spoke of
 * the words that its cells rest on. A mark stands beside a word, and brackets, `?` and `same day` say what colour could.
 */
import {
  type Finding,
  type Matrix,
  type MatrixAgreement,
  type MatrixCell,
  type MatrixClaim,
  type MatrixRow,
  type MatrixVoice,
  STATUS_RULE,
} from '@parley/core'
import { describeDay, type StatusReport } from '@parley/service/read'
import { nameIn, oneLine, type StatusWords, textIn } from '@parley/views'
import { columnsOf, plainTerminal, type Style, type Terminal, withoutControls } from '../terminal.ts'
import { padEnd, type Run, wrapRuns, wrapText } from './wrap.ts'

export function renderStatus(report: StatusReport, words: StatusWords, terminal: Terminal): string {
  return report.matrices.map(matrix => new StatusView(report, matrix, words, terminal).render()).join('\n')
}

const MARKS: Readonly<Record<Finding, string>> = {
  fulfilled: '●',
  progress: '◐',
  planned: '◌',
  'not-begun': '⊖',
  halted: '‖',
  breached: '✕',
  contested: '≠',
  reported: '⊙',
  unknown: '·',
}
const OVERDUE = '⚑'

const STYLES: Readonly<Record<Finding, readonly Style[]>> = {
  fulfilled: ['blue'],
  progress: ['cyan'],
  planned: ['cyan'],
  'not-begun': ['yellow'],
  halted: ['yellow'],
  breached: ['red'],
  contested: ['magenta', 'bold'],
  reported: ['bold'],
  unknown: ['dim'],
}

/** A cell of the table: lines of runs, each wrapped by itself. */
type Cell = readonly (readonly Run[])[]

const FINDING_COLUMN = 15
/** `[not begun]`, `● fulfilled` and `26 Nov 2021` fit. */
const VOICE_COLUMN = 12
const VOICE_WIDEST = 18
/** A column of duties beside the cells needs so much; else the duty stands on a line above them. */
const DUTY_COLUMN = 34
const INDENT = 4

class StatusView {
  readonly #report: StatusReport
  readonly #matrix: Matrix
  readonly #words: StatusWords
  readonly #terminal: Terminal
  readonly #voices: readonly MatrixVoice[]
  readonly #lines: string[] = []

  constructor(report: StatusReport, matrix: Matrix, words: StatusWords, terminal: Terminal) {
    this.#report = report
    this.#matrix = matrix
    this.#words = words
    this.#terminal = terminal
    const spoken = new Set(
      matrix.agreements.flatMap(({ rows }) => rows.flatMap(row => row.cells.map(one => one.voice))),
    )
    // The parties and guarantors always have a column: their silence is to be seen.
    this.#voices = matrix.voices.filter(
      ({ id, standing }) => standing === 'party' || standing === 'guarantor' || spoken.has(id),
    )
  }

  render(): string {
    this.#head()
    for (const agreement of this.#matrix.agreements) this.#agreement(agreement)
    this.#evidence()
    // They have kept lines together; what is printed is searched and copied.
    return `${this.#lines.join('\n')}\n`.replaceAll(NO_BREAK, ' ')
  }

  #head(): void {
    const { dossier, months, agreements, later } = this.#matrix
    const words = this.#words
    this.#wrap([{ text: textIn(dossier.titles, words.language), styles: ['bold'] }], 0)
    const claims = agreements.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.claims.length, 0), 0)
    const facts = [
      `${words.asOf} ${describeDay(this.#matrix.asOf)}`,
      ...(months === null ? [] : [words.windowOf(months)]),
      words.documents(this.#report.documents.length),
      words.claims(claims),
      ...(later === 0 ? [] : [words.later(later)]),
    ]
    this.#wrap([{ text: `${facts.join(' · ')}. ${words.claimsNotFacts}`, styles: ['dim'] }], 0)
  }

  #agreement({ titles, signed, rows }: MatrixAgreement): void {
    const words = this.#words
    this.#write()
    this.#wrap(
      [
        { text: textIn(titles, words.language), styles: ['bold'] },
        { text: ` · ${words.signed} ${describeDay(signed)}`, styles: ['dim'] },
      ],
      0,
    )
    const { width } = this.#terminal
    const least = FINDING_COLUMN + this.#voices.length * (VOICE_COLUMN + 1)
    if (width >= least + DUTY_COLUMN) this.#wideTable(rows, width - least)
    else if (width >= least + INDENT) this.#narrowTable(rows, width - least - INDENT)
    else this.#list(rows)
  }

  /** The duty in the first column. `spare`: columns beyond the least of finding and voices. */
  #wideTable(rows: readonly MatrixRow[], spare: number): void {
    const wider = Math.min(VOICE_WIDEST - VOICE_COLUMN, Math.floor((spare - DUTY_COLUMN) / 2 / this.#voices.length))
    const voice = VOICE_COLUMN + wider
    const duty = Math.min(spare - wider * this.#voices.length, 56)
    const columns = [duty - 1, FINDING_COLUMN - 1, ...this.#voices.map(() => voice)]
    this.#columnHeads([[this.#dim(this.#words.pointAndDuty)], ...this.#headCells()], columns)
    for (const row of rows) this.#tableRow([this.#duty(row, duty - 1), ...this.#rowCells(row)], columns)
  }

  /** The duty on a line above finding and cells; a duty of which nobody spoke takes that line alone. */
  #narrowTable(rows: readonly MatrixRow[], spare: number): void {
    const voice = Math.min(VOICE_WIDEST, VOICE_COLUMN + Math.floor(spare / this.#voices.length))
    const columns = [INDENT - 1, FINDING_COLUMN - 1, ...this.#voices.map(() => voice)]
    this.#columnHeads([[], ...this.#headCells()], columns)
    for (const row of rows) {
      const isSilent = row.cells.length === 0
      this.#wrap([...this.#dutyRuns(row), ...(isSilent ? this.#unknown(row) : [])], INDENT)
      if (!isSilent) this.#tableRow([[], ...this.#rowCells(row)], columns)
    }
  }

  /** For many voices, or little room: what each voice says on a line of its own. */
  #list(rows: readonly MatrixRow[]): void {
    this.#write(this.#paint(['dim'], '─'.repeat(this.#terminal.width)))
    for (const row of rows) {
      this.#wrap(this.#dutyRuns(row), INDENT)
      this.#wrap(joined(this.#finding(row), ' · '), INDENT, INDENT)
      for (const cell of row.cells) {
        const voice = { text: `${this.#voiceName(cell.voice)} `, styles: [] }
        this.#wrap([voice, ...joined(this.#cell(row, cell), ' · ')], INDENT + 4, INDENT + 2)
      }
    }
  }

  #headCells(): Cell[] {
    const finding = [this.#dim(this.#words.findingColumn)]
    return [finding, ...this.#voices.map(({ id }) => [[{ text: this.#voiceName(id), styles: ['bold'] as const }]])]
  }

  #columnHeads(cells: readonly Cell[], columns: readonly number[]): void {
    this.#tableRow(cells, columns)
    this.#write(this.#paint(['dim'], '─'.repeat(columns.reduce((sum, width) => sum + width + 1, -1))))
  }

  #tableRow(cells: readonly Cell[], columns: readonly number[]): void {
    const wrapped = cells.map((cell, at) =>
      cell.flatMap(runs => wrapRuns(runs, columns[at], this.#terminal).map(line => line.text)),
    )
    const height = Math.max(...wrapped.map(lines => lines.length))
    for (let row = 0; row < height; row++) {
      const line = wrapped.map((lines, at) => padPainted(lines[row] ?? '', columns[at])).join(' ')
      this.#write(line.trimEnd())
    }
  }

  #rowCells(row: MatrixRow): Cell[] {
    const cells = this.#voices.map(({ id }): Cell => {
      const cell = row.cells.find(one => one.voice === id)
      return cell === undefined ? [this.#dim(MARKS.unknown)] : this.#cell(row, cell)
    })
    return [this.#finding(row), ...cells]
  }

  /** Number, title under itself, and under it what else is known of the duty. */
  #duty(row: MatrixRow, width: number): Cell {
    const [number, title, , meta] = this.#dutyRuns(row)
    const wrapped = ({ text, styles }: Run): Run[] =>
      wrapText(text, width - INDENT, plainTerminal(width)).map(line => ({
        text: line.replaceAll(' ', NO_BREAK),
        styles,
      }))
    const lines = [...wrapped(title), ...wrapped(meta)]
    return lines.map((line, at) => [at === 0 ? number : { text: NO_BREAK.repeat(INDENT), styles: [] }, line])
  }

  #dutyRuns(row: MatrixRow): Run[] {
    const words = this.#words
    const number = row.id.slice(row.id.lastIndexOf('/') + 1)
    const bearers = row.bearers.map(({ id, names }) => nameIn(names, words.language, id)).join(', ')
    const was = row.dueFirst === null ? '' : `, ${words.was} ${describeDay(row.dueFirst.slice(0, 10))}`
    const due = row.due === null ? '' : ` · ${words.due} ${describeDay(row.due.slice(0, 10))}${was}`
    return [
      { text: `${padEnd(number, INDENT - 1)} `.replaceAll(' ', NO_BREAK), styles: ['bold'] },
      { text: clean(textIn(row.titles, words.language)), styles: [] },
      { text: ' · ', styles: ['dim'] },
      {
        text: clean(`${bearers}${row.continuing ? ` · ${words.continuing}` : due}`),
        styles: ['dim'],
      },
    ]
  }

  #finding(row: MatrixRow): Cell {
    const words = this.#words
    const lines: Run[][] = [[this.#marked(row.finding, words.finding[row.finding])]]
    if (row.overdue) lines.push([{ text: `${OVERDUE}${NO_BREAK}${words.overdue}`, styles: ['red', 'bold'] }])
    const count = row.voices === 0 ? [] : [words.voices(row.voices)]
    if (row.general) count.push(words.generalOnly)
    if (row.undated > 0) count.push(words.plusUndated(row.undated))
    if (row.others.length > 0) count.push(`+${words.plusOthers(row.others.length)}`)
    for (const line of count) lines.push(this.#dim(line))
    return lines
  }

  /** A finding of which there is nothing to say but that nobody spoke. */
  #unknown(row: MatrixRow): Run[] {
    const [, ...more] = this.#finding(row)
    const silent: Run = { text: this.#words.finding.unknown, styles: STYLES.unknown }
    return [{ text: ' · ', styles: ['dim'] }, ...joined([[silent], ...more], ' · ')]
  }

  #cell(row: MatrixRow, cell: MatrixCell): Cell {
    const words = this.#words
    const more = cell.undated.length
    if (cell.said === null) {
      const [first] = cell.undated.map(at => row.claims[at].assertion)
      return [
        [this.#marked(first, `${words.finding[first]}?`)],
        this.#dim(more > 1 ? `${more} ${words.undated}` : words.undated),
      ]
    }
    const lines: Run[][] = []
    const says = [...new Set(cell.claims.map(at => row.claims[at].assertion))]
    for (const assertion of cell.sameDay ? says : says.slice(0, 1)) {
      const word = words.finding[assertion]
      lines.push([cell.general ? { text: `[${word}]`, styles: STYLES[assertion] } : this.#marked(assertion, word)])
    }
    if (cell.sameDay) lines.push([{ text: words.sameDay, styles: ['bold'] }])
    lines.push(this.#dim(describeDay(cell.said).replaceAll(' ', NO_BREAK)))
    if (more > 0) lines.push(this.#dim(words.plusUndated(more)))
    return lines
  }

  // The words

  #evidence(): void {
    const rows = this.#matrix.agreements.flatMap(agreement => agreement.rows).filter(({ claims }) => claims.length > 0)
    this.#write()
    if (rows.length === 0) {
      this.#write(this.#words.nothingSaid)
      return
    }
    this.#write(this.#paint(['bold'], this.#words.words))
    this.#write(this.#paint(['dim'], '─'.repeat(this.#terminal.width)))
    for (const row of rows) {
      const title = clean(textIn(row.titles, this.#words.language))
      const earlier = row.claims.length - shownOf(row)
      const facts = [this.#why(row).replace(/\.$/, ''), ...(earlier === 0 ? [] : [this.#words.plusEarlier(earlier)])]
      this.#wrap(
        [
          { text: `${row.id} ${title}`, styles: ['bold'] },
          { text: ` · ${facts.join(' · ')}`, styles: ['dim'] },
        ],
        2,
      )
      for (const { voice, claims, undated } of row.cells) {
        for (const at of [...claims, ...undated]) this.#claim(row.claims[at], voice)
      }
      for (const at of row.others) this.#claim(row.claims[at], null)
    }
  }

  #why(row: MatrixRow): string {
    return STATUS_RULE.find(({ id }) => id === row.line)?.words ?? row.line
  }

  #claim(claim: MatrixClaim, voice: string | null): void {
    const words = this.#words
    const { claimant, evidence, said, general, assertion } = claim
    const who = claimant.name === null ? words.ownVoice : clean(claimant.name)
    const role = claimant.role === null ? '' : `, ${claimant.role.office.replaceAll('-', ' ')}`
    const facts = [
      `${who}${role}`,
      said === null ? words.undated : describeDay(said),
      ...(voice === null ? [words.notCounted] : []),
      `${clean(evidence.document)}:${evidence.start}–${evidence.end}`,
    ]
    const word = words.finding[assertion]
    this.#wrap(
      [
        { text: `${voice === null ? words.other : this.#voiceName(voice)}: `, styles: [] },
        general ? { text: `[${word}]`, styles: STYLES[assertion] } : this.#marked(assertion, word),
        { text: ` · ${facts.join(' · ')}`, styles: ['dim'] },
      ],
      4,
      2,
    )
    const before = shortenStart(clean(evidence.before))
    const after = shortenEnd(clean(evidence.after))
    const runs: Run[] = [
      { text: `${before}${/\s$/.test(evidence.before) ? ' ' : ''}`, styles: ['dim'] },
      { text: `[${clean(evidence.quote)}]`, styles: ['underline'] },
      { text: `${/^\s/.test(evidence.after) ? ' ' : ''}${after}`, styles: ['dim'] },
    ]
    this.#wrap(runs, 4, 4)
  }

  // Small things

  #voiceName(id: string): string {
    if (id === 'press') return this.#words.press
    const voice = this.#matrix.voices.find(one => one.id === id)
    return voice === undefined ? id : clean(nameIn(voice.names, this.#words.language, id))
  }

  #marked(finding: Finding, word: string): Run {
    return { text: `${MARKS[finding]}${NO_BREAK}${word.replaceAll(' ', NO_BREAK)}`, styles: STYLES[finding] }
  }

  #dim(words: string): Run[] {
    return [{ text: words, styles: ['dim'] }]
  }

  /** Lines after the first are indented by `hang`, the first by `indent`. */
  #wrap(runs: readonly Run[], hang: number, indent = 0): void {
    const lines = wrapRuns(runs, this.#terminal.width - hang, this.#terminal)
    lines.forEach((line, at) => {
      this.#write(' '.repeat(at === 0 ? indent : hang) + line.text)
    })
  }

  #write(line = ''): void {
    this.#lines.push(line)
  }

  #paint(styles: readonly Style[], words: string): string {
    return this.#terminal.paint(styles, words)
  }
}

const NO_BREAK = '\u00a0'
/** Characters of context beside the words. */
const CONTEXT = 70

function shortenStart(words: string): string {
  if (words.length <= CONTEXT) return words
  return `…${words.slice(words.indexOf(' ', words.length - CONTEXT) + 1)}`
}

function shortenEnd(words: string): string {
  if (words.length <= CONTEXT) return words
  const space = words.lastIndexOf(' ', CONTEXT)
  return `${words.slice(0, space > 0 ? space : CONTEXT)}…`
}

function clean(words: string): string {
  return withoutControls(oneLine(words))
}

function joined(cell: Cell, between: string): Run[] {
  return cell.flatMap((line, at) => (at === 0 ? line : [{ text: between, styles: [] as const }, ...line]))
}

/** How many claims of a row stand in its cells or beside them; the others gave way to later words. */
function shownOf({ cells, others }: MatrixRow): number {
  return cells.reduce((sum, { claims, undated }) => sum + claims.length + undated.length, others.length)
}

/** Pads words that may hold escape codes of colour. */
function padPainted(line: string, columns: number): string {
  const plain = line.replace(/\u001b\[[\d;]*m/g, '')
  return line + ' '.repeat(Math.max(0, columns - columnsOf(plain)))
}
