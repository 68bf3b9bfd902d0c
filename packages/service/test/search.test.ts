/** A user's question as the index is asked. */
import { expect, test } from 'vitest'
import { loadKit, toFilter } from '../src/index.ts'

const kit = loadKit({ dossiers: ['karabakh-2020'] })

/** The ids among the words that may answer each word of a name. */
function idsAsked(by: string): string[][] {
  const { question } = toFilter({ by }, kit)
  return (question?.all ?? []).map(words => words.slice(1).map(word => word.replace('by§', '')))
}

test('a name in one language asks for whom a dossier calls so, in any', () => {
  const [english] = idsAsked('Aliyev')
  expect(english).not.toEqual([])
  expect(idsAsked('Алиев')).toEqual([english])
  expect(idsAsked('Алиев Aliyev')).toEqual([english, english])
})

test('a name that no dossier has stands for itself', () => {
  expect(idsAsked('Орешников')).toEqual([[]])
  expect(toFilter({ by: ' § ' }, kit).question?.all).toEqual([])
})
