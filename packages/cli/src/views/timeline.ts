/**
 * The timeline for the terminal: days one under another, each with what happened and what was said, squares for happenings, round marks
 * for words. What is retold, planned, denied or supposed says so in words.
 */
import type { ClaimEvidence, TimelineEvent, TimelineItem, TimelineName, TimelineStatement } from '@parley/core'
import { describeDay, describeTime, type TimelineReport } from '@parley/service/read'
import { oneLine, type StatusWords } from '@parley/views'
import { type Style, type Terminal, withoutControls } from '../terminal.ts'
import { type Run, wrapRuns } from './wrap.ts'

export function renderTimeline(report: TimelineReport, words: StatusWords, terminal: Terminal): string {
  return new TimelineView(report, words, terminal).render()
}

const EVENT_MARKS: Readonly<Record<TimelineEvent['status'], string>> = {
  occurred: '■',
  ongoing: '▶',
  planned: '□',
  denied: '⊟',
  hypothetical: '?',
}
const BACKGROUND = '▨'
const STATEMENT = '”'
const INDENT = 4

class TimelineView {
  readonly #report: TimelineReport
  readonly #words: StatusWords
  readonly #terminal: Terminal
  readonly #lines: string[] = []

  constructor(report: TimelineReport, words: StatusWords, terminal: Terminal) {
    this.#report = report
    this.#words = words
    this.#terminal = terminal
  }

  render(): string {
    const { items, documents } = this.#report
    const words = this.#words
    const events = items.filter(({ kind }) => kind === 'event').length
    const facts = [words.documents(documents.length), words.events(events), words.statements(items.length - events)]
    this.#wrap([{ text: facts.join(' · '), styles: ['dim'] }], 0)
    if (items.length === 0) this.#lines.push('', words.noItems)
    let day = ''
    for (const item of items) {
      const now = this.#whenOf(item)
      if (now !== day) this.#lines.push('', this.#terminal.paint(['bold'], now))
      day = now
      if (item.kind === 'event') this.#event(item)
      else this.#statement(item)
    }
    // They have kept lines together; what is printed is searched and copied.
    return `${this.#lines.join('\n')}\n`.replaceAll(NO_BREAK, ' ')
  }

  #whenOf({ time, first }: TimelineItem): string {
    if (time === null || first === null) return this.#words.dateUnknown
    return /^\d{4}-\d{2}-\d{2}T\d/.test(time) ? describeDay(time.slice(0, 10)) : clean(describeTime(time))
  }

  #event(event: TimelineEvent): void {
    const { type, mode, status, background, actors, recipients, place, toldBy, stipulations } = event
    const words = this.#words
    const who = [names(actors), names(recipients)].filter(list => list !== '').join(' → ')
    const runs: Run[] = [
      { text: `${background ? BACKGROUND : EVENT_MARKS[status]}${NO_BREAK}`, styles: [] },
      { text: mode === null ? type : `${type}/${mode}`, styles: ['bold'] },
    ]
    if (who !== '') runs.push({ text: ` ${who}`, styles: [] })
    const marks = [
      ...(status === 'occurred' ? [] : [words.eventStatus[status]]),
      ...(background ? [words.background] : []),
      ...(place === null ? [] : [clean(place.name)]),
      ...(toldBy === null ? [] : [`${words.toldBy} ${clean(toldBy.name)}`]),
      ...stipulations,
    ]
    this.#item(runs, marks, event)
  }

  #statement(statement: TimelineStatement): void {
    const { speaker, act, stipulations } = statement
    const runs: Run[] = [
      { text: `${STATEMENT}${NO_BREAK}`, styles: [] },
      { text: speaker === null ? this.#words.noSpeaker : clean(speaker.name), styles: ['bold'] },
    ]
    this.#item(runs, [...(act === null ? [] : [act]), ...stipulations], statement)
  }

  #item(runs: Run[], marks: readonly string[], { evidence, reported, time }: TimelineItem): void {
    const [{ document, start }] = evidence
    const { end } = evidence[evidence.length - 1]
    const isLate = reported !== null && reported !== time?.slice(0, 10)
    const facts = [
      ...marks,
      ...(isLate ? [`${this.#words.reported} ${describeDay(reported)}`] : []),
      `${clean(document)}:${start}–${end}`,
    ]
    this.#wrap([...runs, { text: ` · ${facts.join(' · ')}`, styles: ['dim'] }], INDENT, 2)
    this.#wrap(wordsOf(evidence), INDENT, INDENT)
  }

  #wrap(runs: readonly Run[], hang: number, indent = 0): void {
    wrapRuns(runs, this.#terminal.width - hang, this.#terminal).forEach((line, at) => {
      this.#lines.push(' '.repeat(at === 0 ? indent : hang) + line.text)
    })
  }
}

const NO_BREAK = '\u00a0'
/** Characters of context beside a trigger, and words of a statement shown at most. */
const CONTEXT = 60
const WORDS = 400

/** A statement's words as they are; a trigger, which is one word, with what stands around it. */
function wordsOf(evidence: readonly ClaimEvidence[]): Run[] {
  const plain: readonly Style[] = []
  const quote = evidence.map(one => clean(one.quote)).join(' … ')
  const [{ before, after }] = evidence
  if (quote.includes(' ') || evidence.length > 1) {
    const isLong = quote.length > WORDS
    return [{ text: isLong ? `${quote.slice(0, quote.lastIndexOf(' ', WORDS))} …` : quote, styles: plain }]
  }
  const start =
    before.length <= CONTEXT ? clean(before) : `…${clean(before.slice(before.indexOf(' ', before.length - CONTEXT)))}`
  const end = after.length <= CONTEXT ? clean(after) : `${clean(after.slice(0, after.lastIndexOf(' ', CONTEXT)))}…`
  return [
    { text: start + (/\s$/.test(before) ? ' ' : ''), styles: ['dim'] },
    { text: `[${quote}]`, styles: ['underline'] },
    { text: (/^\s/.test(after) ? ' ' : '') + end, styles: ['dim'] },
  ]
}

function names(list: readonly TimelineName[]): string {
  return list.map(({ name }) => clean(name)).join(', ')
}

function clean(words: string): string {
  return withoutControls(oneLine(words))
}
