/** Opening a language pack: bytes in, the words, tables and models of one language out. Tables are read when first asked for. */
import type { LanguagePack, TableRow } from '../kit.ts'
import { Analyser, type LanguageWords } from '../words/analyser.ts'
import { PackLexicon } from '../words/lexicon.ts'
import { KeyIndex } from '../words/phrases.ts'
import { Container } from './container.ts'

export const PACK_FORMAT = 'parley/pack@1'

/** `bytes`: a whole pack file; it is kept and must not change. Throws RangeError for anything else. */
export function openPack(bytes: Uint8Array): LanguagePack {
  const container = new Container(bytes)
  const { format, code, hash, notice } = container.header
  if (format !== PACK_FORMAT)
    throw new RangeError(`a pack of format ${String(format)}; this reader takes ${PACK_FORMAT}`)
  const keys = new KeyIndex()
  const language = container.json('data/language') as LanguageWords
  const analyser = new Analyser(container, language, readRows(container, 'compounds'), readRows(container, 'prefixes'))
  const tables = new Map<string, readonly TableRow[]>()
  const data = new Map<string, unknown>()
  const derived = new Map<unknown, unknown>()

  const pack: LanguagePack = {
    code: String(code),
    hash: String(hash),
    notice: String(notice),
    grammar: language.grammar ?? 'case',
    lexicon: new PackLexicon(analyser, keys),
    keys,
    table(name) {
      let rows = tables.get(name)
      if (rows === undefined) {
        rows = readRows(container, name)
        tables.set(name, rows)
      }
      return rows
    },
    hasTable(name) {
      return container.has(`table/${name}`)
    },
    data(name) {
      const known = data.get(name)
      if (known !== undefined) return known
      const value = container.json(`data/${name}`)
      data.set(name, value)
      return value
    },
    model(name) {
      return container.has(`model/${name}`) ? container.bytes(`model/${name}`) : null
    },
    derive<T>(make: (pack: LanguagePack) => T): T {
      const known = derived.get(make)
      if (known !== undefined) return known as T
      const value = make(pack)
      derived.set(make, value)
      return value
    },
  }
  return pack
}

function readRows(container: Container, name: string): TableRow[] {
  const { columns, rows } = container.json(`table/${name}`) as { columns: string[]; rows: string[][] }
  return rows.map(cells => Object.fromEntries(columns.map((column, i) => [column, cells[i]])))
}
