/** A candidate as the reviewer has it: what was found, with her changes. Changing a value and accepting is one decision. */
import type { Assertion, Span } from '@parley/core'
import type { CandidateAnswer, SpeakerAnswer } from '../../api/contract.ts'

export interface Draft {
  readonly stipulation: string | null
  readonly assertion: Assertion | null
  readonly who: string | null
  readonly whoRef: string | null
  readonly voice: string | null
  readonly said: string | null
  readonly spans: readonly Span[]
}

/** As found, or as it was last corrected. */
export function draftOf(candidate: CandidateAnswer, speakers: readonly SpeakerAnswer[] = []): Draft {
  const { stipulation, assertion, who, voice, said, spans } = candidate
  const found: Draft = { stipulation, assertion, who, whoRef: null, voice, said, spans }
  const last = candidate.review.decisions.findLast(({ kind }) => kind === 'correct')?.value
  if (last === undefined || last === null) return found
  const name = nameField(candidate, last)
  const speaker = speakers.find(each => each.name === name)
  return {
    ...found,
    ...('stipulation' in last ? { stipulation: last.stipulation as string } : {}),
    ...('assertion' in last ? { assertion: last.assertion as Assertion } : {}),
    ...('said' in last ? { said: last.said as string | null } : {}),
    ...(name === undefined ? {} : { who: name, whoRef: speaker?.ref ?? null, voice: speaker?.voice ?? null }),
    ...('words' in last ? { spans: spansOf(last.words as string) } : {}),
  }
}

function nameField({ kind }: CandidateAnswer, value: Readonly<Record<string, unknown>>): string | null | undefined {
  return value[kind === 'claim' ? 'claimant' : 'speaker'] as string | null | undefined
}

/** What the reviewer corrected, in the record's own words; null: nothing, she accepts it as found. */
export function correctionOf(found: CandidateAnswer, draft: Draft): Record<string, string | null> | null {
  const value: Record<string, string | null> = {}
  if (draft.stipulation !== found.stipulation) value.stipulation = draft.stipulation
  if (draft.assertion !== found.assertion) value.assertion = draft.assertion
  if (draft.said !== found.said) value.said = draft.said
  if (draft.who !== found.who) {
    const [name, ref] = found.kind === 'claim' ? ['claimant', 'claimant_ref'] : ['speaker', 'speaker_ref']
    value[name] = draft.who
    value[ref] = draft.whoRef
  }
  if (writeSpans(draft.spans) !== writeSpans(found.spans)) value.words = writeSpans(draft.spans)
  return Object.keys(value).length === 0 ? null : value
}

function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(',')
}

function spansOf(words: string): Span[] {
  return words.split(',').map(part => {
    const [start, end] = part.split('-').map(Number)
    return { start, end }
  })
}
