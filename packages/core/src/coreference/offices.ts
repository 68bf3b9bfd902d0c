/** Whether a description fits an office held: «глава государства» for a president, «российский лидер» for the president of Russia. */
import type { Office, Title } from '../mentions/descriptions.ts'
import type { Scope } from '../mentions/mention.ts'
import type { OfficeFact } from './referent.ts'

/** Strength of the fit, 0 for none. A description without a scope fits any holder; one that names another country or body fits none. */
export function fitOffice(offices: ReadonlyMap<string, Office>, title: Title, scope: Scope, fact: OfficeFact): number {
  const office = fitOfficeNames(offices, title.office, fact.office)
  if (office === 0) return 0
  const reach = fitScope(scope, fact.scope)
  if (reach < 0 || (office === WIDER && reach === 0)) return 0
  // A narrowed description of another office needs something to agree in: «лидер партии» is not any queen.
  if (office < SAME && reach === 0 && scope.words.length > 0 && !(scope.words.length === 1 && fact.scope.named))
    return 0
  // «начальник штаба армии Лаврии» is not the president of Лаврия: who heads a body is called by another word than who heads the state.
  if (office < SAME && scope.words.length > 1 && fact.scope.words.length === 0) return 0
  if (scope.former !== fact.scope.former && scope.former) return 0
  return office * 2 + reach
}

/** The office held is a wider word than the one wanted: they must at least agree in country or body. */
export const WIDER = 1
const SAME = 4

/** 0 for none; equal offices fit best, then a wider word for the one held. */
export function fitOfficeNames(offices: ReadonlyMap<string, Office>, wanted: string, held: string): number {
  if (wanted === held) return SAME
  const up = offices.get(held)?.also.indexOf(wanted) ?? -1
  if (up >= 0) return 3
  // A wider word was used first, a narrower one after: «лидер …» then «президент».
  return (offices.get(wanted)?.also.includes(held) ?? false) ? WIDER : 0
}

/** -1: they name different things; 0: nothing to compare; more: they agree. */
export function fitScope(wanted: Scope, held: Scope): number {
  let score = 0
  if (wanted.country !== null && held.country !== null) {
    if (wanted.country !== held.country) return -1
    score += 3
  }
  if (wanted.words.length === 0) {
    // «российский лидер» is not the leader of some party.
    return wanted.country !== null && held.country === null && held.words.length > 0 ? -1 : score
  }
  if (held.words.length === 0) return held.country !== null && wanted.country === null ? -1 : score
  const shared =
    isShort(wanted, held) || isShort(held, wanted)
      ? 2
      : wanted.words.filter(word => held.words.some(other => sameWord(word, other))).length
  if (shared === 0) return !wanted.named && wanted.words.length === 1 && held.named ? score : -1
  return score + Math.min(3, shared)
}

/** «РФС» for «Российского футбольного союза». */
function isShort(short: Scope, long: Scope): boolean {
  return short.words.length === 1 && long.initials.length > 1 && short.words[0].toUpperCase() === long.initials
}

export function sameWord(a: string, b: string): boolean {
  return a === b || (a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5))
}
