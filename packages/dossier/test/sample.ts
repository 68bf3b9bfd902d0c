/** A small process that exists nowhere, for tests that break one thing in it. */
import { compileDossier, readOntology } from '../src/index.ts'

export const ONTOLOGY = readOntology()

export const SAMPLE: Readonly<Record<string, string>> = {
  'process.yaml': `id: valley-2001
titles: { en: The Valley agreement, ru: Соглашение о Долине }
scope: { en: One agreement }
languages: [en, ru]
editors: [A. Editor]
`,
  'parties.yaml': `- id: north
  kind: state
  standing: party
  names: [{ lang: en, text: North }, { lang: ru, text: Север }]
  source: src-1
- id: south
  kind: movement
  standing: party
  names: [{ lang: en, text: South }]
  source: src-1
`,
  'bodies.yaml': `- id: body-1
  kind: mission
  standing: monitor
  names: [{ lang: en, text: Valley Mission }]
  source: src-1
- id: body-2
  kind: force
  standing: none
  part_of: body-1
  names: [{ lang: en, text: Patrol }]
  source: src-1
`,
  'persons.yaml': `- id: person-1
  names: [{ lang: en, text: Ann Example }]
  roles:
    - { office: north/president, since: 1999-01-01, until: 2003-05-31, source: src-1 }
- id: person-2
  names: [{ lang: en, text: Ben Example }]
  roles:
    - { office: north/president, since: 2003-05-31, until: null, source: src-1 }
    - { office: body-2/commander, since: 2000, until: 2002, source: src-1 }
`,
  'places.yaml': `- id: place-1
  kind: district
  names: [{ lang: en, text: Upper Valley, used_by: [north] }, { lang: en, text: Lower Hill, used_by: [south] }]
  coordinates: { lat: 10.5, lon: 20, within: 15, source: src-1 }
`,
  'sources.yaml': `- { id: src-1, kind: agreement, title: The agreement, publisher: Government Gazette, lang: en, date: 2001-04-30 }
`,
  'agreements/2001-04-30-valley.yaml': `id: valley
titles: { en: The Valley agreement }
signed: 2001-04-30
source: src-1
signatories: [north, south]
provisions:
  - id: "1"
    stipulations:
      - id: 1a
        titles: { en: Ceasefire }
        summaries: { en: Nobody fires. }
        bearer: [north, south]
        duty: cease-fire
        object: all fire
        about: [place-1]
        due: 2001-05-01T00:00+02:00
        continuing: true
      - id: 1b
        titles: { en: District handed over }
        summaries: { en: The district changes hands. }
        bearer: [south]
        duty: hand-over-territory
        object: the district
        about: [place-1]
        due: 2001-06-01
        amended: [{ due: 2001-07-01, since: 2001-05-28, source: src-1 }]
`,
}

/** The sample with `changes`: file -> what to put for which words of it, or its whole text; null leaves the file out. */
export function sample(
  changes: Readonly<Record<string, readonly [string, string] | string | null>> = {},
): Map<string, string> {
  const files = new Map(Object.entries(SAMPLE))
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) files.delete(file)
    else if (typeof change === 'string') files.set(file, change)
    else {
      const text = files.get(file) ?? ''
      if (!text.includes(change[0])) throw new RangeError(`${file} has no '${change[0]}'`)
      files.set(
        file,
        text.replace(change[0], () => change[1]),
      )
    }
  }
  return files
}

export function compile(changes: Parameters<typeof sample>[0] = {}) {
  return compileDossier(sample(changes), ONTOLOGY)
}
