/** Every row of the claim tables asserts what it says of its example, and nothing of what it must never be read in. */
import { readFileSync } from 'node:fs'
import { type AnalysedClaim, makeDocument, makeKit, readDocument } from '@parley/core'
import { testTableExamples } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { northernDossier } from './support/northern-dossier.ts'

/** Sentences in which no sweeping claim stands. */
const NO_SWEEP: Readonly<Record<string, readonly string[]>> = {
  ru: ['Документ содержит все пункты.', 'Все пункты питания закрыты.', 'Стороны выполнили пункты.'],
  en: ['The paper has all points.', 'The sides implemented points.'],
}

const packs = ['ru', 'en'].map(code => readFileSync(new URL(`../../../build/packs/${code}.pack`, import.meta.url)))
const kit = makeKit(packs, [northernDossier()])

for (const [language, sweepless] of Object.entries(NO_SWEEP)) testLanguage(language, sweepless)

function testLanguage(language: string, sweepless: readonly string[]): void {
  const found = kit.packs.get(language)
  if (found === undefined) throw new Error(`the kit has no pack for ${language}`)
  const pack = found

  function claimsOf(text: string): readonly AnalysedClaim[] {
    return readDocument(makeDocument({ id: 'case', text, language, published: '2021-06-01' }), kit).claims
  }

  const readings = (text: string): string[] =>
    claimsOf(text).map(({ stipulation, assertion }) => `${stipulation.slice('north/'.length)} ${assertion}`)

  const words = pack.table('claims/words').map(({ duty, role, wordings, with: needs, example, reads, never }) => ({
    title: `${duty} ${role} ${wordings.split(', ')[0]} ${needs}`,
    duty: duty.split(' ')[0],
    example,
    reads,
    never,
  }))

  testTableExamples(`${language} claims/words`, words, ({ duty, example, reads }) => {
    const found = readings(example).filter(claim => claim.startsWith(`${duty} `))
    if (reads === '') expect(found).toEqual([])
    else expect(found).toContain(`${duty} ${reads}`)
  })

  describe(`${language} claims/words, never`, () => {
    for (const { title, duty, never } of words) {
      if (never === '') continue
      test(`${title}: ${never}`, () =>
        expect(readings(never).filter(claim => claim.startsWith(`${duty} `))).toEqual([]))
    }
  })

  describe(`${language} wordings`, () => {
    for (const table of ['words', 'operators', 'turns', 'degrees', 'silences']) {
      test(`every bare word of ${table} is a dictionary word`, () => {
        const bare = pack
          .table(`claims/${table}`)
          .flatMap(({ wordings }) => wordings.split(', ').flatMap(wording => wording.split(' ')))
          .filter(word => !word.startsWith('='))
        const unknown = bare.filter(word => {
          return !pack.lexicon.form(word).keys.includes(pack.keys.key(word))
        })
        expect([...new Set(unknown)]).toEqual([])
      })
    }
  })

  for (const table of ['operators', 'turns', 'degrees']) {
    const rows = pack.table(`claims/${table}`).map(({ wordings, example, reads }) => ({ wordings, example, reads }))
    testTableExamples(`${language} claims/${table}`, rows, ({ example, reads }) => {
      expect(claimsOf(example).map(({ assertion }) => assertion)).toContain(reads)
    })
  }

  testTableExamples(
    `${language} claims/silences`,
    pack.table('claims/silences').map(({ wordings, reach, example }) => ({ wordings, reach, example })),
    ({ reach, example }) => {
      const expected =
        reach === 'instead' ? ['exchange-prisoners not-begun'] : reach === 'given' ? ['cease-fire breached'] : []
      expect(readings(example)).toEqual(expected)
    },
  )

  describe(`${language} claims/sweeps`, () => {
    const sweeping = (text: string): string[] =>
      claimsOf(text)
        .filter(({ general }) => general)
        .map(({ assertion }) => assertion)
    const kinds = new Set(pack.table('duties').map(({ duty }) => duty))
    for (const { wordings, example, reads } of pack.table('claims/sweeps')) {
      test(`${wordings.split(', ')[0]}: ${example}`, () => {
        expect(sweeping(example)).toHaveLength(kinds.size)
        expect(new Set(sweeping(example))).toEqual(new Set([reads]))
      })
    }
    test.each(sweepless)('%s', text => expect(sweeping(text)).toEqual([]))
  })
}

describe('the event behind a claim', () => {
  const eventOf = (text: string): (string | null)[] => {
    const { claims, events } = readDocument(
      makeDocument({ id: 'case', text, language: 'ru', published: '2021-06-01' }),
      kit,
    )
    return claims.map(({ event }) =>
      event === null ? null : text.slice(events[event].trigger.start, events[event].trigger.end),
    )
  }

  test.each([
    ['Дания обстреляла норвежские позиции.', ['обстреляла']],
    ['Перемирие соблюдается.', [null]],
  ])('%s', (text, triggers) => {
    expect(eventOf(text)).toEqual(triggers)
  })
})

describe('English: who says it, and what says nothing', () => {
  const claimed = (text: string): string[] => {
    const { claims, entities } = readDocument(
      makeDocument({ id: 'case', text, language: 'en', published: '2021-06-01' }),
      kit,
    )
    return claims.map(({ stipulation, assertion, claimantId }) => {
      const name = entities.find(({ id }) => id === claimantId)?.name
      return `${stipulation.slice('north/'.length)} ${assertion}${name === undefined ? '' : `: ${name}`}`
    })
  }

  test.each([
    [
      'The head of the Northern Mission, Anna Lund, deplored the shelling of the village.',
      ['cease-fire breached: Anna Lund'],
    ],
    [
      'Anna Lund, along with two colleagues, also called on the sides to release the prisoners.',
      ['exchange-prisoners planned: Anna Lund'],
    ],
    ['“Northern Mission” guaranteed the exchange of prisoners.', ['exchange-prisoners planned: Northern Mission']],
    [
      'The guards contacted the minister (based in Oslo), who denied the shelling.',
      ['cease-fire fulfilled: the minister'],
    ],
    ['Many of the villages denied the shelling.', ['cease-fire fulfilled']],
    ['The minister noted Denmark’s commitment to release the prisoners.', ['exchange-prisoners planned: Denmark']],
    ['He called upon the sides to immediately release the prisoners.', ['exchange-prisoners planned']],
    ['The guards recorded thirty-one (31) cases of shelling.', ['cease-fire breached']],
    ['The exchange of prisoners is yet to be completed.', ['exchange-prisoners progress']],
    ['There were no delays in the exchange of prisoners.', []],
    ['The guards could not verify that the sides have disengaged.', []],
    ['The laws reviewed by May are few, and so is a law creating the trust fund.', []],
    ['The Prisoner Exchange Commission met in Oslo.', []],
    ['The exchange of prisoners continued to be delayed.', ['exchange-prisoners not-begun']],
  ])('%s', (text, expected) => expect(claimed(text)).toEqual(expected))
})
