/** What the matrix shows, from the record's claim points, as of a day. The rule is the core's own. */
import {
  type Agreement,
  type Body,
  type Finding,
  findStatus,
  type Party,
  PRESS,
  type Standing,
  type StatusCell,
  type StatusRow,
  type Stipulation,
} from '@parley/core'
import type { ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { SLOTS, slotsOf } from '../../sides/slots.ts'

export interface Voice {
  readonly id: string
  readonly standing: Exclude<Standing, 'none'> | 'press'
  /** Party or body; null for the press. */
  readonly of: Party | Body | null
  /** 1 to 5: its hue; those beside the parties share one. */
  readonly slot: number
}

const STANDINGS: readonly Voice['standing'][] = ['party', 'guarantor', 'mediator', 'monitor', 'press']

/** Columns by standing, then in `order` (ids of parties and bodies), then by id. Bodies nobody heard have no column. */
export function voicesOf(dossier: DossierAnswer, points: readonly ClaimPoint[], order: readonly string[]): Voice[] {
  const heard = new Set(points.map(point => point.voice))
  const all: Omit<Voice, 'slot'>[] = [{ id: PRESS, standing: 'press', of: null }]
  for (const party of dossier.parties) {
    if (party.standing !== 'none') all.push({ id: party.id, standing: party.standing, of: party })
  }
  for (const body of dossier.bodies) {
    if (body.standing !== 'none' && heard.has(body.id)) all.push({ id: body.id, standing: body.standing, of: body })
  }
  const slots = slotsOf(dossier.parties)
  const beside = Math.min(slots.size + 1, SLOTS)
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return all
    .sort(
      (a, b) =>
        STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
        place(a.id) - place(b.id) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(voice => ({ ...voice, slot: slots.get(voice.id) ?? beside }))
}

export interface Row {
  readonly stipulation: Stipulation
  readonly number: string
  readonly status: StatusRow<ClaimPoint>
  /** The finding on the day compared with, where it was another. */
  readonly was: Finding | null
  /** All points of this stipulation, later ones too. */
  readonly points: readonly ClaimPoint[]
}

export interface RowOptions {
  readonly asOf: string
  /** Day compared with, or null. */
  readonly since: string | null
  readonly general: boolean
  readonly voices: readonly Voice[]
}

export function rowsOf(agreement: Agreement, points: readonly ClaimPoint[], options: RowOptions): Row[] {
  const { asOf, since, general, voices } = options
  const order = voices.map(({ id }) => id)
  return agreement.provisions
    .flatMap(({ stipulations }) => stipulations)
    .map(stipulation => {
      const own = points.filter(point => point.stipulation === stipulation.id && (general || !point.general))
      const status = findStatus(stipulation, own, { asOf, voices: order })
      const before = since === null ? null : findStatus(stipulation, own, { asOf: since, voices: order }).finding
      return {
        stipulation,
        number: stipulation.id.slice(stipulation.id.lastIndexOf('/') + 1),
        status,
        was: before === status.finding ? null : before,
        points: own,
      }
    })
}

export function cellOf({ status }: Row, voice: string): StatusCell<ClaimPoint> | null {
  return status.cells.find(cell => cell.voice === voice) ?? null
}

export function countOf(points: readonly ClaimPoint[]): number {
  return points.reduce((sum, { count }) => sum + count, 0)
}

/** Days on which something was said of the agreement, rising. */
export function daysOf(agreement: Agreement, points: readonly ClaimPoint[]): string[] {
  const days = points
    .filter(({ stipulation, said }) => said !== null && stipulation.startsWith(`${agreement.id}/`))
    .map(({ said }) => said as string)
  return [...new Set(days)].sort()
}
