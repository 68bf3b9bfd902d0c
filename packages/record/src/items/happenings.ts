/**
 * The same happening in many reports is one event with many sources. What is told apart: the type, the day, the place, who took part; what a
 * report leaves open fits anything, but only through something both reports name.
 */

import type { FoundEvent } from '../find/list-events.ts'
import type { Decision } from '../review/decisions.ts'
import { eventKey } from './item-keys.ts'

export interface Happening {
  /** Key of its first event. */
  readonly id: string
  /** In the order handed in. */
  readonly events: readonly FoundEvent[]
  /** How many documents report it. */
  readonly sources: number
}

/** Groups in the order of their first event. `decisions`: standing merges and splits of reviewers, which win. */
export function groupHappenings(events: readonly FoundEvent[], decisions: readonly Decision[] = []): Happening[] {
  const keys = events.map(eventKey)
  const apart = pairsOf(decisions, 'split')
  const leader = events.map((_, i) => i)
  const find = (i: number): number => {
    while (leader[i] !== i) i = leader[i]
    return i
  }
  const membersOf = new Map<number, number[]>(events.map((_, i) => [i, [i]]))
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y)
    if (low === high) return
    const members = membersOf.get(low)!
    const others = membersOf.get(high)!
    // A split holds between whole groups: or a third report would bring the two together again.
    if (members.some(m => others.some(o => apart.has(`${keys[m]} ${keys[o]}`)))) return
    leader[high] = low
    members.push(...others)
    membersOf.delete(high)
  }
  const byKey = new Map(keys.map((key, i) => [key, i]))
  for (const pair of pairsOf(decisions, 'merge')) {
    const [a, b] = pair.split(' ').map(key => byKey.get(key))
    if (a !== undefined && b !== undefined) join(a, b)
  }
  const byDay = new Map<string, number[]>()
  events.forEach((event, i) => {
    if (event.time === null) return
    const bucket = `${event.type} ${event.status} ${event.time.slice(0, 10)}`
    const others = byDay.get(bucket) ?? []
    byDay.set(bucket, others)
    for (const other of others) if (isCompatible(events[other], event)) join(other, i)
    others.push(i)
  })
  return [...membersOf]
    .sort(([a], [b]) => a - b)
    .map(([first, members]) => {
      const inOrder = members.sort((a, b) => a - b).map(i => events[i])
      return { id: keys[first], events: inOrder, sources: new Set(inOrder.map(({ document }) => document)).size }
    })
}

/** Both ways round. */
function pairsOf(decisions: readonly Decision[], kind: 'merge' | 'split'): Set<string> {
  const pairs = new Set<string>()
  for (const decision of decisions) {
    if (decision.kind !== kind) continue
    const other = (decision.value as { with: string }).with
    pairs.add(`${decision.target} ${other}`)
    pairs.add(`${other} ${decision.target}`)
  }
  return pairs
}

function isCompatible(a: FoundEvent, b: FoundEvent): boolean {
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false
  const place = [a, b].map(event => event.place_ref ?? event.place)
  if (place[0] !== null && place[1] !== null && place[0] !== place[1]) return false
  const people = [a, b].map(event => new Set([...namesOf(event.actors), ...namesOf(event.recipients)]))
  for (const name of people[0]) if (people[1].has(name)) return true
  return (people[0].size === 0 || people[1].size === 0) && place[0] !== null && place[0] === place[1]
}

function namesOf(json: string): string[] {
  return (JSON.parse(json) as { name: string; ref: string | null }[]).map(({ name, ref }) => ref ?? name)
}
