/** A page fetched again under the same address with another text: where the evidence found in the earlier text stands in the later one. */
import { claimKey, eventKey, itemKey, parseItemKey, quotationKey } from '../items/item-keys.ts'
import type { OpenRecord } from '../store/record.ts'
import type { Db } from '../store/store.ts'
import type { AnchorTable } from '../store/tables.ts'
import { anchorAgain, selectorOf } from './selectors.ts'

const PAGE = 100

/** Marks what is not marked yet. Returns how many pairs of versions were compared. */
export async function markAnchors(record: OpenRecord): Promise<number> {
  let pairs = 0
  for (let after = 0; ; ) {
    const page = await record.db
      .selectFrom('documents as later')
      .innerJoin('documents as earlier', 'earlier.url', 'later.url')
      .innerJoin('texts as new', 'new.sha256', 'later.text')
      .innerJoin('texts as old', 'old.sha256', 'earlier.text')
      .select(['later.n', 'earlier.n as earlier', 'earlier.id', 'new.text as now', 'old.text as before'])
      .whereRef('earlier.n', '<', 'later.n')
      .whereRef('earlier.text', '<>', 'later.text')
      .where(eb =>
        eb.not(eb.exists(eb.selectFrom('anchors as a').select('a.target').whereRef('a.document', '=', 'later.n'))),
      )
      .where('later.n', '>', after)
      .orderBy('later.n')
      .limit(PAGE)
      .execute()
    const rows: AnchorTable[] = []
    for (const { n, earlier, id, now, before } of page) {
      for (const key of await keysOf(record.db, earlier, id)) {
        const spans = parseItemKey(key)!.spans
        const anchors = spans.map(span => anchorAgain(selectorOf(before, span), now))
        const lost = anchors.some(({ state }) => state === 'lost')
        const moved = anchors.some(({ state }) => state === 'moved')
        const state = lost ? 'lost' : moved ? 'moved' : 'kept'
        const [first] = anchors
        const last = anchors[anchors.length - 1]
        rows.push({ target: key, document: n, state, start: lost ? null : first.start, end: lost ? null : last.end })
      }
    }
    await record.store.write(write => record.store.insert(write, 'anchors', rows, 'nothing'))
    pairs += page.length
    if (page.length < PAGE) return pairs
    after = page[page.length - 1].n
  }
}

async function keysOf(db: Db, n: number, document: string): Promise<string[]> {
  const of = <T extends 'quotations' | 'events' | 'claims'>(table: T) =>
    db
      .selectFrom(table as 'quotations')
      .selectAll()
      .where('document', '=', n)
      .execute()
  const quotations = await of('quotations')
  const events = (await of('events')) as unknown as { start: number; end: number; type: string }[]
  const claims = (await of('claims')) as unknown as { start: number; end: number; stipulation: string }[]
  const keys = [
    ...quotations.map(({ parts }) => quotationKey({ parts, document })),
    ...events.map(({ start, end, type }) => eventKey({ start, end, type, document })),
    ...claims.map(({ start, end, stipulation }) => claimKey({ start, end, stipulation, document })),
  ]
  // A document without items is marked all the same, by its first character: it need not be compared again.
  return keys.length > 0 ? keys : [itemKey({ document, kind: 'quotation', spans: [{ start: 0, end: 1 }], what: '' })]
}

export interface AnchorFound {
  readonly target: string
  /** Id of the later document. */
  readonly document: string
  readonly state: 'kept' | 'moved' | 'lost'
  readonly start: number | null
  readonly end: number | null
}

/** What became of the evidence of a document's items, or of one item, in later versions of its page. */
export async function listAnchors(db: Db, document: string): Promise<AnchorFound[]> {
  const rows = await db
    .selectFrom('anchors as a')
    .innerJoin('documents as d', 'd.n', 'a.document')
    .select(['a.target', 'd.id as document', 'a.state', 'a.start', 'a.end'])
    .where('a.target', '>=', document)
    .where('a.target', '<', `${document}~`)
    .orderBy('a.target')
    .orderBy('a.document')
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, state: state as AnchorFound['state'] }))
}
