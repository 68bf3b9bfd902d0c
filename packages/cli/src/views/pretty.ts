/**
 * One analysis for the terminal: the text with the quoted words between `[3: … ]` and their speakers in the margin, then
 * quotations by speaker, who is named, times. Numbers tie text, margin and list, so that nothing rests on colour.
 */
import type { Analysis } from '@parley/core'
import { describeDay, describeTime, type InterfaceWords } from '@parley/service/read'
import {
  countPronouns,
  describeEvent,
  ENTITY_KINDS,
  entitiesOfKind,
  groupBySpeaker,
  type Mark,
  type MarkedLine,
  markLines,
  oneLine,
  otherWordings,
  quotedWords,
  type SpeakerGroup,
} from '@parley/views'
import { columnsOf, type Style, type Terminal, withoutControls } from '../terminal.ts'
import { padEnd, padStart, type Run, shorten, wrapRuns, wrapText } from './wrap.ts'

export function renderPretty(analysis: Analysis, words: InterfaceWords, terminal: Terminal): string {
  return new PrettyView(analysis, words, terminal).render()
}

const VOICES: readonly Style[] = ['yellow', 'cyan', 'magenta', 'green', 'blue']

const NO_BREAK = '\u00a0'

const MARGIN_WIDEST = 24
/** Below this a margin would leave too little for the text: speakers then stand above their paragraphs. */
const MARGIN_FROM = 72

/** What a stretch of the text is: part of a quotation, or the words that attribute one. */
type TextMark =
  | { readonly type: 'quotation'; readonly index: number }
  | { readonly type: 'speaker' | 'cue'; readonly index: number }
  | { readonly type: 'time' }

/** Columns of what an event is called. */
const WHAT = 16

const RANKS = { quotation: 0, speaker: 1, cue: 2, time: 3 } as const

class PrettyView {
  readonly #analysis: Analysis
  readonly #words: InterfaceWords
  readonly #terminal: Terminal
  readonly #groups: readonly SpeakerGroup[]
  /** Place of each quotation's speaker among the groups. */
  readonly #groupOf: number[] = []
  readonly #lines: string[] = []

