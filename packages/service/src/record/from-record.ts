/** The verbs `status` and `timeline` on a record: what is stored is taken as reviewers left it, nothing is read anew. */
import {
  type Assertion,
  type Dossier,
  evidenceAt,
  type Kit,
  type MatrixClaim,
  matrixClaim,
  stipulationIds,
  type TimelineFilter,
} from '@parley/core'
import {
  currentReaders,
  type FoundClaim,
  listAnalyses,
  listDecisions,
  type OpenRecord,
  parseItemKey,
  parseWhoKey,
} from '@parley/record'
import type { Collect } from '../read-once.ts'
import {
  type StatusClaims,
  type StatusDocument,
  type StatusReport,
  type StatusRequest,
  statusOf,
} from '../read-status.ts'
import { type TimelineReport, timelineOf } from '../read-timeline.ts'
import { textsOf } from '../review/changed-items.ts'
import { identitiesIn } from '../review/identities.ts'
import { allReviewedClaims } from '../review/list-reviewed.ts'
import { reviewedAnalysis } from '../review/reviewed-analysis.ts'
import { claimantOf } from './claimant-of.ts'

export function recordStatus(record: OpenRecord, kit: Kit, request: StatusRequest): Promise<StatusReport> {
  return statusOf(() => claimsIn(record, kit), kit, request)
}

export function recordTimeline(
  record: OpenRecord,
  kit: Kit,
  filter: Required<TimelineFilter>,
): Promise<TimelineReport> {
  return timelineOf(collectFrom(record), kit, filter)
}

function collectFrom(record: OpenRecord): Collect {
  return async take => {
    const decisions = Map.groupBy(await listDecisions(record.db), ({ target }) => target)
    const decided = documentsDecided(decisions.keys())
    const identities = await identitiesIn(record)
    const isAsFound = (document: string) => identities.named.length === 0 && !decided.has(document)
    for await (const { document, analysis } of listAnalyses(record, {}, id => decided.has(id)))
      take(isAsFound(document) ? analysis : reviewedAnalysis(analysis, document, decisions, identities.of))
  }
}

/** From the rows of claims, as the page's matrix is: analyses are many times their size. Each text once, as of files. */
async function claimsIn(record: OpenRecord, { dossiers }: Kit): Promise<StatusClaims> {
  const decided = documentsDecided((await listDecisions(record.db)).map(({ target }) => target))
  const known = dossiers.map(stipulationIds)
  const documents: StatusDocument[] = []
  const claims = dossiers.map((): MatrixClaim[] => [])
  const seen = new Set<string>()
  let document: string | null = null
  let isTaken = false
  for await (const stretch of allReviewedClaims(record)) {
    const texts = await textsOf(
      record,
      stretch.map(({ found }) => found.text),
    )
    for (const { found, reviewed } of stretch) {
      if (found.document !== document) {
        document = found.document
        const key = decided.has(document) ? document : found.text
        isTaken = !seen.has(key)
        if (isTaken) documents.push(factsOf(found))
        seen.add(key)
      }
      if (!isTaken || reviewed === null) continue
      for (const [at, dossier] of dossiers.entries())
        if (known[at].has(reviewed.stipulation))
          claims[at].push(claimOf(dossier, reviewed, texts.get(reviewed.text) ?? ''))
    }
  }
  return { documents, claims }
}

function claimOf(dossier: Dossier, row: FoundClaim, text: string): MatrixClaim {
  const { name: id, text: sha256, start, end } = row
  return matrixClaim(
    { ...row, assertion: row.assertion as Assertion, general: row.general === 1 },
    claimantOf(dossier, row),
    evidenceAt({ text, document: { id, sha256 } }, start, end),
  )
}

/** What was read has a language. */
function factsOf({ name: id, language, published, title, url, publisher, text: sha256 }: FoundClaim): StatusDocument {
  return { id, language: language!, published, title, url, publisher, sha256 }
}

/** A copy of a text somebody decided about is a document of its own: the decision holds for that one. */
function documentsDecided(targets: Iterable<string>): ReadonlySet<string | null | undefined> {
  return new Set([...targets].map(key => parseItemKey(key)?.document ?? parseWhoKey(key)?.document))
}

/** Why the views may lag behind the kit: documents read by another version, or with another dossier; null when none were. */
export async function staleness(record: OpenRecord, kit: Kit): Promise<string | null> {
  const readers = await currentReaders(record)
  const isOld = readers.some(
    ({ version, languages, dossier }) =>
      version !== kit.version || languages !== kit.languages || dossier !== kit.dossier,
  )
  return isOld ? 'read by an earlier version or with another dossier; `parley add` without inputs reads it anew' : null
}
