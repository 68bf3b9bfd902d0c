/** Analyses made by hand, in the notation of gold lines: views are tested on what they must show, not on what the reader finds. */
import type { AnalysedClaim, AnalysedEvent, Analysis, EntityKind, MentionForm } from '@parley/core'
import { type Mark, markOf, marksOf, parseMarked } from './marked.ts'

export interface HandMadeOptions {
  readonly id?: string
  readonly published?: string | null
  readonly title?: string | null
  readonly url?: string | null
  readonly publisher?: string | null
  readonly headline?: boolean
}

/**
 * `q1` … quotations (`kind`, `by`: letter of an entity, `act`; `q1` again: its next part), `c1` cue and `s1` speaker of q1, `t` times
 * (`value`), `k1` … claims (`stipulation`, `assertion`, `by`, `said`: a day or `undated`, `general`), `x1` … events (`type`, `mode`, `actors`
 * and `recipients`: letters of entities, `place`, `time`, `status`, `background`, `in`: number of a quotation, of a claim, too), any other
 * letter an entity's mention (`form`); its first name mention names it, `kind` and `ref` there.
 */
export function handMade(line: string, options: HandMadeOptions = {}): Analysis {
  const { text, marks } = parseMarked(line)
  const letters = [...new Set(marks.map(({ label }) => label).filter(label => !/^[qcstkx]\d*$/.test(label)))]
  const numbers = [...new Set(marksOf(marks, 'q').map(({ label }) => label.slice(1)))]
  const span = (mark: Mark | null) => (mark === null ? null : { start: mark.start, end: mark.end })
  const published = options.published ?? null
  return {
    format: 'parley/analysis@1',
    document: {
      id: options.id ?? 'made',
      language: 'ru',
      published,
      title: options.title ?? null,
      url: options.url ?? null,
      publisher: options.publisher ?? null,
      sha256: '0'.repeat(64),
    },
    reader: { version: '0.1.0', languages: 'f'.repeat(64), dossier: null },
    text,
    zones: options.headline === true ? [{ start: 0, end: text.indexOf('\n'), kind: 'headline' }] : [],
    entities: letters.map(letter => {
      const mentions = marks.filter(({ label }) => label === letter)
      const first = mentions.find(({ attributes }) => attributes.form === undefined) ?? mentions[0]
      return {
        id: letter,
        kind: (first.attributes.kind ?? 'person') as EntityKind,
        name: text.slice(first.start, first.end),
        aliases: [],
        ref: first.attributes.ref ?? null,
        mentions: mentions.map(({ start, end, attributes }) => ({
          start,
          end,
          form: (attributes.form ?? 'name') as MentionForm,
          rule: 'test/mention',
        })),
      }
    }),
    quotations: numbers.map(number => {
      const parts = marks.filter(({ label }) => label === `q${number}`)
      const { kind = 'direct', by = null, act = null } = parts[0].attributes
      return {
        kind: kind as 'direct' | 'indirect' | 'mixed',
        parts: parts.map(({ start, end }) => ({ start, end })),
        cue: span(markOf(marks, `c${number}`)),
        act,
        speaker: span(markOf(marks, `s${number}`)),
        speakerId: by,
        inside: null,
        said: published?.slice(0, 10) ?? null,
        reported: published?.slice(0, 10) ?? null,
        rule: 'test/quotation',
      }
    }),
    times: marksOf(marks, 't').map(({ start, end, attributes }) => ({
      start,
      end,
      type: 'date',
      value: attributes.value ?? null,
      precision: 'day',
      rule: 'test/time',
    })),
    events: marksOf(marks, 'x').map(({ start, end, attributes }) => ({
      type: attributes.type,
      mode: attributes.mode ?? null,
      trigger: { start, end },
      actors: [...(attributes.actors ?? '')],
      recipients: [...(attributes.recipients ?? '')],
      place: attributes.place ?? null,
      time: attributes.time ?? null,
      status: (attributes.status ?? 'occurred') as AnalysedEvent['status'],
      background: attributes.background === 'yes',
      quotation: quotationIn(attributes),
      rule: 'test/event',
    })),
    claims: marksOf(marks, 'k').map(({ start, end, attributes }) => ({
      stipulation: attributes.stipulation,
      assertion: attributes.assertion as AnalysedClaim['assertion'],
      claimantId: attributes.by ?? null,
      words: { start, end },
      general: attributes.general === 'yes',
      said: attributes.said === 'undated' ? null : (attributes.said ?? published?.slice(0, 10) ?? null),
      reported: published?.slice(0, 10) ?? null,
      quotation: quotationIn(attributes),
      event: null,
      rule: 'test/claim',
    })),
  }
}

/** `in=2`: the second quotation. */
function quotationIn(attributes: Mark['attributes']): number | null {
  return attributes.in === undefined ? null : Number(attributes.in) - 1
}
