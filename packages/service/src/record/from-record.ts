/** The verbs `status` and `timeline` on a record: what is stored is taken as reviewers left it, nothing is read anew. */
import type { Kit, TimelineFilter } from '@parley/core'
import {
  type AnalysisFilter,
  currentReaders,
  listAnalyses,
  listDecisions,
  type OpenRecord,
  parseItemKey,
  parseWhoKey,
} from '@parley/record'
import type { Collect } from '../read-once.ts'
import { type StatusReport, type StatusRequest, statusOf } from '../read-status.ts'
import { type TimelineReport, timelineOf } from '../read-timeline.ts'
import { identitiesIn } from '../review/identities.ts'
import { reviewedAnalysis } from '../review/reviewed-analysis.ts'

export function recordStatus(record: OpenRecord, kit: Kit, request: StatusRequest): Promise<StatusReport> {
  return statusOf(collectFrom(record, { holding: 'claims' }), kit, request)
}

export function recordTimeline(
  record: OpenRecord,
  kit: Kit,
  filter: Required<TimelineFilter>,
): Promise<TimelineReport> {
  return timelineOf(collectFrom(record, {}), kit, filter)
}

function collectFrom(record: OpenRecord, filter: AnalysisFilter): Collect {
  return async take => {
    const decisions = Map.groupBy(await listDecisions(record.db), ({ target }) => target)
    // A copy of a text somebody decided about is a document of its own: the decision holds for that one.
    const decided = new Set([...decisions.keys()].map(key => parseItemKey(key)?.document ?? parseWhoKey(key)?.document))
    const identities = await identitiesIn(record)
    const isAsFound = (document: string) => identities.named.length === 0 && !decided.has(document)
    for await (const { document, analysis } of listAnalyses(record, filter, id => decided.has(id)))
      take(isAsFound(document) ? analysis : reviewedAnalysis(analysis, document, decisions, identities.of))
  }
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
