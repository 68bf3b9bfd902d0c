/** The analyses behind the items, for views that need whole documents: the latest of each, of documents that hold claims, or events, or any. */
import type { Analysis } from '@parley/core'
import { unpackAnalysis } from '../items/packed-reading.ts'
import type { OpenRecord } from '../store/record.ts'
import type { ReaderTable } from '../store/tables.ts'

export interface AnalysisFilter {
  /** Documents that hold such items; absent: all that were read. */
  readonly holding?: 'claims' | 'events' | 'quotations'
}

/** An analysis with the document it is of. */
export interface FoundAnalysis {
  /** Id of the document in the record. */
  readonly document: string
  readonly analysis: Analysis
}

/**
 * In the order the documents came. Texts of several documents come once: the first that told them, and those that `hasOwn` says differ from it.
 */
export async function* listAnalyses(
  record: OpenRecord,
  { holding }: AnalysisFilter = {},
  hasOwn: (document: string) => boolean = () => false,
): AsyncGenerator<FoundAnalysis> {
  const seen = new Set<string>()
  for (let after = 0; ; ) {
    let query = record.db
      .selectFrom('readings as r')
      .innerJoin('documents as d', 'd.n', 'r.document')
      .innerJoin('analyses as a', join =>
        join.onRef('a.document', '=', 'r.document').onRef('a.reader', '=', 'r.reader'),
      )
      .innerJoin('texts as t', 't.sha256', 'd.text')
      .select(['d.n', 'd.id', 't.sha256', 't.text', 'a.body'])
      .where('d.n', '>', after)
    if (holding !== undefined) {
      query = query.where(eb =>
        eb.exists(
          eb
            .selectFrom(`${holding as 'claims'} as i`)
            .select('i.n')
            .whereRef('i.document', '=', 'd.n'),
        ),
      )
    }
    const page = await query.orderBy('d.n').limit(PAGE).execute()
    for (const { id, sha256, text, body } of page) {
      const key = hasOwn(id) ? id : sha256
      if (body === null || seen.has(key)) continue
      seen.add(key)
      yield { document: id, analysis: unpackAnalysis(body, text) }
    }
    if (page.length < PAGE) return
    after = page[page.length - 1].n
  }
}

const PAGE = 100

/** The readers whose items the record shows, the one of most documents first. */
export function currentReaders(record: OpenRecord): Promise<ReaderTable[]> {
  return record.db
    .selectFrom('readings as r')
    .innerJoin('readers as v', 'v.id', 'r.reader')
    .selectAll('v')
    .groupBy(['v.id', 'v.version', 'v.languages', 'v.dossier'])
    .orderBy(eb => eb.fn.countAll(), 'desc')
    .orderBy('v.id')
    .execute()
}
