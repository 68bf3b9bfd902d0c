/** Which stipulations of a kind of duty a finding is about: those it names, else the one that fits better than all others of its kind. */
import type { Finding, SentenceReader } from './read-sentence.ts'
import type { Named } from './sides.ts'
import type { Duty } from './stipulations.ts'

/** What each sign weighs. A name of what the duty is about outweighs all else. */
const NAMED_HERE = 8
const NAMED_IN_SENTENCE = 4
const TOPIC = 3
const OTHER_TOPIC = -2
const BEARER_ACTS = 4
const BEARER_NAMED = 1
const OTHER_ACTS = -6

/** [] when none fits, or several alike. */
export function chooseDuties(reader: SentenceReader, finding: Finding): readonly Duty[] {
  const ofKind = (reader.index.byKind.get(finding.duty) ?? []).filter(duty => isInScope(reader, finding, duty))
  if (ofKind.length === 0) return []
  // «передал Кельбаджарский, Лачинский и Агдамский районы»: each name its own stipulation.
  const named = finding.refs.map(ref => ofKind.filter(duty => names(ref, duty)))
  if (named.some(list => list.length > 0)) {
    const chosen = new Set<Duty>()
    for (const list of named) for (const duty of best(reader, finding, list)) chosen.add(duty)
    return ofKind.filter(duty => chosen.has(duty))
  }
  return best(reader, finding, ofKind)
}

/** The one that weighs most; between agreements the earliest, which later ones renew; within one agreement a tie decides nothing. */
function best(reader: SentenceReader, finding: Finding, duties: readonly Duty[]): readonly Duty[] {
  let top: Duty[] = []
  let most = Number.NEGATIVE_INFINITY
  for (const duty of duties) {
    const weight = weigh(reader, finding, duty)
    if (weight > most) {
      most = weight
      top = [duty]
    } else if (weight === most) top.push(duty)
  }
  if (most < 0) return []
  const first = top[0]
  const rivals = top.filter(({ agreement }) => agreement === first.agreement)
  return rivals.length === 1 ? [first] : []
}

function weigh(reader: SentenceReader, finding: Finding, duty: Duty): number {
  let weight = 0
  const here = namesIn(reader, finding)
  for (const named of reader.sides.within(reader.from, reader.to)) {
    const isHere = here.includes(named)
    if (names(named, duty)) weight += isHere ? NAMED_HERE : NAMED_IN_SENTENCE
    const parties = reader.sides.partiesOf(named, duty.dossier.id)
    if (parties.some(party => duty.bearers.has(party))) weight += BEARER_NAMED
  }
  for (const topic of finding.topics) {
    if (duty.topics.has(topic)) weight += TOPIC
    else if (duty.topics.size > 0) weight += OTHER_TOPIC
  }
  const actors = actorsOf(reader, finding, duty)
  if (actors.length > 0) weight += actors.some(party => duty.bearers.has(party)) ? BEARER_ACTS : OTHER_ACTS
  return weight
}

function names({ ids }: Named, { dossier, about }: Duty): boolean {
  return ids.some(id => id.startsWith(`${dossier.id}#`) && about.has(id.slice(dossier.id.length + 1)))
}

function namesIn(reader: SentenceReader, { clause }: Finding): readonly Named[] {
  return clause.segments.flatMap(({ from, to }) => reader.sides.within(from, to))
}

/** Parties that are the subject of what is done. */
function actorsOf(reader: SentenceReader, { subjects }: Finding, { dossier }: Duty): readonly string[] {
  return subjects.flatMap(({ phrase }) =>
    reader.sides.within(phrase.from, phrase.to).flatMap(named => reader.sides.partiesOf(named, dossier.id)),
  )
}

/** Words about another conflict are none about this one: a country that the dossier does not know, and nothing that it knows. */
function isInScope(reader: SentenceReader, finding: Finding, { dossier, bearers, about }: Duty): boolean {
  const here = namesIn(reader, finding)
  const knows = ({ ids }: Named): boolean =>
    ids.some(id => id.startsWith(`${dossier.id}#`) && about.has(id.slice(dossier.id.length + 1)))
  const isOurs = here.some(
    named => knows(named) || reader.sides.partiesOf(named, dossier.id).some(party => bearers.has(party)),
  )
  return isOurs || !here.some(({ ids }) => !ids.some(id => id.startsWith(`${dossier.id}#`)))
}
