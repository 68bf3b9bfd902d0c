/** The same happening told twice in a document is one event: its most specific mention stands. */
import type { FoundEvent } from './event.ts'
import type { Participant } from './participants.ts'

/** Events looked back at for one that is the same: what keeps a long document linear. */
const LOOK_BACK = 40

/** `isHeadline`: whether a token stands in a headline, whose telling gives way to the body's. */
export function mergeEvents(events: readonly FoundEvent[], isHeadline: (token: number) => boolean): FoundEvent[] {
  const kept: FoundEvent[] = []
  for (const event of events) {
    let same = -1
    for (let i = kept.length - 1; i >= 0 && i >= kept.length - LOOK_BACK && same < 0; i--)
      if (isSame(kept[i], event)) same = i
    if (same < 0) kept.push(event)
    else kept[same] = joined(kept[same], event, isHeadline(kept[same].trigger.from))
  }
  // Nobody named, where another of its kind names somebody: «обстрел» after «армия обстреляла город».
  const isNamed = ({ actors, recipients }: FoundEvent): boolean => actors.length + recipients.length > 0
  const kindOf = (event: FoundEvent): string => `${event.type} ${event.mode} ${isDone(event)}`
  const named = new Set(kept.filter(isNamed).map(kindOf))
  return kept.filter(event => isNamed(event) || !named.has(kindOf(event)))
}

function isDone({ status }: FoundEvent): boolean {
  return status === 'occurred' || status === 'ongoing'
}

function isSame(a: FoundEvent, b: FoundEvent): boolean {
  if (a.type !== b.type || (a.mode !== b.mode && a.mode !== null && b.mode !== null)) return false
  if (a.time !== null && b.time !== null && !a.time.startsWith(b.time) && !b.time.startsWith(a.time)) return false
  // Dated history is not the news, which needs no date: «союз заключён; первый союз заключён в 1958 году».
  if (isHistory(a) !== isHistory(b) && (a.time === null || b.time === null)) return false
  if (a.place !== null && b.place !== null && keyOf(a.place) !== keyOf(b.place)) return false
  // To come is one thing, to talk there another.
  if (a.type === 'CONSULT' && (a.mode === 'visit') !== (b.mode === 'visit')) return false
  if (isDone(a) !== isDone(b)) return false
  // Thanks and praise are two, though he who gives them and those who get them are the same.
  if (SPEECH.has(a.type) && a.mode !== 'sign') {
    if (!shareRoot(a.rule, b.rule)) return false
    if (a.recipients.length > 0 && b.recipients.length > 0 && a.recipients.length !== b.recipients.length) return false
  }
  // A meeting of two is not one of three.
  if (a.type === 'CONSULT' && a.actors.length > 1 && b.actors.length > 1 && a.actors.length !== b.actors.length)
    return false
  return within(a.actors, b.actors) && within(a.recipients, b.recipients) && shares(a, b)
}

function isHistory({ background, time }: FoundEvent): boolean {
  return background && time !== null
}

/** Types of what is done by saying it. */
const SPEECH = new Set(['SUPPORT', 'AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])
/** Letters in a row that words of one root share: «благодар», «обвин». */
const ROOT = 5

function shareRoot(a: string, b: string): boolean {
  const wordsOf = (rule: string): string => rule.slice(rule.lastIndexOf('/') + 1)
  const [one, other] = [wordsOf(a), wordsOf(b)]
  for (let i = 0; i + ROOT <= one.length; i++) if (other.includes(one.slice(i, i + ROOT))) return true
  return one === other
}

/** One of two lists holds the other. */
function within(a: readonly Participant[], b: readonly Participant[]): boolean {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a]
  return less.every(one => more.some(other => keyOf(one) === keyOf(other)))
}

function shares(a: FoundEvent, b: FoundEvent): boolean {
  const of = ({ actors, recipients }: FoundEvent): string[] => [...actors, ...recipients].map(keyOf)
  const mine = of(a)
  const other = of(b)
  return mine.length === 0 || other.length === 0 || mine.some(key => other.includes(key))
}

/** The one that says more; what the other adds is kept. */
function joined(a: FoundEvent, b: FoundEvent, isLess: boolean): FoundEvent {
  const [best, rest] = weight(b) > weight(a) || (isLess && weight(b) === weight(a)) ? [b, a] : [a, b]
  return { ...best, place: best.place ?? rest.place, time: best.time ?? rest.time, mode: best.mode ?? rest.mode }
}

function weight({ actors, recipients, place, time, mode }: FoundEvent): number {
  return (
    (actors.length + recipients.length) * 2 +
    (place === null ? 0 : 1) +
    (time === null ? 0 : 1) +
    (mode === null ? 0 : 1)
  )
}

export function keyOf({ referent, described }: Participant): string {
  return referent >= 0 ? `r${referent}` : `d${described}`
}
