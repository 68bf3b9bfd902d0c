import { checkProperty } from '@parley/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileDossier } from '../src/index.ts'
import { compile, ONTOLOGY, SAMPLE } from './sample.ts'

type Changes = Parameters<typeof compile>[0]

/** What is told of the sample with `changes`: `code file:line:column message -> hint`, sorted by place. */
function told(changes: Changes): string[] {
  const { dossier, problems } = compile(changes)
  expect(dossier === null).toBe(problems.length > 0)
  return problems.map(
    one =>
      `${one.code.slice('dossier/'.length)} ${one.file}:${one.line}:${one.column} ${one.message}${one.hint === '' ? '' : ` -> ${one.hint}`}`,
  )
}

const AGREEMENT = 'agreements/2001-04-30-valley.yaml'

test('the sample itself has none', () => {
  expect(told({})).toEqual([])
})

const CASES: readonly (readonly [string, Changes, string | readonly string[]])[] = [
  [
    'an unknown party, with the one meant',
    { [AGREEMENT]: ['bearer: [south]', 'bearer: [sout]'] },
    "unknown-party agreements/2001-04-30-valley.yaml:21:18 bearer, number 1: expected the id of a party or body of this dossier, found 'sout' -> did you mean south?",
  ],
  [
    'a file in another encoding than UTF-8',
    { 'places.yaml': ['Upper Valley', '\uFFFD\uFFFD'] },
    'encoding places.yaml:3:29 the file is not UTF-8, or damaged -> save it as UTF-8',
  ],
  [
    'a control character and half a character in names',
    { 'places.yaml': ['Upper Valley', '"Upper\\u0000"'], 'bodies.yaml': ['Patrol', '"Patrol \\uD800"'] },
    [
      "control-character bodies.yaml:10:29 text: expected words without control characters and half characters, found 'Patrol \uD800' -> leave it out",
      "control-character places.yaml:3:29 text: expected words without control characters and half characters, found 'Upper\u0000' -> leave it out",
    ],
  ],
  ['lines that end in CR alone', { 'places.yaml': SAMPLE['places.yaml'].replaceAll('\n', '\r') }, []],
  [
    'a body that ends before it begins',
    { 'bodies.yaml': ['part_of: body-1', 'part_of: body-1\n  since: 2003-05\n  until: 2003-04'] },
    'date-order bodies.yaml:11:10 the body ends (2003-04) before it begins (2003-05) -> mend since or until',
  ],
  [
    'a party nobody is near',
    { 'places.yaml': ['used_by: [south]', 'used_by: [overseas]'] },
    "unknown-party places.yaml:3:103 used_by, number 1: expected the id of a party of this dossier, found 'overseas' -> A party that uses this name",
  ],
  [
    'no source',
    { 'persons.yaml': ['until: 2003-05-31, source: src-1', 'until: 2003-05-31'] },
    'missing-source persons.yaml:4:7 source is missing -> Where it comes from: an id of sources.yaml',
  ],
  [
    'an agreement without source',
    { [AGREEMENT]: ['source: src-1\nsignatories', 'signatories'] },
    'missing-source agreements/2001-04-30-valley.yaml:1:1 source is missing -> Where it comes from: an id of sources.yaml',
  ],
  [
    'a source nobody wrote',
    { 'bodies.yaml': ['source: src-1', 'source: src-9'] },
    "unknown-source bodies.yaml:5:11 source: expected the id of a source of this dossier, found 'src-9' -> did you mean src-1?",
  ],
  [
    'a day that does not exist',
    { [AGREEMENT]: ['signed: 2001-04-30', 'signed: 2021-02-30'] },
    "bad-date agreements/2001-04-30-valley.yaml:3:9 signed: expected a date of the calendar, found '2021-02-30' -> as 2018, 2018-05 or 2018-05-08",
  ],
  [
    'a date in another order',
    { [AGREEMENT]: ['signed: 2001-04-30', 'signed: 30.04.2001'] },
    "bad-value agreements/2001-04-30-valley.yaml:3:9 signed: expected a date: 2018, 2018-05 or 2018-05-08, found '30.04.2001' -> The day it was signed or announced",
  ],
  [
    'an hour that does not exist',
    { [AGREEMENT]: ['T00:00+02:00', 'T25:00+02:00'] },
    "bad-date agreements/2001-04-30-valley.yaml:16:14 due: expected a date of the calendar, found '2001-05-01T25:00+02:00' -> as 2018, 2018-05 or 2018-05-08",
  ],
  [
    'an id twice in one file',
    { 'persons.yaml': ['id: person-2', 'id: person-1'] },
    'duplicate-id persons.yaml:5:7 the id person-1 stands twice -> first at persons.yaml:1',
  ],
  [
    'a stipulation twice',
    { [AGREEMENT]: ['id: 1b', 'id: 1a'] },
    'duplicate-id agreements/2001-04-30-valley.yaml:18:13 the id valley/1a stands twice -> first at agreements/2001-04-30-valley.yaml:9',
  ],
  [
    'one person twice in one office',
    {
      'persons.yaml': [
        'office: body-2/commander, since: 2000, until: 2002',
        'office: north/president, since: 2004, until: 2005',
      ],
    },
    'overlapping-roles persons.yaml:9:7 person-2 holds north/president twice at once: also from 2003-05-31 until now -> join the two, or mend their dates',
  ],
  [
    'a role that ends before it begins',
    { 'persons.yaml': ['since: 2000, until: 2002', 'since: 2002, until: 2000'] },
    'role-order persons.yaml:9:7 the role ends (2000) before it begins (2002) -> mend since or until',
  ],
  [
    'no word on the end of a role',
    { 'persons.yaml': [', until: null', ''] },
    'missing-field persons.yaml:8:7 until is missing -> Last day in office, included; null: still held',
  ],
  [
    'an office nobody knows',
    { 'persons.yaml': ['north/president, since: 1999', 'north/presidnt, since: 1999'] },
    "unknown-office persons.yaml:4:17 office: expected an office of ontology/offices.tsv, after the slash, found 'north/presidnt' -> did you mean north/president?",
  ],
  [
    'an office of nobody',
    { 'persons.yaml': ['north/president, since: 1999', 'nord/president, since: 1999'] },
    "unknown-party persons.yaml:4:17 office: expected the id of a party or body, before the slash, found 'nord/president' -> did you mean north/president?",
  ],
  [
    'an office without holder',
    { 'persons.yaml': ['north/president, since: 1999', 'president, since: 1999'] },
    "bad-value persons.yaml:4:17 office: expected a party or body, a slash, and an office: arm/head-of-government, found 'president' -> Party or body, a slash, and an office of ontology/offices.tsv: arm/head-of-government",
  ],
  [
    'a field nobody knows',
    { 'persons.yaml': ['  names: [{ lang: en, text: Ann', '  name: [{ lang: en, text: Ann'] },
    [
      'missing-field persons.yaml:1:3 names is missing -> Every side’s names, side by side; their order means nothing',
      "unknown-key persons.yaml:2:3 'name' is no field of this -> did you mean names?",
    ],
  ],
  [
    'a wrong type',
    { 'bodies.yaml': ['part_of: body-1', 'part_of: [body-1]'] },
    'wrong-type bodies.yaml:9:12 part_of: expected words, found a list -> The body it belongs to',
  ],
  [
    'a number for words',
    { [AGREEMENT]: ['id: "1"', 'id: 1'] },
    'wrong-type agreements/2001-04-30-valley.yaml:7:9 id: expected words, found the number 1 -> put it in quotes: "1"',
  ],
  [
    'a value that is none',
    { 'parties.yaml': ['kind: movement', 'kind: movment'] },
    "unknown-value parties.yaml:7:9 kind: 'movment' is none of its values -> did you mean movement?",
  ],
  [
    'a duty nobody knows',
    { [AGREEMENT]: ['duty: cease-fire', 'duty: ceasefire'] },
    "unknown-duty agreements/2001-04-30-valley.yaml:13:15 duty: expected a duty of the ontology, found 'ceasefire' -> did you mean cease-fire?",
  ],
  [
    'a language nobody declared',
    { 'parties.yaml': ['lang: ru', 'lang: fr'] },
    "unknown-language parties.yaml:4:46 lang: expected the id of a language of this dossier, found 'fr' -> Language: one of `languages` in process.yaml",
  ],
  [
    'a text in a language nobody declared',
    { [AGREEMENT]: ['titles: { en: Ceasefire }', 'titles: { fr: Trêve }'] },
    "unknown-language agreements/2001-04-30-valley.yaml:10:23 fr: expected a language of process.yaml, found 'Trêve' -> Text in that language, in the editors’ own words",
  ],
  [
    'a place that lies in itself',
    { 'places.yaml': ['kind: district', 'kind: district\n  part_of: place-1'] },
    'cycle places.yaml:3:12 place-1 is part of itself: place-1 in place-1 -> leave out one part_of',
  ],
  [
    'bodies in a round',
    { 'bodies.yaml': ['standing: monitor', 'standing: monitor\n  part_of: body-2'] },
    'cycle bodies.yaml:4:12 body-1 is part of itself: body-1 in body-2 in body-1 -> leave out one part_of',
  ],
  [
    'an id with a name in it',
    { 'places.yaml': ['id: place-1', 'id: upper-valley'], [AGREEMENT]: null },
    "bad-value places.yaml:1:7 id: expected an id that carries no name: place-0001, found 'upper-valley' -> Id that carries no name: place-0001",
  ],
  [
    'coordinates off the earth',
    { 'places.yaml': ['lat: 10.5', 'lat: 105'] },
    'bad-value places.yaml:4:23 lat: expected degrees from -90 to 90, found the number 105 -> Degrees, north positive',
  ],
  [
    'letters that are not NFC',
    { 'places.yaml': ['Upper Valley', 'Upper Valle\u0301y'] },
    "not-nfc places.yaml:3:29 text: expected letters in Unicode normal form C, found 'Upper Valle\u0301y' -> save the file as NFC",
  ],
  [
    'a file nobody knows',
    { 'person.yaml': '[]' },
    'unknown-file person.yaml:1:1 person.yaml is no file of a dossier -> did you mean persons.yaml?',
  ],
  [
    'no parties',
    { 'parties.yaml': null },
    'missing-file parties.yaml:1:1 parties.yaml is missing -> a dossier has at least process.yaml, parties.yaml, sources.yaml',
  ],
  [
    'a syntax error',
    { 'terms.yaml': '- id: term-1\n  names: [{ lang: en, text: A }\n  meaning: b\n' },
    'yaml terms.yaml:3:3 not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a tab',
    { 'terms.yaml': '- id: term-1\n\tmeaning: b\n' },
    'tab terms.yaml:2:2 a tab begins the line; YAML is indented with spaces -> put spaces in its place',
  ],
  [
    'a key twice',
    { 'parties.yaml': ['kind: movement', 'kind: movement\n  kind: state'] },
    'double-key parties.yaml:8:3 not YAML: Map keys must be unique',
  ],
  [
    'a bomb',
    { 'terms.yaml': 'a: &a [x]\nb: [*a, *a]\n' },
    [
      'alias terms.yaml:1:7 &a is an anchor -> leave it out: each thing is written where it stands',
      'alias terms.yaml:2:5 *a points to another part of the file -> write it out',
      'alias terms.yaml:2:9 *a points to another part of the file -> write it out',
    ],
  ],
  [
    'a hundred brackets',
    { 'terms.yaml': `${'['.repeat(100)}${']'.repeat(100)}` },
    'too-deep terms.yaml:1:100 brackets 100 levels deep -> a dossier is never deeper than ten',
  ],
]