  constructor(analysis: Analysis, words: InterfaceWords, terminal: Terminal) {
    this.#analysis = analysis
    this.#words = words
    this.#terminal = terminal
    this.#groups = groupBySpeaker(analysis)
    this.#groups.forEach((group, at) => {
      for (const index of group.quotations) this.#groupOf[index] = at
    })
  }

  render(): string {
    this.#heading()
    this.#text()
    this.#quotations()
    this.#events()
    this.#names()
    this.#times()
    return `${this.#lines.map(line => line.trimEnd()).join('\n')}\n`
  }

  #write(line = ''): void {
    this.#lines.push(line)
  }

  #heading(): void {
    const { document } = this.#analysis
    const published = document.published === null ? this.#words.dateUnknown : describeDay(document.published)
    const facts = [document.id, document.publisher, published, document.language].filter(fact => fact !== null)
    for (const line of wrapText(clean(facts.join(' · ')), this.#terminal.width, this.#terminal)) {
      this.#write(this.#paint(['dim'], line))
    }
    this.#write()
  }

  // The text

  #text(): void {
    const margin = this.#marginWidth()
    const width = this.#terminal.width - (margin === 0 ? 0 : margin + 3)
    const lines = markLines(this.#analysis.text, this.#marks())
    lines.forEach((line, at) => {
      // Parting lines as in the text: one line break keeps them together.
      const gap = at === 0 ? '' : this.#analysis.text.slice(lines[at - 1].end, line.start)
      if (at > 0 && gap.indexOf('\n') !== gap.lastIndexOf('\n')) this.#write(this.#besideRule(margin, '', ''))
      this.#paragraph(this.#runs(line), width, margin)
    })
  }

  /** Columns of the longest speaker beside the text, or 0 for no margin. */
  #marginWidth(): number {
    if (this.#terminal.width < MARGIN_FROM || this.#analysis.quotations.length === 0) return 0
    const digits = String(this.#analysis.quotations.length).length
    const longest = widest(this.#groups.map(group => this.#speakerName(group)))
    return Math.min(longest + 1 + digits, MARGIN_WIDEST)
  }

  #marks(): Mark<TextMark>[] {
    const marks: Mark<TextMark>[] = []
    const add = (span: { start: number; end: number } | null, value: TextMark): void => {
      if (span !== null) marks.push({ start: span.start, end: span.end, value, rank: RANKS[value.type] })
    }
    this.#analysis.quotations.forEach((quotation, index) => {
      for (const part of quotation.parts) add(part, { type: 'quotation', index })
      add(quotation.speaker, { type: 'speaker', index })
      add(quotation.cue, { type: 'cue', index })
    })
    for (const time of this.#analysis.times) add(time, { type: 'time' })
    return marks
  }

  #runs(line: MarkedLine<TextMark>): Run[] {
    const { text } = this.#analysis
    const runs: Run[] = []
    const open: TextMark[] = []
    for (const event of line.events) {
      if (event.type === 'text') {
        runs.push({ text: withoutControls(text.slice(event.start, event.end)), styles: this.#stylesOf(open) })
        continue
      }
      const { value } = event
      if (event.type === 'close') open.splice(open.lastIndexOf(value), 1)
      if (value.type === 'quotation') {
        const number = { styles: this.#voice(value.index), note: value.index }
        if (event.type === 'close' && event.isLast) runs.push({ text: ']', styles: number.styles })
        else if (event.type === 'open' && event.isFirst)
          runs.push({ text: `[${value.index + 1}:${NO_BREAK}`, ...number })
      }
      if (event.type === 'open') open.push(value)
    }
    return runs
  }

  #stylesOf(open: readonly TextMark[]): Style[] {
    const styles = new Set<Style>()
    for (const mark of open) {
      if (mark.type === 'quotation') {
        // The innermost voice speaks: an inner quotation takes the colour over.
        for (const voice of VOICES) styles.delete(voice)
        for (const voice of this.#voice(mark.index)) styles.add(voice)
        if (this.#analysis.quotations[mark.index].kind === 'direct') styles.add('bold')
      } else if (mark.type === 'speaker') {
        for (const voice of this.#voice(mark.index)) styles.add(voice)
        styles.add('underline')
      } else styles.add(mark.type === 'cue' ? 'dim' : 'underline')
    }
    return [...styles]
  }

  #paragraph(runs: readonly Run[], width: number, margin: number): void {
    const lines = wrapRuns(runs, width, this.#terminal)
    if (margin === 0) {
      const notes = [...new Set(lines.flatMap(line => line.notes))]
      for (const note of notes) this.#write(this.#paint(['bold', ...this.#voice(note)], this.#marginNote(note, width)))
      for (const line of lines) this.#write(line.text)
      return
    }
    // More speakers than lines: the margin runs on beside empty ones.
    const waiting: number[] = []
    const told = new Set<number>()
    for (let at = 0; at < lines.length || waiting.length > 0; at++) {
      for (const note of lines[at]?.notes ?? []) if (!told.has(note)) waiting.push(note)
      for (const note of waiting) told.add(note)
      const note = waiting.shift()
      const beside =
        note === undefined ? '' : this.#paint(this.#voice(note), padStart(this.#marginNote(note, margin), margin))
      this.#write(this.#besideRule(margin, beside, lines[at]?.text ?? ''))
    }
  }

  #besideRule(margin: number, beside: string, text: string): string {
    if (margin === 0) return text
    return `${beside === '' ? ' '.repeat(margin) : beside} ${this.#paint(['dim'], '│')} ${text}`
  }

  #marginNote(index: number, columns: number): string {
    const number = String(index + 1)
    return `${shorten(this.#speakerName(this.#groups[this.#groupOf[index]]), columns - number.length - 1)} ${number}`
  }

  // The lists

  #quotations(): void {
    const { quotations } = this.#analysis
    this.#section(this.#words.quotationsBySpeaker, quotations.length, this.#words.noQuotations)
    const digits = String(quotations.length).length
    const indent = digits + 4
    this.#groups.forEach((group, at) => {
      if (at > 0) this.#write()
      const [first] = group.quotations
      this.#write(`${this.#paint(['bold', ...this.#voice(first)], this.#speakerName(group))}`)
      for (const index of group.quotations) {
        const quotation = quotations[index]
        const lines = wrapText(
          clean(quotedWords(this.#analysis, quotation)),
          this.#terminal.width - indent,
          this.#terminal,
        )
        lines.forEach((line, row) => {
          const number = padStart(row === 0 ? String(index + 1) : '', digits + 2)
          this.#write(`${this.#paint(this.#voice(index), number)}  ${line}`)
        })
        const facts = [this.#words.quotationKind[quotation.kind]]
        if (quotation.cue !== null) facts.push(clean(this.#analysis.text.slice(quotation.cue.start, quotation.cue.end)))
        if (quotation.said !== null) facts.push(`${this.#words.said} ${describeDay(quotation.said)}`)
        this.#write(`${' '.repeat(indent)}${this.#paint(['dim'], facts.join(' · '))}`)
      }
    })
  }

  #events(): void {
    const { events } = this.#analysis
    this.#section(this.#words.whatHappened, events.length, this.#words.noEvents)
    for (const event of events) {
      const { what, actors, recipients, facts, trigger } = describeEvent(
        this.#analysis,
        event,
        this.#words,
        describeTime,
      )
      const who = [actors, recipients].filter(list => list.length > 0).map(list => clean(list.join(', ')))
      const told = [who.join(' → '), clean(trigger), ...facts.map(clean)].filter(fact => fact !== '').join(' · ')
      const lines = wrapText(told, this.#terminal.width - WHAT - 4, this.#terminal)
      lines.forEach((line, row) => {
        this.#write(`  ${this.#paint(['dim'], padEnd(row === 0 ? what : '', WHAT))}  ${line}`)
      })
    }
  }

  #names(): void {
    const { entities } = this.#analysis
    this.#section(this.#words.whoIsNamed, entities.length, this.#words.nobodyNamed)
    const column = Math.min(widest(entities.map(({ name }) => clean(name))), Math.floor(this.#terminal.width / 3))
    for (const kind of ENTITY_KINDS) {
      const found = entitiesOfKind(this.#analysis, kind)
      if (found.length > 0) this.#write(this.#paint(['dim'], this.#words.entityKinds[kind]))
      for (const entity of found) {
        const called = otherWordings(this.#analysis, entity).map(({ words, count }) =>
          count === 1 ? words : `${words} ×${count}`,
        )
        const pronouns = countPronouns(entity)
        if (pronouns > 0) called.push(this.#words.pronouns(pronouns))
        this.#row(clean(entity.name), `×${entity.mentions.length}`, clean(called.join(', ')), column)
      }
    }
  }

  #times(): void {
    const { times, text } = this.#analysis
    this.#section(this.#words.times, times.length, this.#words.noTimes)
    const said = times.map(({ start, end }) => clean(text.slice(start, end)))
    const column = Math.min(widest(said), Math.floor(this.#terminal.width / 2))
    times.forEach(({ value }, at) => {
      const meaning = value === null ? this.#words.notResolved : describeTime(value)
      const record = value === null || value === meaning ? '' : this.#paint(['dim'], ` (${value})`)
      this.#write(`  ${padEnd(said[at], column)}  ${meaning}${record}`)
    })
  }

  /** Name, count, and what else it is called, wrapped under itself. */
  #row(name: string, count: string, called: string, column: number): void {
    const before = column + 2 + 5
    const lines = called === '' ? [''] : wrapText(called, this.#terminal.width - before - 2, this.#terminal)
    const isLong = columnsOf(name) > column
    if (isLong) this.#write(`  ${name}`)
    lines.forEach((line, at) => {
      const label = at === 0 && !isLong ? padEnd(name, column) : ' '.repeat(column)
      this.#write(`  ${label} ${padStart(at === 0 ? count : '', 4)}  ${this.#paint(['dim'], line)}`)
    })
  }

  #section(title: string, count: number, none: string): void {
    this.#write()
    this.#write(`${this.#paint(['bold'], title)} ${this.#paint(['dim'], String(count))}`)
    this.#write(this.#paint(['dim'], '─'.repeat(this.#terminal.width)))
    if (count === 0) this.#write(this.#paint(['dim'], none))
  }

  #speakerName(group: SpeakerGroup): string {
    return group.name === null ? this.#words.noSpeaker : clean(group.name)
  }

  #voice(index: number): Style[] {
    return [VOICES[this.#groupOf[index] % VOICES.length]]
  }

  #paint(styles: readonly Style[], words: string): string {
    return this.#terminal.paint(styles, words)
  }
}

/** Columns of the longest; not by spreading into Math.max, which gives up at some hundred thousand. */
function widest(list: readonly string[]): number {
  return list.reduce((most, words) => Math.max(most, columnsOf(words)), 0)
}

function clean(words: string): string {
  return withoutControls(oneLine(words))
}
