/** What is read in the benches: the project's examples always, and the news beside the project where they are there. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DocumentFields, makeDocument, type TextDocument } from '@parley/core'
import { exampleDocuments } from '../scripts/example-documents.ts'

export interface Corpus {
  /** What it is, for the table. */
  readonly name: string
  readonly documents: readonly TextDocument[]
  /** UTF-16 code units of all texts. */
  readonly characters: number
}

function corpusOf(name: string, fields: readonly DocumentFields[]): Corpus {
  const documents = fields.map(makeDocument)
  return { name, documents, characters: documents.reduce((sum, document) => sum + document.text.length, 0) }
}

export function examples(): Corpus {
  return corpusOf('examples/', exampleDocuments())
}

/** The news corpus below `shared`, else the examples. */
export function news(shared: string): Corpus {
  const path = join(resolve(shared), 'corpus', 'ru-news.jsonl')
  if (!existsSync(path)) return examples()
  const fields = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const { id, text } = JSON.parse(line) as { id: string; text: string }
      // A day of publication, so that relative dates are worked out, too.
      return { id, text, language: 'ru', published: '2003-06-15' }
    })
  return corpusOf('ru-news.jsonl', fields)
}

/** Passages that claim something about a bundled dossier's agreement: those of the project's gold lines. */
export function claimPassages(dossier: string): string[] {
  return readFileSync(resolve(import.meta.dirname, '..', 'gold', 'ru', 'claims.tsv'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(([name]) => name === dossier)
    .map(([, , text]) => text)
}

/** English news and monitors' reports below `shared`: the documents of its sets, one each; null where they are not there. */
export function english(shared: string): Corpus | null {
  const gold = join(resolve(shared), 'gold')
  const read = (file: string): string => readFileSync(join(gold, file), 'utf8')
  const news = globSync('{en-dev,polnear-dev,times-en-dev}/*.json', { cwd: gold }).map(file => JSON.parse(read(file)))
  const reports = globSync('claims/*.jsonl', { cwd: gold }).flatMap(file =>
    read(file)
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
  )
  const fields = ([...news, ...reports] as DocumentFields[])
    .filter(({ language }) => language === 'en')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text, published }) => ({ id, text, language: 'en', published: published ?? null }))
  return fields.length === 0 ? null : corpusOf('English news and reports', fields)
}

/** Texts of at least `length` characters in all: the corpus over and over, cut to size. */
export function textOfLength(corpus: Corpus, length: number): string {
  const texts: string[] = []
  for (let i = 0, sum = 0; sum < length; i++) {
    const { text } = corpus.documents[i % corpus.documents.length]
    texts.push(text)
    sum += text.length + 2
  }
  return texts.join('\n\n').slice(0, length)
}

/** The text in pieces of about `length` characters. */
export function piecesOf(text: string, length: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length))
  return pieces
}

export function russian(id: string, text: string): TextDocument {
  return makeDocument({ id, text, language: 'ru', published: '2021-11-26' })
}
