/** Routes of review: what waits, what was decided, deciding and undoing. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { decide, RecordError, undoDecision, type Verdict } from '@parley/record'
import { hasStipulation } from '@parley/service'
import { authorOf, requireRight } from '../access/visitor.ts'
import { assessmentsOf } from '../shelf/assessments.ts'
import { listCandidates, QUEUES, readCandidate } from '../shelf/candidates.ts'
import { listDisputes } from '../shelf/disputes.ts'
import { listHappenings } from '../shelf/happenings.ts'
import { stateOfReview } from '../shelf/review-state.ts'
import { decisionsBy, findDecision } from '../shelf/reviews.ts'
import { dossierOf, type Shelf } from '../shelf/shelf.ts'
import { badRequest, json, notFound, place, withBody } from './route-parts.ts'
import {
  candidate,
  candidateInPlace,
  decided,
  decision,
  dispute,
  happeningToReview,
  paged,
  problem,
  reviewState,
  undoing,
  verdict,
  z,
} from './schemas.ts'

const refused = json(problem, 'The record refuses it: no such item, no such field, undone already')

const queueRoute = createRoute({
  method: 'get',
  path: '/review',
  request: {
    query: z.object({
      queue: z.enum(QUEUES).default('claims').openapi({
        description:
          'claims: nobody decided; speakers: quotations without one; disputed: claims and quotations on which reviewers differ; decided: claims',
      }),
      after: place,
    }),
  },
  responses: {
    200: json(paged(candidate), 'What waits for a reviewer, in the order it was taken in'),
    400: badRequest,
  },
})

const candidateRoute = createRoute({
  method: 'get',
  path: '/review/item',
  request: { query: z.object({ key: z.string() }) },
  responses: { 200: json(candidateInPlace, 'One item with its passage'), 404: notFound },
})

const happeningsRoute = createRoute({
  method: 'get',
  path: '/review/happenings',
  request: { query: z.object({ after: place }) },
  responses: { 200: json(paged(happeningToReview), 'What may be merged or split, latest first'), 400: badRequest },
})

const disputesRoute = createRoute({
  method: 'get',
  path: '/review/disputes',
  responses: { 200: json(z.array(dispute), 'Events, happenings, persons and assessments on which reviewers differ') },
})

const stateRoute = createRoute({
  method: 'get',
  path: '/review/state',
  responses: { 200: json(reviewState, 'How much waits, and how far reviewers agree') },
})

const decisionsRoute = createRoute({
  method: 'get',
  path: '/decisions',
  request: { query: z.object({ by: z.string(), before: z.coerce.number().int().optional() }) },
  responses: { 200: json(paged(decision), "A reviewer's standing decisions, the last first"), 400: badRequest },
})

const assessmentsRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/assessments',
  request: { params: z.object({ dossier: z.string().openapi({ param: { name: 'dossier', in: 'path' } }) }) },
  responses: { 200: json(z.array(decision), 'Standing assessments of its stipulations, in order'), 404: notFound },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/decisions',
  request: { body: withBody(verdict) },
  responses: { 201: json(decided, 'Kept, and in the change log'), 400: badRequest, 422: refused },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/decisions/{seq}/undo',
  request: {
    params: z.object({
      seq: z.coerce
        .number()
        .int()
        .openapi({ param: { name: 'seq', in: 'path' } }),
    }),
    body: withBody(undoing),
  },
  responses: { 201: json(decided, 'The decision stands no more'), 400: badRequest, 422: refused },
})

/** Kinds of decisions that change more than one item's state. */
const EDITING: readonly string[] = ['assess', 'merge', 'split']

/** `now`: the instant a decision is made. */
export function addReviewRoutes(api: OpenAPIHono, shelf: Shelf, now: () => string): void {
  api.openapi(queueRoute, async c => {
    const { queue, after } = c.req.valid('query')
    return c.json((await listCandidates(shelf, queue, after ?? null)) as never, 200)
  })
  api.openapi(candidateRoute, async c => {
    const { key } = c.req.valid('query')
    const found = await readCandidate(shelf, key)
    return found === null ? c.json({ message: `this record has no item '${key}'` }, 404) : c.json(found, 200)
  })
  api.openapi(happeningsRoute, async c =>
    c.json((await listHappenings(shelf, c.req.valid('query').after ?? null)) as never, 200),
  )
  api.openapi(disputesRoute, async c => c.json((await listDisputes(shelf)) as never, 200))
  api.openapi(stateRoute, async c => c.json(await stateOfReview(shelf), 200))
  api.openapi(decisionsRoute, async c => {
    const { by, before } = c.req.valid('query')
    return c.json(await decisionsBy(shelf, { by, before: before ?? null }), 200)
  })
  api.openapi(assessmentsRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json({ message: `this record has no dossier '${id}'` }, 404)
    return c.json(await assessmentsOf(shelf, dossier), 200)
  })
  api.openapi(decideRoute, async c => {
    const { by: given, why, ...what } = c.req.valid('json')
    if (EDITING.includes(what.kind)) requireRight(c, 'edit')
    const by = authorOf(c, given)
    if (what.kind === 'assess' && !hasStipulation(shelf.kit.dossiers, what.target))
      return c.json({ message: `no dossier of this record has a stipulation '${what.target}'` }, 422)
    const made = await inRecord(() => decide(shelf.record, by, now(), what as Verdict, why))
    if (made.seq !== null) c.set('about', `decision ${made.seq}: ${what.kind}`)
    return made.seq === null ? c.json({ message: made.reason }, 422) : c.json({ seq: made.seq }, 201)
  })
  api.openapi(undoRoute, async c => {
    const { seq } = c.req.valid('param')
    const { by: given, why } = c.req.valid('json')
    const by = authorOf(c, given)
    const undone = await findDecision(shelf, seq)
    // One's own is one's own to undo; and whoever may not make an assessment may not take one back.
    if (undone !== null && (undone.by !== by || EDITING.includes(undone.kind))) requireRight(c, 'edit')
    c.set('about', `decision ${seq}`)
    const made = await inRecord(() => undoDecision(shelf.record, by, now(), seq, why))
    return made.seq === null ? c.json({ message: made.reason }, 422) : c.json({ seq: made.seq }, 201)
  })
}

/** What the record says no to is an answer; anything else is thrown on. */
async function inRecord(write: () => Promise<number>): Promise<{ seq: number } | { seq: null; reason: string }> {
  try {
    return { seq: await write() }
  } catch (error) {
    if (error instanceof RecordError) return { seq: null, reason: error.message }
    throw error
  }
}
