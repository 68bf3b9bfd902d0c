/** How duties are spoken of, from the table `claims/words`: nouns, verbs and what must stand beside them, by kind of duty. */
import type { LanguagePack } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'

/**
 * thing: what a duty is about · deed, step, state, breach: nouns (carrying it out or a part of it, how it should be, an act against it) ·
 * does, part, keeps, breaks: verbs of the same · lacks: a verb that says
 * nothing is done ·
 * apart: beside it the words of the duty mean something else.
 */
export type ClaimRole =
  | 'thing'
  | 'deed'
  | 'step'
  | 'state'
  | 'breach'
  | 'does'
  | 'part'
  | 'keeps'
  | 'breaks'
  | 'lacks'
  | 'apart'

/** What must stand beside a word: the topic of a thing, `state`, `breach`, `ref`, `term`, `organ`, `body` or `bearer`; in which place of its clause. */
export interface Need {
  readonly slot: 'any' | 'object' | 'subject' | 'agent' | 'sentence'
  readonly what: string
}

export interface ClaimWord {
  /** `claims/words/cease-fire/обстрел`. */
  readonly row: string
  readonly duty: string
  readonly role: ClaimRole
  /** Which of the things a duty of this kind may be about. */
  readonly topic: string
  /** One of these must be met; each holds needs that must all be met. Empty: it needs nothing. */
  readonly needs: readonly (readonly Need[])[]
}

/** The topic of a row that names none. */
export const ANY_TOPIC = 'thing'

export const NOUN_ROLES: ReadonlySet<ClaimRole> = new Set<ClaimRole>(['deed', 'step', 'state', 'breach'])

export function compileClaimWords(pack: LanguagePack): PhraseTable<readonly ClaimWord[]> {
  const held = new Map<string, ClaimWord[]>()
  for (const row of pack.table('claims/words')) {
    const needs = row.with.split(' ').filter(Boolean).map(readNeeds)
    for (const wording of row.wordings.split(', ')) {
      for (const duty of row.duty.split(' ')) {
        const word: ClaimWord = {
          row: `claims/words/${duty}/${wording.replaceAll('=', '')}`,
          duty,
          role: row.role as ClaimRole,
          topic: row.topic === '' ? ANY_TOPIC : row.topic,
          needs,
        }
        const list = held.get(wording)
        if (list === undefined) held.set(wording, [word])
        else list.push(word)
      }
    }
  }
  const table = new PhraseTable<readonly ClaimWord[]>(pack.keys)
  for (const [wording, words] of held) table.add(wording, words)
  return table
}

function readNeeds(alternative: string): Need[] {
  return alternative.split('+').map(need => {
    const [slot, what] = need.includes(':') ? need.split(':') : ['any', need]
    return { slot: slot as Need['slot'], what }
  })
}
