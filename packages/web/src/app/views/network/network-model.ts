/**
 * A network as two columns, so that a meeting of three is one thing and nothing is a cloud: persons and bodies to the meetings they were at, or
 * who speaks to whom they name. Where each stands follows from the answer alone: the same answer, the same picture.
 */
import type { ActorAnswer, NetworkAnswer } from '../../api/contract.ts'

export interface NetNode {
  /** Unique in the picture: whoever both speaks and is named stands in both columns. */
  readonly id: string
  readonly column: 'start' | 'end'
  /** Place in its column, from the top. */
  readonly row: number
  /** Actor or meeting. */
  readonly key: string
  readonly isMeeting: boolean
}

export interface NetEdge {
  readonly from: string
  readonly to: string
  /** What opens its evidence. */
  readonly edge: string
  /** Statements; 1 for being there. */
  readonly count: number
}

export interface NetPicture {
  readonly nodes: readonly NetNode[]
  readonly edges: readonly NetEdge[]
  /** Rows of the longer column. */
  readonly rows: number
}

export function edgeOfNaming({ by, of }: { readonly by: string; readonly of: string }): string {
  return `${by} → ${of}`
}

/** `sideOrder`: ids of parties as they stand; actors of no side come last. */
export function pictureOf(network: NetworkAnswer, sideOrder: readonly string[]): NetPicture {
  const edges =
    network.meetings.length > 0
      ? network.meetings.flatMap(({ key, present }) =>
          present.map(who => ({ from: `start ${who}`, to: `end ${key}`, edge: key, count: 1 })),
        )
      : network.namings.map(naming => ({
          from: `start ${naming.by}`,
          to: `end ${naming.of}`,
          edge: edgeOfNaming(naming),
          count: naming.count,
        }))
  const actors = bySide(network.actors, sideOrder, edges)
  const column = (which: 'start' | 'end', keys: readonly string[], isMeeting: boolean): NetNode[] =>
    keys.map((key, row) => ({ id: `${which} ${key}`, column: which, row, key, isMeeting }))
  const starts = new Set(edges.map(({ from }) => from))
  const ends = new Set(edges.map(({ to }) => to))
  const isMeetings = network.meetings.length > 0
  const start = column(
    'start',
    actors.filter(key => starts.has(`start ${key}`)),
    false,
  )
  const end = isMeetings
    ? column(
        'end',
        network.meetings.map(({ key }) => key),
        true,
      )
    : column(
        'end',
        actors.filter(key => ends.has(`end ${key}`)),
        false,
      )
  return { nodes: [...start, ...end], edges, rows: Math.max(start.length, end.length) }
}

/** Sides together, in each who has most edges first. */
function bySide(actors: readonly ActorAnswer[], order: readonly string[], edges: readonly NetEdge[]): string[] {
  const weight = new Map<string, number>()
  for (const { from, to } of edges) {
    for (const id of [from, to]) {
      const key = id.slice(id.indexOf(' ') + 1)
      weight.set(key, (weight.get(key) ?? 0) + 1)
    }
  }
  const place = (side: string | null): number =>
    side === null || !order.includes(side) ? order.length : order.indexOf(side)
  return [...actors]
    .sort(
      (a, b) =>
        place(a.side) - place(b.side) ||
        (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ key }) => key)
}
