/**
 * The press names its best known people without their office and then varies: «Иванов прибыл утром. … Президент страны осмотрел посты». When
 * an unnamed holder of an office and a named person of no stated office run through a document side by side, and no other such person does, they
 * are one. A reading of how the report runs, marked as such in the rule; a dossier's roles decide better.
 */
import { compileDescriptions, type Office } from '../mentions/descriptions.ts'
import type { Cast } from './cast.ts'
import type { Referent } from './referent.ts'

/** The best candidate must stand this many times nearer than the second. */
const CLEAR = 1.5
/** Sentences within which the two count as side by side. */
const NEAR = 3

export function mergeVariations(cast: Cast): void {
  const { offices } = cast.layers.pack.derive(compileDescriptions)
  const persons = cast.referents.filter(
    r =>
      r.kind === 'person' &&
      r.name !== null &&
      r.offices.length === 0 &&
      !cast.roles.has(r.index) &&
      r.mentions.length >= 2,
  )
  if (persons.length === 0 || persons.length > 40) return // a long chronicle, not a report: nobody is in its focus
  const sentences = new Map(persons.map(person => [person, sentencesOf(cast, person)]))
  const holders = cast.referents.filter(
    r =>
      r.kind === 'person' && r.name === null && r.things.length === 0 && r.mentions.length > 0 && isHolder(offices, r),
  )
  if (holders.length > 40) return
  const all = holders.map(holder => sentencesOf(cast, holder))
  for (const [h, unnamed] of holders.entries()) {
    const fact = unnamed.offices[0]
    const own = all[h]
    // «президент и премьер» side by side throughout: which of two persons is which, the text does not say.
    if (persons.length > 1 && all.some((other, i) => i !== h && shared(own, other) * 2 >= own.length)) continue
    let best: Referent | null = null
    let score = 0
    let second = 0
    for (const person of persons) {
      if (person.offices.length > 0 || !mayBeOne(cast, unnamed, person)) continue
      const weight = closeness(own, sentences.get(person) as number[]) * Math.sqrt(person.mentions.length)
      if (weight > score) {
        second = score
        best = person
        score = weight
      } else second = Math.max(second, weight)
    }
    if (best === null || score <= CLEAR * second) continue
    for (const office of unnamed.offices) cast.giveOffice(best, office)
    for (const mention of unnamed.mentions) cast.move(mention, best, `office/${fact.office} variation`)
    unnamed.mentions.length = 0
  }
}

function isHolder(offices: ReadonlyMap<string, Office>, referent: Referent): boolean {
  const fact = referent.offices[0]
  // Of a state, not of some body: «председатель жюри» is anyone's guess.
  return (
    fact !== undefined && !fact.scope.former && fact.scope.words.length === 0 && offices.get(fact.office)?.one === true
  )
}

/** How many sentences two sorted lists share. */
function shared(a: readonly number[], b: readonly number[]): number {
  const held = new Set(b)
  return a.filter(sentence => held.has(sentence)).length
}

/** Neither speaks of the other in his own words, and genders agree. */
function mayBeOne(cast: Cast, unnamed: Referent, person: Referent): boolean {
  if (unnamed.gender !== 0 && person.gender !== 0 && (unnamed.gender & person.gender) === 0) return false
  return (
    !unnamed.mentions.some(m => cast.isOwnSpeaker(m, person)) &&
    !person.mentions.some(m => cast.isOwnSpeaker(m, unnamed))
  )
}

function sentencesOf(cast: Cast, referent: Referent): number[] {
  return [...new Set(referent.mentions.map(m => cast.sentenceOf(cast.mentions[m])))].sort((a, b) => a - b)
}

/** Sum over the first's sentences of how near the second is: more in the next ones. One sentence that calls somebody by name and by office mostly speaks of two. Both sorted. */
function closeness(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  let at = 0
  for (const sentence of a) {
    while (at + 1 < b.length && Math.abs(b[at + 1] - sentence) <= Math.abs(b[at] - sentence)) at++
    const distance = Math.abs(b[at] - sentence)
    if (distance > 0 && distance <= NEAR) sum += 1 / (1 + distance)
  }
  return sum
}
