import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ASSERTIONS, formatProblem, isContradictory } from '@parley/core'
import { afterAll, describe, expect, test } from 'vitest'
import { bundledDossiers, checkDossier, DOSSIERS, jsonSchemas, ONTOLOGY, readOntology } from '../src/index.ts'

const ontology = readOntology()
const bundled = bundledDossiers()
const scratch = mkdtempSync(join(tmpdir(), 'parley-dossier-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('four dossiers come with Parley', () => {
  expect(bundled.map(one => one.name)).toEqual(['bangsamoro-2014', 'karabakh-2020', 'minsk-2015', 'south-sudan-2018'])
})

describe.each(bundled)('$name', ({ name, folder }) => {
  const { dossier, problems, notes } = checkDossier(folder, ontology)

  test('compiles, with nothing to confirm', () => {
    expect([...problems, ...notes].map(formatProblem)).toEqual([])
    expect(dossier?.id).toBe(name)
  })

  test('every stipulation has a title and a summary in English and Russian', () => {
    const stipulations = dossier!.agreements.flatMap(agreement =>
      agreement.provisions.flatMap(point => point.stipulations),
    )
    expect(stipulations.length).toBeGreaterThan(20)
    for (const { id, titles, summaries } of stipulations) {
      expect([id, Object.keys(titles).sort(), Object.keys(summaries).sort()]).toEqual([id, ['en', 'ru'], ['en', 'ru']])
    }
  })

  test('every source, term, body and place is used or is a voice, and every file names its schema', () => {
    const words = JSON.stringify({ ...dossier, sources: [] })
    const unused = dossier!.sources.filter(source => source.kind !== 'outlet' && !words.includes(`"${source.id}"`))
    expect(unused.map(source => source.id)).toEqual([])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.yaml'))
        expect(readFileSync(join(folder, file), 'utf8')).toMatch(/^# yaml-language-server: \$schema=/)
    }
  })

  test('ids of persons, places and bodies carry no name', () => {
    const ids = [...dossier!.persons, ...dossier!.places, ...dossier!.bodies].map(item => item.id)
    for (const id of ids) expect(id).toMatch(/^(?:person|place|body)-\d{4}$/)
  })
})

test('no id is that of two agreements', () => {
  const ids = bundled.flatMap(({ folder }) =>
    checkDossier(folder, ontology).dossier!.agreements.map(agreement => agreement.id),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('the published schemas are those of the code (node scripts/build-dossier-schemas.ts writes them)', () => {
  const folder = join(DOSSIERS, 'schema')
  const schemas = jsonSchemas(ontology)
  expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort())
  for (const [name, text] of schemas) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})

test('a folder on the disk: copied, broken, not there', () => {
  const copy = join(scratch, 'copy')
  cpSync(bundled[1].folder, copy, { recursive: true })
  writeFileSync(join(copy, 'NOTES.md'), 'kept beside it\n')
  expect(checkDossier(`${copy}/`, ontology).dossier?.hash).toBe(checkDossier(bundled[1].folder, ontology).dossier?.hash)
  writeFileSync(join(copy, 'person.yml'), '[]\n')
  expect(checkDossier(copy, ontology).problems.map(formatProblem)).toEqual([
    `${copy}/person.yml:1:1 person.yml is no file of a dossier [dossier/unknown-file]\n  \n  did you mean persons.yaml?`,
  ])
  const missing = join(scratch, 'missing')
  expect(checkDossier(missing, ontology).problems.map(formatProblem)).toEqual([
    `${missing}:1:1 there is no such folder [dossier/no-folder]\n  \n  give the folder that holds process.yaml`,
  ])
})

describe('closed lists', () => {
  const rows = (path: string): Record<string, string>[] => {
    const [header, ...lines] = readFileSync(path, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '' && !line.startsWith('#'))
      .map(line => line.split('\t'))
    return lines.map(cells => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
  }

  test('every speech act of a language is defined', () => {
    const acts = new Set(rows(join(ONTOLOGY, 'acts.tsv')).map(row => row.act))
    const used = rows(join(ONTOLOGY, '../languages/ru/cues.tsv')).map(row => row.act)
    expect(used.filter(act => act !== '' && !acts.has(act))).toEqual([])
  })

  test('assertions: their order and their contradictions are those of the code', () => {
    const table = rows(join(ONTOLOGY, 'assertions.tsv'))
    expect(table.map(row => row.assertion)).toEqual(ASSERTIONS)
    for (const row of table) {
      const others = ASSERTIONS.filter(other => isContradictory([row.assertion as (typeof ASSERTIONS)[number], other]))
      expect(
        row.contradicts
          .split(' ')
          .filter(word => word !== '')
          .sort(),
      ).toEqual([...others].sort())
    }
  })

  test('51 provision types, each defined; every duty kind has one', () => {
    expect(ontology.pam.size).toBe(51)
    for (const duty of ontology.duties.values()) expect(ontology.pam.has(duty.pam)).toBe(true)
  })
})
