/** Which stipulations of a kind of duty words are about: those they name, else the one that fits better than all others of its kind. */
import type { AssertedDuty } from './read-sentence.ts'
import type { SentenceView } from './sentence-view.ts'
import type { Named } from './sides.ts'
import type { Duty } from './stipulations.ts'

/** What each sign weighs. A name of what the duty is about outweighs all else. */
const NAMED_HERE = 8
const NAMED_IN_SENTENCE = 4
const TOPIC = 3
const OTHER_TOPIC = -2
const BEARER_ACTS = 4

/** [] when none fits, or several alike. */
export function chooseDuties(view: SentenceView, told: AssertedDuty): readonly Duty[] {
  const ofKind = (view.index.byKind.get(told.duty) ?? []).filter(
    duty => isInScope(view, told, duty) && actsWell(view, told, duty),
  )
  // Topics that none of them is about tell nothing apart.
  const topics = new Set([...told.topics].filter(topic => ofKind.some(duty => duty.topics.has(topic))))
  const asserted = { ...told, topics }
  if (ofKind.length === 0) return []
  // «передал Кельбаджарский, Лачинский и Агдамский районы»: each name its own stipulation.
  const fitting = byTopic(asserted, ofKind)
  const named = asserted.refs.map(ref => fitting.filter(duty => names(ref, duty)))
  if (named.some(list => list.length > 0)) {
    const chosen = new Set<Duty>()
    for (const list of named) for (const duty of best(view, asserted, list)) chosen.add(duty)
    return fitting.filter(duty => chosen.has(duty))
  }
  return best(view, asserted, fitting)
}

/** Those that are about most of what the words are about; all of them where none is. */
function byTopic({ topics }: AssertedDuty, duties: readonly Duty[]): readonly Duty[] {
  const shared = (duty: Duty): number => [...topics].filter(topic => duty.topics.has(topic)).length
  return most(duties, shared)
}

/** The one that weighs most; between agreements the earliest, which later ones renew; within one agreement a tie decides nothing. */
function best(view: SentenceView, asserted: AssertedDuty, duties: readonly Duty[]): readonly Duty[] {
  const top = most(duties, duty => weigh(view, asserted, duty))
  let rivals: readonly Duty[] = top.filter(({ agreement }) => agreement === top[0].agreement)
  // «Баку перекрыл дорогу»: of two duties of one agreement that of the party named, then that which asks for nothing more.
  rivals = most(rivals, duty => partiesNamed(view, duty))
  if (asserted.topics.size > 0) rivals = most(rivals, ({ topics }) => -topics.size)
  return rivals.length === 1 ? rivals : []
}

/** Those of the highest value. */
function most(duties: readonly Duty[], weightOf: (duty: Duty) => number): readonly Duty[] {
  const values = duties.map(weightOf)
  const highest = Math.max(...values)
  return duties.filter((_, i) => values[i] === highest)
}

function weigh(view: SentenceView, asserted: AssertedDuty, duty: Duty): number {
  let weight = 0
  const here = namesIn(view, asserted)
  for (const named of view.named())
    if (names(named, duty)) weight += here.includes(named) ? NAMED_HERE : NAMED_IN_SENTENCE
  for (const topic of asserted.topics) {
    if (duty.topics.has(topic)) weight += TOPIC
    else if (duty.topics.size > 0) weight += OTHER_TOPIC
  }
  if (actorsOf(view, asserted, duty).some(party => duty.bearers.has(party))) weight += BEARER_ACTS
  return weight
}

/** How many names in the sentence are those of its bearers. */
function partiesNamed(view: SentenceView, { dossier, bearers }: Duty): number {
  return view
    .named()
    .filter(
      named =>
        view.sides.partiesOf(named, dossier.id).some(party => bearers.has(party)) ||
        named.ids.some(id => id.startsWith(`${dossier.id}#`) && bearers.has(id.slice(dossier.id.length + 1))),
    ).length
}

function names({ ids }: Named, { dossier, about }: Duty): boolean {
  return ids.some(id => id.startsWith(`${dossier.id}#`) && about.has(id.slice(dossier.id.length + 1)))
}

function namesIn(view: SentenceView, { clause }: AssertedDuty): readonly Named[] {
  return clause.segments.flatMap(({ from, to }) => view.sides.within(from, to))
}

/** Parties that do what is done; '' for a country the dossier does not know. */
function actorsOf(view: SentenceView, { subjects, speaker }: AssertedDuty, { dossier }: Duty): readonly string[] {
  // Who asks or accuses does nothing of it.
  if (speaker >= 0) return []
  return subjects.flatMap(({ phrase }) =>
    view.sides.within(phrase.from, phrase.to).flatMap(named => {
      const parties = view.sides.partiesOf(named, dossier.id)
      return named.ids.length === 0 ? [''] : parties
    }),
  )
}

/** Whether nobody acts, or somebody who bears the duty does; what is named may be taken over by the other side, too. */
function actsWell(view: SentenceView, asserted: AssertedDuty, duty: Duty): boolean {
  const actors = actorsOf(view, asserted, duty)
  if (actors.length === 0 || actors.some(party => duty.bearers.has(party))) return true
  const isSide = (party: string): boolean =>
    duty.dossier.parties.some(({ id, standing }) => id === party && standing === 'party')
  return asserted.refs.some(ref => names(ref, duty) && !ref.isTerm) && actors.every(isSide)
}

/**
 * Words about another conflict are none about this one: a clause with a country that has no part in the
 * agreement, unless two that have stand beside it or a place of the agreement.
 */
function isInScope(view: SentenceView, asserted: AssertedDuty, duty: Duty): boolean {
  const here = namesIn(view, asserted).filter(({ from, to }) => asserted.speaker < from || asserted.speaker >= to)
  if (here.every(named => named.isTerm || !isForeign(view, named, duty))) return true
  if (here.some(named => names(named, duty) && !named.isTerm)) return true
  return new Set(here.flatMap(named => signatoriesOf(view, named, duty))).size > 1
}

function isForeign(view: SentenceView, named: Named, duty: Duty): boolean {
  if (named.ids.length === 0) return true
  return named.ids.some(id => isParty(view, id)) && signatoriesOf(view, named, duty).length === 0
}

function signatoriesOf(view: SentenceView, named: Named, { dossier, agreement, bearers }: Duty): readonly string[] {
  return view.sides
    .partiesOf(named, dossier.id)
    .filter(party => agreement.signatories.includes(party) || bearers.has(party))
}

function isParty(view: SentenceView, id: string): boolean {
  return view.index.partyOf.get(id)?.includes(id.slice(id.indexOf('#') + 1)) ?? false
}
