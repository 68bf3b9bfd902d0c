/** `parley explain INPUT OFFSET`: what was found at one place of a text, and by which rule. */
import { type Analysis, type Explanation, explainAt, type Kit, type Span, type TextDocument } from '@parley/core'
import { describeTime, ENGLISH, readInputs } from '@parley/service/read'
import { describeEvent, oneLine } from '@parley/views'
import { Command, InvalidArgumentError } from 'commander'
import { print } from '../output.ts'
import { type Terminal, terminalOf, withoutControls } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'
import {
  type DocumentOptions,
  dossierOption,
  languageOption,
  openKit,
  publishedOption,
  readOptions,
  say,
} from './shared.ts'

export function explainCommand(): Command {
  return new Command('explain')
    .description('Say what was found at one place of a text, and which rule found it.')
    .argument('<input>', 'a file with one document, or - for standard input')
    .argument('<offset>', 'place in the text: characters before it, as offsets in the JSON count', parseOffset)
    .addOption(languageOption())
    .addOption(publishedOption())
    .addOption(dossierOption())
    .action(explain)
}

function parseOffset(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 0.')
}

async function explain(input: string, offset: number, options: DocumentOptions): Promise<void> {
  const reading = readOptions(options, notice => say(notice.input, notice.message))
  const kit: Kit = await openKit(options)
  let document: TextDocument | null = null
  let analysis: Analysis | null = null
  for await (const outcome of readInputs([input], kit, reading)) {
    if (!outcome.ok) {
      say(outcome.input, outcome.reason)
      process.exitCode = 1
    } else if (analysis !== null) throw new WrongUse(`explain takes one document, and ${input} holds several`)
    else {
      analysis = outcome.analysis
      document = outcome.document
    }
  }
  if (analysis === null || document === null) return
  const { length } = analysis.text
  if (offset >= length) throw new WrongUse(`offset ${offset} lies beyond the text (length ${length})`)
  await print(renderExplanation(analysis, explainAt(document, kit, offset), terminalOf(process.stdout, process.env)))
}

/** Characters of the text shown before and after the place. */
const AROUND = 36

function renderExplanation(analysis: Analysis, explanation: Explanation, terminal: Terminal): string {
  const { offset } = explanation
  const before = analysis.text.slice(Math.max(0, offset - AROUND), offset)
  const at = String.fromCodePoint(analysis.text.codePointAt(offset) ?? 0)
  const after = analysis.text.slice(offset + at.length, offset + AROUND)
  const line = (words: string): string => withoutControls(words.replaceAll('\n', ' '))
  const findings = findingsAt(analysis, offset)
  return [
    `${line(before)}${terminal.paint(['bold', 'underline'], line(at))}${line(after)}`,
    `${' '.repeat(line(before).length)}^ ${offset}`,
    '',
    ...(findings.length === 0 ? ['Nothing was found here.'] : findings.map(withoutControls)),
    ...readingsOf(explanation),
    ...notesOf(analysis, explanation),
    '',
  ].join('\n')
}

/** The word at the place, and how it could be read. */
function readingsOf({ word }: Explanation): string[] {
  if (word === null) return []
  return [
    '',
    'The word, as it is read here and as it could be:',
    ...word.readings.map(({ lemma, grammar, chosen }) => `  ${chosen ? '→' : ' '} ${lemma}: ${grammar}`),
  ]
}

/** Which rules looked at the sentence: those that spoke, then those that declined. */
function notesOf(analysis: Analysis, { notes }: Explanation): string[] {
  if (notes.length === 0) return ['', 'No rule of quotations, of who is who or of events looked at this sentence.']
  const show = ({ start, end, rule, because }: Explanation['notes'][number]): string =>
    withoutControls(`  «${oneLine(analysis.text.slice(start, end))}» ${rule}: ${because}`)
  const spoke = notes.filter(note => note.spoke).map(show)
  const declined = notes.filter(note => !note.spoke).map(show)
  return [
    ...(spoke.length === 0 ? [] : ['', 'Rules that spoke in this sentence:', ...spoke]),
    ...(declined.length === 0 ? [] : ['', 'Rules and candidates that declined:', ...declined]),
  ]
}

/** One line for each thing found at the place, from the widest to the narrowest. */
function findingsAt(analysis: Analysis, offset: number): string[] {
  const { text, zones, quotations, entities, times, events } = analysis
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const holds = (span: Span | null): span is Span => span !== null && span.start <= offset && offset < span.end
  const found: { span: Span; line: string }[] = []
  const add = (span: Span, what: string, rule: string): void => {
    const words = shortened(oneLine(text.slice(span.start, span.end)))
    const place = `${span.start}–${span.end}`
    found.push({ span, line: `${what}\n    ${words}\n    ${place}${rule === '' ? '' : ` · rule ${rule}`}` })
  }
  for (const zone of zones) if (holds(zone)) add(zone, `zone: ${zone.kind}`, '')
  quotations.forEach((quotation, index) => {
    const { kind, act, speakerId, rule } = quotation
    const speaker = speakerId === null ? 'no speaker' : (nameOf.get(speakerId) ?? speakerId)
    const named = `${kind} quotation ${index + 1}${act === null ? '' : ` (${act})`}, ${speaker}`
    for (const part of quotation.parts) if (holds(part)) add(part, named, rule)
    if (holds(quotation.cue)) add(quotation.cue, `cue of ${named}`, rule)
    if (holds(quotation.speaker)) add(quotation.speaker, `speaker of ${named}`, rule)
  })
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (!holds(mention)) continue
      add(
        mention,
        `${ENGLISH.mentionForm[mention.form]} of ${ENGLISH.entityKind[entity.kind]} ${entity.name}`,
        mention.rule,
      )
    }
  }
  for (const event of events) {
    if (!holds(event.trigger)) continue
    const { actors, recipients } = describeEvent(analysis, event, ENGLISH, describeTime)
    const who = [actors, recipients].filter(list => list.length > 0).map(list => list.join(', '))
    const mode = event.mode === null ? '' : ` ${event.mode}`
    add(event.trigger, `event ${event.type}${mode}, ${event.status}: ${who.join(' → ') || 'nobody named'}`, event.rule)
  }
  for (const time of times) {
    if (!holds(time)) continue
    const { value } = time
    const meaning = value === null ? ENGLISH.notResolved : `${describeTime(value)} (${value})`
    add(
      time,
      `${time.type}${time.precision === 'vague' ? ', vague' : `, to the ${time.precision}`}: ${meaning}`,
      time.rule,
    )
  }
  const length = ({ start, end }: Span): number => end - start
  return found.sort((a, b) => length(b.span) - length(a.span)).map(({ line }) => line)
}

function shortened(words: string): string {
  return words.length <= 100 ? words : `${words.slice(0, 60)} … ${words.slice(-36)}`
}
