import { makeDocument, readDocument } from '@parley/core'
import { parseMarked, printMarked, readGold, testGold, testTableExamples } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { declineThing } from '../src/dossier-names/decline-name.ts'
import { adjectivesOf } from '../src/dossier-names/place-adjectives.ts'
import { readLayers } from '../src/read-document.ts'
import { straitKit } from './support/dossier.ts'

const gold = (name: string) => readGold(new URL(`../../../gold/ru/${name}.txt`, import.meta.url))
const pack = straitKit.packs.get('ru')!

testGold(gold('known-names'), line => {
  const { text } = parseMarked(line.text)
  const { tokens, known } = readLayers(makeDocument({ id: 'case', text, language: 'ru' }), straitKit)
  const marks = known.map(({ from, to, ref, form }) => ({
    label: ref ?? 'several',
    attributes: (form === 'name' ? {} : { form }) as Record<string, string>,
    start: tokens.start[from],
    end: tokens.end[to - 1],
  }))
  expect(printMarked(text, marks)).toBe(line.text.trimEnd())
})

testGold(gold('refs'), line => {
  const { text, marks } = parseMarked(line.text)
  const published = marks.find(mark => mark.attributes.on !== undefined)?.attributes.on ?? '2019-06-01'
  const { entities } = readDocument(makeDocument({ id: 'case', text, language: 'ru', published }), straitKit)
  for (const { label, attributes, start, end } of marks) {
    // Of «президент Иван Петров» the name.
    const held = entities.filter(({ mentions }) => mentions.some(m => m.start >= start && m.end === end))
    const refs = held.map(({ ref }) => ref)
    const words = text.slice(start, end)
    if (attributes.speaks !== undefined)
      expect(held.find(({ kind }) => kind !== 'country')?.speaksFor ?? 'nobody').toBe(attributes.speaks)
    expect(`${words}: ${refs.includes(label) ? label : (refs[0] ?? 'nobody')}`).toBe(`${words}: ${label}`)
  }
})

describe('the tables that decline and derive names', () => {
  testTableExamples('names/declensions', pack.table('names/declensions'), row => {
    for (const example of row.example.split('; ')) {
      const [base, ...forms] = example.split(', ')
      const spelled = declineThing(pack, base, null, false).forms.flat(2)
      for (const form of forms) expect(spelled).toContain(form.toLowerCase().replaceAll('ё', 'е'))
    }
  })

  testTableExamples('names/place-adjectives', pack.table('names/place-adjectives'), row => {
    for (const example of row.example.split('; ')) {
      const [place, adjective] = example.split(': ')
      expect(adjectivesOf(pack, place)).toContain(adjective)
    }
  })

  test('a name that a dossier declines by name', () => {
    const forms = declineThing(pack, 'Сольвейнь', 'noun-m-soft', false).forms.flat(2)
    expect(forms).toContain('сольвейнем')
  })
})
