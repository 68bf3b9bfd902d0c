import { dueOn, formatProblem, standingVoices, voicesOn } from '@parley/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileDossier } from '../src/index.ts'
import { compile, ONTOLOGY, SAMPLE, sample } from './sample.ts'

const AGREEMENT = 'agreements/2001-04-30-valley.yaml'

test('what comes out: references resolved, ids full, defaults filled in', () => {
  const { dossier, problems, notes } = compile()
  expect([problems, notes]).toEqual([[], []])
  const [agreement] = dossier!.agreements
  expect(agreement.provisions[0].stipulations[1]).toEqual({
    id: 'valley/1b',
    titles: { en: 'District handed over' },
    summaries: { en: 'The district changes hands.' },
    bearers: ['south'],
    duty: 'hand-over-territory',
    object: 'the district',
    about: ['place-1'],
    due: '2001-06-01',
    amendments: [{ due: '2001-07-01', since: '2001-05-28', source: 'src-1' }],
    continuing: false,
    pam: 'Withdrawal of Troops',
  })
  expect(agreement.provisions[0].source).toBe('src-1')
  expect(dossier!.persons[1].roles).toEqual([
    { holder: 'body-2', office: 'commander', since: '2000', until: '2002', source: 'src-1' },
    { holder: 'north', office: 'president', since: '2003-05-31', until: null, source: 'src-1' },
  ])
  expect(dossier!.places[0].names[1]).toEqual({
    lang: 'en',
    text: 'Lower Hill',
    kind: 'full',
    usedBy: ['south'],
    declines: true,
    endings: null,
    source: null,
  })
  expect(dossier!.duties.map(duty => duty.id)).toEqual(['cease-fire', 'hand-over-territory'])
})

test('the hash is that of the data: neither layout, comments nor the order of items count, every fact does', () => {
  const { hash } = compile().dossier!
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const [first, second] = SAMPLE['parties.yaml'].split('- id: south')
  const turned = `# the same\n- id: south${second}${first}`
  expect(compile({ 'parties.yaml': turned }).dossier!.hash).toBe(hash)
  expect(compile({ 'process.yaml': ['[en, ru]', '[ru, en]'] }).dossier!.hash).toBe(hash)
  expect(compile({ 'places.yaml': ['within: 15', 'within: 16'] }).dossier!.hash).not.toBe(hash)
  expect(compile({ [AGREEMENT]: ['since: 2001-05-28', 'since: 2001-05-29'] }).dossier!.hash).not.toBe(hash)
})

test('gaps and overlaps of an office that has one holder are notes; they do not stand in the way', () => {
  const gap = compile({ 'persons.yaml': ['until: 2003-05-31', 'until: 2003-04-30'] })
  expect(gap.dossier).not.toBeNull()
  expect(gap.notes.map(formatProblem)).toEqual([
    'persons.yaml:8:7 nobody holds north/president from 2003-05-01 to 2003-05-30 [dossier/role-gap]\n' +
      '  - { office: north/president, since: 2003-05-31, until: null, source: src-1 }\n' +
      '  mend the dates, or say why under `confirmed`',
  ])
  const overlap = compile({ 'persons.yaml': ['until: 2003-05-31', 'until: 2003-06-02'] })
  expect(overlap.notes.map(note => `${note.code} ${note.line} ${note.message}`)).toEqual([
    'dossier/role-overlap 8 north/president has two holders from 2003-05-31: person-2 and person-1',
  ])
  const confirmed = compile({
    'persons.yaml': SAMPLE['persons.yaml']
      .replace('until: 2003-05-31', 'until: 2003-04-30')
      .replace('until: null,', 'until: null, confirmed: The office stood vacant.,'.replace('.,', ',')),
  })
  expect([confirmed.problems, confirmed.notes]).toEqual([[], []])
})

test('a term that begins in a year or month may share it with the one before', () => {
  const { notes } = compile({
    'persons.yaml': SAMPLE['persons.yaml']
      .replace('until: 2003-05-31', 'until: 2003')
      .replace('since: 2003-05-31', 'since: 2003'),
  })
  expect(notes).toEqual([])
})

test('voices: parties and bodies of standing; a person speaks for those whose office he holds that day', () => {
  const dossier = compile().dossier!
  expect(standingVoices(dossier)).toEqual(['north', 'south', 'body-1'])
  const [ann, ben] = dossier.persons
  expect(voicesOn(dossier, ann, '1998-12-31')).toEqual([])
  expect(voicesOn(dossier, ann, '2003-05-31')).toEqual(['north'])
  expect(voicesOn(dossier, ann, '2003-06-01')).toEqual([])
  // The patrol is no voice of its own; the mission it belongs to is.
  expect(voicesOn(dossier, ben, '2000-01-01')).toEqual(['body-1'])
  expect(voicesOn(dossier, ben, '2002-12-31')).toEqual(['body-1'])
  expect(voicesOn(dossier, ben, '2003-05-31')).toEqual(['north'])
})

test('a due date has dates of its own', () => {
  const stipulation = compile().dossier!.agreements[0].provisions[0].stipulations[1]
  expect(dueOn(stipulation, '2001-05-27')).toBe('2001-06-01')
  expect(dueOn(stipulation, '2001-05-28')).toBe('2001-07-01')
})

test('ten thousand places compile', () => {
  const places = Array.from(
    { length: 10_000 },
    (_, i) =>
      `- id: place-${i + 1}\n  kind: village\n  names: [{ lang: en, text: Village ${i + 1} }, { lang: ru, text: Село ${i + 1} }]\n`,
  )
  const { dossier, problems } = compile({ 'places.yaml': places.join('') })
  expect(problems).toEqual([])
  expect(dossier!.places).toHaveLength(10_000)
})

test('any text in any file: a dossier or a problem with a place, never an exception', () => {
  const files = Object.keys(SAMPLE)
  const pieces = fc.constantFrom(
    '- ',
    ': ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '|',
    '>',
    '!!',
    '\t',
    '\ud800',
    'id',
    '2001-02-29',
    'null',
    '? ',
    '---\n',
    '%YAML 9\n',
    '<<',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(pieces, { maxLength: 12 }),
      fc.nat(),
      fc.nat({ max: 30 }),
      (file, words, at, cut) => {
        const text = SAMPLE[file]
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + words.join('') + text.slice(place + cut)
        const { dossier, problems } = compileDossier(sample({ [file]: broken }), ONTOLOGY)
        expect(dossier === null).toBe(problems.length > 0)
        for (const problem of problems) {
          const lines = (problem.file === file ? broken : (SAMPLE[problem.file] ?? ''))
            .replace(/^\uFEFF/, '')
            .split(/\r\n?|\n/)
          expect(problem.line >= 1 && problem.line <= lines.length).toBe(true)
          expect(problem.column >= 1 && problem.column <= lines[problem.line - 1].length + 2).toBe(true)
        }
      },
    ),
    { numRuns: 150 },
  )
})
