/**
 * The plainest thing that could work, to stand beside us: one regular expression for `«…», — сказал Иванов` and its inverted colon form.
 * It has no words, no sentences, no memory of who is who; it shows what all the rest is for.
 */
import type { Span } from '@parley/core'

const NAME = '[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+){0,2}'
const SAID =
  '(?:сказал|заявил|сообщил|отметил|подчеркнул|добавил|пояснил|рассказал|уточнил|напомнил|считает|говорит|говорится)[а-я]{0,2}'
const QUOTED = new RegExp(
  `«(?<after>[^«»]{1,1000})»\\s?,?\\s[—–-]\\s(?<cue1>${SAID})\\s(?<who1>(?:[а-яё]+ ){0,4}${NAME})|` +
    `(?<who2>${NAME})\\s(?<cue2>${SAID}):\\s«(?<before>[^«»]{1,1000})»`,
  'gdu',
)

export interface PlainQuotation {
  readonly content: Span
  readonly cue: Span
  readonly speaker: Span
}

export function readPlainly(text: string): PlainQuotation[] {
  const quotations: PlainQuotation[] = []
  for (const match of text.matchAll(QUOTED)) {
    const at = match.indices?.groups ?? {}
    const span = (a: string, b: string): Span => {
      const [start, end] = at[a] ?? at[b]
      return { start, end }
    }
    quotations.push({ content: span('after', 'before'), cue: span('cue1', 'cue2'), speaker: span('who1', 'who2') })
  }
  return quotations
}

/** As much of an analysis as the scorers need. */
export function analysePlainly(id: string, text: string): object {
  const quotations = readPlainly(text)
  return {
    document: { id },
    text,
    entities: quotations.map(({ speaker }, i) => ({
      id: `e${i}`,
      kind: 'person',
      name: text.slice(speaker.start, speaker.end),
      aliases: [],
      mentions: [{ ...speaker, form: 'name' }],
    })),
    quotations: quotations.map(({ content, cue, speaker }, i) => ({
      kind: 'direct',
      parts: [content],
      cue,
      speaker,
      speakerId: `e${i}`,
    })),
    times: [],
    events: [],
  }
}
