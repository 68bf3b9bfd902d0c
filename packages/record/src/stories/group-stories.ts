/**
 * Documents that tell the same story: exact copies and near duplicates, each with the first document it was found to repeat. All of them stay. The groups
 * are derived data: they can be made anew from the signatures.
 */

import type { OpenRecord } from '../store/record.ts'
import type { Write } from '../store/store.ts'
import type { BandTable } from '../store/tables.ts'
import { bandsOf, SAME_STORY, similarity } from './near-duplicates.ts'

const PAGE = 500
/** Parameters of one question. */
const MANY = 6000

interface Leader {
  readonly n: number
  readonly story: string
  readonly signature: Uint8Array
}

/** Groups the documents that are read and not yet grouped, in the order of their ids. Returns how many there were. */
export async function groupStories(record: OpenRecord, onPage: (done: number) => void = () => {}): Promise<number> {
  let done = 0
  // Behind the last page: what is grouped already is not looked through again for each of the next.
  for (let after = ''; ; ) {
    const { count, last } = await record.store.write(write => groupPage(record, write, after))
    done += count
    after = last
    onPage(done)
    if (count < PAGE) return done
  }
}

async function groupPage(record: OpenRecord, write: Write, after: string): Promise<{ count: number; last: string }> {
  const page = await write
    .selectFrom('readings as r')
    .innerJoin('documents as d', 'd.n', 'r.document')
    .leftJoin('stories as s', 's.document', 'r.document')
    .select(['d.n', 'd.id', 'd.text', 'r.signature'])
    .where('s.document', 'is', null)
    .where('d.id', '>', after)
    .orderBy('d.id')
    .limit(PAGE)
    .execute()
  const bandsOfPage = page.map(({ signature }) => (signature === null ? [] : bandsOf(signature)))
  const leaders = await findLeaders(write, bandsOfPage.flat())
  const copies = await storiesOfTexts(
    write,
    page.filter(({ signature }) => signature === null).map(({ text }) => text),
  )
  const stories: { document: number; story: string }[] = []
  const bands: BandTable[] = []
  page.forEach(({ n, id, text, signature }, i) => {
    let story = signature === null ? (copies.get(text) ?? id) : id
    if (signature === null) copies.set(text, story)
    else {
      let best = SAME_STORY
      for (const band of bandsOfPage[i]) {
        const leader = leaders.get(band)
        if (leader === undefined) continue
        const alike = similarity(signature, leader.signature)
        if (alike > best || (alike === best && (story === id || leader.story < story))) {
          best = alike
          story = leader.story
        }
      }
      for (const band of bandsOfPage[i]) {
        if (leaders.has(band)) continue
        leaders.set(band, { n, story, signature })
        bands.push({ band, document: n })
      }
    }
    stories.push({ document: n, story })
  })
  await record.store.insert(write, 'stories', stories)
  await record.store.insert(write, 'bands', bands, 'nothing')
  return { count: page.length, last: page.at(-1)?.id ?? after }
}

/** The document that first brought each band, where one has. */
async function findLeaders(write: Write, bands: readonly string[]): Promise<Map<string, Leader>> {
  const leaders = new Map<string, Leader>()
  const wanted = [...new Set(bands)]
  for (let from = 0; from < wanted.length; from += MANY) {
    const rows = await write
      .selectFrom('bands as b')
      .innerJoin('readings as r', 'r.document', 'b.document')
      .innerJoin('stories as s', 's.document', 'b.document')
      .select(['b.band', 'b.document as n', 's.story', 'r.signature'])
      .where('b.band', 'in', wanted.slice(from, from + MANY))
      .execute()
    for (const { band, n, story, signature } of rows) if (signature !== null) leaders.set(band, { n, story, signature })
  }
  return leaders
}

/** Short texts have no signature: only exact copies are one story. */
async function storiesOfTexts(write: Write, texts: readonly string[]): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map()
  const rows = await write
    .selectFrom('documents as d')
    .innerJoin('stories as s', 's.document', 'd.n')
    .select(['d.text', 's.story'])
    .where('d.text', 'in', texts)
    .execute()
  return new Map(rows.map(({ text, story }) => [text, story]))
}
