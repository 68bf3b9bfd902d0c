/** Invented reports, and a record with some of them: taken in, read, grouped. */
import { type DocumentFields, type Kit, makeDocument, readWithWords, type TextDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import {
  beginImport,
  groupStories,
  itemsOf,
  keepCapture,
  keepReader,
  missing,
  type OpenRecord,
  packAnalysis,
  packReading,
  passagesOf,
  quotationWords,
  type ReadingMade,
  saveDocuments,
  saveReadings,
  signatureOf,
  type Unread,
} from '../src/index.ts'

export const kit: Kit = loadKit()

export const AT = '2026-01-02T03:04:05.000Z'

const BRIDGE = `Мост через реку Тальму откроют в мае, сообщил министр транспорта Лев Орешников.

«Мы закончим работы до весны», — заявил Орешников журналистам в городе Узнач. Он добавил, что по новому мосту пойдут автобусы и грузовые машины, а пешеходы получат отдельную дорожку.

Губернатор Вера Лучина опровергла сообщения о переносе сроков. «Ничего переносить мы не будем», — подчеркнула она.`

const TALKS = `Делегации двух берегов встретились в Узначе 3 февраля 2024 года и обсудили обмен пленными.

«Обмен пройдёт через две недели», — сказал глава комиссии Пётр Заречный. По словам Заречного, списки согласованы полностью, и стороны готовы предоставить автобусы. Наблюдатели миссии поедут вместе с колоннами.`

export const REPORTS: readonly DocumentFields[] = [
  { id: 'bridge', text: BRIDGE, published: '2024-01-10', publisher: 'Вести Узнача', url: 'https://uznach.example/1' },
  { id: 'bridge-again', text: BRIDGE.replace('в мае', 'весной'), published: '2024-01-11', publisher: 'Голос берега' },
  { id: 'bridge-copy', text: BRIDGE, published: '2024-01-12', publisher: 'Лента' },
  { id: 'talks', text: TALKS, published: '2024-02-04', publisher: 'Вести Узнача' },
  { id: 'note', text: '«Дорога открыта», — сообщил дежурный инспектор.', published: null, publisher: 'Лента' },
].map(fields => ({ language: 'ru', ...fields }))

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Archives the reports as one file and saves them, without reading them. Returns the id of the import. */
export async function takeIn(
  record: OpenRecord,
  reports: readonly DocumentFields[] = REPORTS,
  origin = 'reports.jsonl',
): Promise<string> {
  const run = await beginImport(record, 'tester', AT, [origin])
  const stored = await record.archive.put(bytesOf(reports.map(report => JSON.stringify(report)).join('\n')))
  const kept = await keepCapture(record, run, {
    ...stored,
    origin,
    url: null,
    mediaType: 'application/jsonl',
    how: 'file',
    at: AT,
    headers: null,
  })
  const documents = reports.map((fields, i) => ({
    document: makeDocument(fields),
    capture: kept.id,
    part: `line ${i + 1}`,
  }))
  await saveDocuments(record, run, AT, documents, [kept.id])
  return run.id
}

export function readOne(unread: Unread): ReadingMade {
  const document: TextDocument = makeDocument({ ...unread, id: unread.name })
  const { analysis, words } = readWithWords(document, kit)
  return {
    ok: true,
    document: { n: unread.n, id: unread.id },
    analysis: packAnalysis(analysis),
    items: itemsOf(analysis),
    quotationWords: quotationWords(analysis, words),
    passages: passagesOf(analysis, words),
    signature: signatureOf(words),
  }
}

/** Reads all that is not read. `version` stands for a newer reader. */
export async function readAll(record: OpenRecord, version = kit.version): Promise<string> {
  const reader = await keepReader(record, { version, languages: kit.languages, dossier: null }, 'tester', AT)
  const unread = await missing(record.db, reader, '', 1000)
  if (unread.length > 0) await saveReadings(record, reader, 'tester', AT, unread.map(readOne).map(packReading))
  await groupStories(record)
  return reader
}