test.each(CASES)('%s', (_, changes, expected) => {
  expect(told(changes)).toEqual(typeof expected === 'string' ? [expected] : expected)
})

test('all mistakes of all files at once, in the order of files and lines', () => {
  const lines = told({
    'parties.yaml': ['kind: movement', 'kind: movment'],
    'persons.yaml': ['source: src-1', 'source: src-7'],
    'places.yaml': ['used_by: [south]', 'used_by: [sout]'],
    [AGREEMENT]: ['duty: cease-fire', 'duty: cease-fires'],
  })
  expect(lines.map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'unknown-duty agreements/2001-04-30-valley.yaml:13:15',
    'unknown-value parties.yaml:7:9',
    'unknown-source persons.yaml:4:80',
    'unknown-party places.yaml:3:103',
  ])
})

test('a file that is no list, a list of anything, no data at all', () => {
  expect(told({ 'parties.yaml': 'north: state\n' })).toEqual([
    'wrong-type parties.yaml:1:1 the file: expected a list, found fields with values',
  ])
  expect(told({ 'terms.yaml': '- x\n- 1\n' })).toEqual([
    "wrong-type terms.yaml:1:3 number 1: expected fields with values, found 'x'",
    'wrong-type terms.yaml:2:3 number 2: expected fields with values, found the number 1',
  ])
  expect(told({ 'terms.yaml': '# nothing yet\n', 'places.yaml': '', [AGREEMENT]: null })).toEqual([])
})

test('any damage to any file is a mistake told with its place, or no mistake: never a crash, never half a dossier', () => {
  const put = fc.constantFrom(
    '',
    ':',
    '-',
    '[',
    '}',
    '"',
    '\t',
    '\n',
    '&a',
    '*a',
    '!!js',
    '#',
    '\0',
    '\ud800',
    '9'.repeat(40),
    'null',
    '  ',
  )
  const edit = fc.record({
    file: fc.constantFrom(...Object.keys(SAMPLE)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    lost: fc.nat({ max: 20 }),
    put,
  })
  checkProperty(
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    edits => {
      const files = new Map(Object.entries(SAMPLE))
      for (const { file, at, lost, put: added } of edits) {
        const text = files.get(file) as string
        const from = Math.floor(at * text.length)
        files.set(file, text.slice(0, from) + added + text.slice(from + lost))
      }
      const { dossier, problems } = compileDossier(files, ONTOLOGY)
      expect(dossier === null).toBe(problems.length > 0)
      for (const { file, line, column, message } of problems) {
        const lines = (files.get(file) ?? '').split('\n').length
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(Math.max(1, lines))
        expect(column).toBeGreaterThan(0)
        expect(message).not.toBe('')
      }
    },
    300,
  )
})
