/** Every claim of the record with what is known of its document, for views that put all of them together: no filter, no order but that of the documents. */

import type { OpenRecord } from '../store/record.ts'
import { FACTS } from './item-filter.ts'
import type { FoundClaim } from './list-claims.ts'
import { CLAIM_COLUMNS } from './list-claims.ts'

/** Rows read at a time. */
const PAGE = 1000

/** In stretches of at most `PAGE`; in the order the documents came, those of one document in the order of its analysis. */
export async function* listAllClaims({ db }: OpenRecord): AsyncGenerator<readonly FoundClaim[]> {
  for (let document = 0, position = -1; ; ) {
    const rows = await db
      .selectFrom('claims as i')
      .innerJoin('documents as d', 'd.n', 'i.document')
      .select(FACTS)
      .select(CLAIM_COLUMNS)
      .select('i.document as place')
      .where(eb => eb(eb.refTuple('i.document', 'i.position'), '>', eb.tuple(document, position)))
      .orderBy('i.document')
      .orderBy('i.position')
      .limit(PAGE)
      .execute()
    if (rows.length > 0) yield rows.map(({ place: _, ...row }) => row)
    if (rows.length < PAGE) return
    document = rows[rows.length - 1].place
    position = rows[rows.length - 1].position
  }
}
