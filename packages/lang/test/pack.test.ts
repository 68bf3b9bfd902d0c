import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openPack } from '@parley/core'
import { describe, expect, test } from 'vitest'
import { buildPacks } from '../src/build-packs.ts'
import { compileLanguage } from '../src/compile-language.ts'
import { readOpenCorpora } from '../src/words/opencorpora.ts'
import { eachForm } from './support/each-form.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const dictionary = fileURLToPath(new URL('../../../node_modules/az/dicts', import.meta.url))
const path = `${root}build/packs/ru.pack`
const bytes = readFileSync(path)
const pack = openPack(bytes)

describe('the Russian pack', () => {
  test('carries licence and attribution where anyone can read them', () => {
    const head = bytes.toString('latin1', 0, 4000)
    for (const words of [
      'OpenCorpora',
      'Attribution-ShareAlike 3.0',
      'https://creativecommons.org/licenses/by-sa/3.0/',
    ]) {
      expect(head).toContain(words)
      expect(pack.notice).toContain(words)
    }
  })

  test('is not built again while nothing has changed', () => {
    buildPacks(root)
    expect(buildPacks(root)).toMatchObject([
      { code: 'en', built: false },
      { code: 'ru', built: false },
    ])
  })

  test('has the same bytes whenever it is built from the same sources', () => {
    buildPacks(root)
    const file = readFileSync(path)
    const inputs = String(/"inputs":"([0-9a-f]+)"/.exec(file.toString('latin1', 0, 16384))?.[1])
    const again = compileLanguage({
      folder: `${root}languages/ru`,
      code: 'ru',
      ontology: `${root}ontology`,
      dictionary,
      inputs,
    })
    expect(Buffer.compare(file, again)).toBe(0)
  })

  test('reads every form of the dictionary as the dictionary does', () => {
    const source = readOpenCorpora(dictionary)
    let compared = 0
    for (const { word, lemmas } of eachForm(source, 499)) {
      // With a capital, or names would be ruled out where there is another word.
      const known = new Set(
        pack.lexicon.form(word[0].toUpperCase() + word.slice(1)).readings.map(reading => reading.lemma),
      )
      for (const lemma of lemmas) expect(known, word).toContain(lemma)
      compared++
    }
    expect(compared).toBeGreaterThan(4000)
  })

  test('names every country by ICU', () => {
    const names = new Map(pack.table('region-names').map(row => [row.code, row.name]))
    expect(names.get('AM')).toBe('Армения')
    expect(names.has('EU')).toBe(false)
    expect(names.has('SU')).toBe(false)
    expect(names.size).toBeGreaterThan(240)
  })

  test('says what is wrong with bytes that are no pack', () => {
    expect(() => openPack(new Uint8Array(40))).toThrow(/not a language pack/)
    expect(() => openPack(bytes.subarray(0, 100))).toThrow(/cut short/)
    expect(() => openPack(bytes.subarray(0, bytes.length - 8))).toThrow(/cut short/)
  })

  test('opens from bytes that begin anywhere', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(openPack(shifted.subarray(3)).hash).toBe(pack.hash)
  })
})
