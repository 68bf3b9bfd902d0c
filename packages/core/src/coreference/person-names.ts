/** Whether two person names can be one person's: «Путин», «В. Путин», «Владимир Владимирович», «Владимир Путин». */
import { GENDER } from '../words/grammar.ts'
import type { PersonName } from './referent.ts'

export interface NameVerdict {
  /** How strongly the names agree; 0: they do not. */
  readonly strength: number
  readonly rule: string
}

const NO: NameVerdict = { strength: 0, rule: '' }

/** `known` is all that was said of the person so far. */
export function sameName(known: PersonName, name: PersonName, knownGender: number, gender: number): NameVerdict {
  if (isOneWord(name) && known.surname === name.given && name.given !== null)
    return { strength: 3, rule: 'name/surname' }
  if (!givenAgree(known.given, name.given) || !givenAgree(known.patronymic, name.patronymic)) return NO
  if (known.surname !== null && name.surname !== null) {
    if (known.surname === name.surname) {
      if ((knownGender & gender & GENDER) === 0 && knownGender !== 0 && gender !== 0) return NO
      return { strength: name.given !== null && known.given !== null ? 4 : 3, rule: 'name/surname' }
    }
    // One spelling slip in a foreign name: «Гонзалес», «Гонсалес».
    if (
      known.given !== null &&
      name.given !== null &&
      isFull(known.given) &&
      isFull(name.given) &&
      oneSlip(known.surname, name.surname)
    )
      return { strength: 2, rule: 'name/spelling' }
    if (
      (known.given === null || name.given === null) &&
      known.surname.length >= 6 &&
      name.surname.length >= 6 &&
      oneSlip(known.surname, name.surname)
    )
      return { strength: 1, rule: 'name/spelling' }
    return NO
  }
  if (known.given !== null && name.given !== null && isFull(known.given) && known.given === name.given)
    return { strength: 2, rule: 'name/given' }
  // A single word may be the other one's given name: «Хиллари».
  if (name.surname !== null && name.given === null && known.given === name.surname)
    return { strength: 2, rule: 'name/given' }
  if (known.surname !== null && known.given === null && name.given === known.surname)
    return { strength: 2, rule: 'name/given' }
  return NO
}

/** A single word: taken for a given name, but it may be a surname («Кэмерон»). */
function isOneWord(name: PersonName): boolean {
  return name.surname === null && name.patronymic === null && name.given !== null && isFull(name.given)
}

function isFull(given: string): boolean {
  return given.length > 1
}

/** Equal, unknown on one side, or an initial of the other. */
function givenAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  // «Хосе», «Хосе-Мария».
  if (a.startsWith(`${b}-`) || b.startsWith(`${a}-`)) return true
  return a.length === 1 || b.length === 1 ? a.charAt(0) === b.charAt(0) : oneSlip(a, b) && a.length > 4
}

/** At most one letter changed, added or left out. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  let tail = 0
  while (tail < a.length - i && tail < b.length - i && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return Math.max(a.length, b.length) - i - tail <= 1 && i > 0
}

/** What two names say together. */
export function mergeNames(a: PersonName, b: PersonName): PersonName {
  const fuller = (x: string | null, y: string | null) =>
    x === null ? y : y === null || x.length >= y.length || y.length === 1 ? x : x.length === 1 ? y : x
  let { given, surname } = a
  // «Хиллари» alone turned out to be a given name.
  if (given === null && surname !== null && b.given === surname && b.surname !== surname) {
    given = b.given
    surname = b.surname
  }
  if (isOneWord(b) && b.given === surname) return a
  return {
    given: fuller(given, b.given),
    patronymic: fuller(a.patronymic, b.patronymic),
    surname: surname ?? (b.given === null && b.surname === given ? null : b.surname),
  }
}
