/**
 * Base forms of the persons of a document, together: «Карпова» alone may be a man's genitive or a woman's nominative, but all
 * mentions of one surname in one text agree on what it is, and full names lend their gender to the surnames alone.
 */
import type { Form } from '../words/form.ts'
import { CASES, FEMN, GENDER, MASC, NOMN, SING, SURN } from '../words/grammar.ts'
import { likeInText } from './letter-case.ts'
import type { NameScene } from './name-scene.ts'
import type { NameSpan } from './name-span.ts'
import { type PersonName, PersonReader } from './person-name.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** Mentions of one surname, by the stem of its word. */
interface Family {
  readonly members: LabelledSpan[]
  /** The spellings of the surname. */
  readonly forms: Set<Form>
  /** Gender of its full names, both bits where they differ, 0 where there are none. */
  gender: number
}

export function namePersons(spans: readonly LabelledSpan[], scene: NameScene): NameSpan[] {
  const { tokens } = scene
  const reader = new PersonReader(scene.pack, tokens, scene.words)
  const families = new Map<number, Family>()
  const familyOf: (Family | null)[] = []
  const alone: PersonName[] = []
  for (const span of spans) {
    const name = reader.read(span.from, span.to)
    alone.push(name)
    const token = reader.surnameToken(span.from, span.to)
    if (token < 0) {
      familyOf.push(null)
      continue
    }
    const stem = scene.stemOf(tokens.form[token])
    let family = families.get(stem)
    if (family === undefined) {
      family = { members: [], forms: new Set(), gender: 0 }
      families.set(stem, family)
    }
    family.members.push(span)
    family.forms.add(tokens.form[token])
    if (isFull(name) && name.parts.gender !== (MASC | FEMN)) family.gender |= name.parts.gender
    familyOf.push(family)
  }
  const surnames = new Map<Family, string | null>()
  return spans.map((span, i) => {
    const own = alone[i]
    const family = familyOf[i]
    if (family === null) return nameSpan(span, declinedSurname(span, families, scene) ?? own)
    let surname = surnames.get(family)
    if (surname === undefined) {
      surname = family.members.length > 1 ? electSurname(family, reader) : null
      surnames.set(family, surname)
    }
    // Only a surname without a given name borrows the gender: husband and wife may share a surname.
    const gender = isFull(own) ? 0 : family.gender
    const isSettled = surname === null || surname === fold(own.parts.surname ?? '')
    if (isSettled && (gender === 0 || gender === own.parts.gender)) return nameSpan(span, own)
    return nameSpan(span, reader.read(span.from, span.to, { gender, surname }))
  })
}

/** «президента Линда» where «с Линдом» stands, too: what looks like a given name is a case of that surname; null where it is none. */
function declinedSurname(
  { from, to }: LabelledSpan,
  families: ReadonlyMap<number, Family>,
  scene: NameScene,
): PersonName | null {
  const form = scene.tokens.form[from]
  const forms = to - from === 1 ? families.get(scene.stemOf(form))?.forms : undefined
  if (forms === undefined || forms.has(form)) return null
  const { lexicon } = scene.pack
  for (const { readings, text } of forms) {
    for (const reading of readings) {
      const gender = reading.agr & GENDER
      if ((reading.lex & SURN) === 0 || (gender !== MASC && gender !== FEMN)) continue
      const nominative = lexicon.inflect(reading, NOMN | SING | gender)
      if (nominative === null) continue
      if (!CASES.some(wanted => lexicon.inflect(reading, wanted | SING | gender) === form.folded)) continue
      const surname = likeInText(text, nominative, null)
      return { base: surname, parts: { given: null, patronymic: null, surname, gender } }
    }
  }
  return null
}

function nameSpan({ from, to, rule }: LabelledSpan, { base, parts }: PersonName): NameSpan {
  return { from, to, kind: 'person', base, country: null, seatOf: null, parts, rule }
}

/** Whether the name has a given name that is more than an initial. */
function isFull({ parts }: PersonName): boolean {
  return parts.given !== null && parts.given.length > 1
}

/** The surname in the nominative, folded, that fits all mentions best. Full names weigh more: their given names tell case and gender. */
function electSurname({ members }: Family, reader: PersonReader): string | null {
  const votes = new Map<string, number>()
  for (const { from, to } of members) {
    const options = reader.surnameOptions(from, to)
    let best = -Infinity
    for (const score of options.values()) best = Math.max(best, score)
    const weight = to - from > 1 ? FULL : 1
    // A mention that cannot be this surname votes for the others by giving it nothing.
    for (const [surname, score] of options) {
      votes.set(surname, (votes.get(surname) ?? 0) + weight * (FAR + Math.max(score - best, -FAR)))
    }
  }
  let winner: string | null = null
  let most = 0
  for (const [surname, score] of votes) {
    if (score <= most) continue
    most = score
    winner = surname
  }
  return winner
}

/** A surname this much worse than the best is no candidate. */
const FAR = 4
/** How many surnames alone one full name outweighs. */
const FULL = 4

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
