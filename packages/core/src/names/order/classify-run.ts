/** What a run of capitals names: by its head, a given name, a title or honorific before it, and last by its shape. */
import { compileDescriptions } from '../../mentions/descriptions.ts'
import { SHAPE_UPPER } from '../../words/form.ts'
import { FEMN, GEOX, GIVEN, MASC, NAMELIKE, PREP, PROPER } from '../../words/grammar.ts'
import { countryAdjective } from '../countries.ts'
import type { NameKind } from '../name-span.ts'
import { partAtConnector } from './capital-run.ts'
import { type Found, KIND_OF_HEAD } from './found-name.ts'
import type { NameText } from './name-text.ts'

/** The name that the run `from`..`end` of capitals holds, past its titles; null where it names nothing. */
export function classify(text: NameText, from: number, end: number): Found | null {
  const titled = pastTitles(text, from, end)
  const start = titled.at
  if (start >= end) return null
  const make = (kind: NameKind, rule: string, to = end, guessed = false): Found => ({
    from: start,
    to,
    kind,
    gender: kind === 'person' ? titled.gender || genderOf(text, start) : 0,
    rule,
    guessed,
  })
  const parted = partAtConnector(text, start, end)
  if (parted < end) return classify(text, from, parted)
  if (titled.honorific) return make('person', 'names/honorifics', personEnd(start, end))
  const first = text.head(start)
  const last = text.head(end - 1)
  // «President Bill Field»: behind a title two words are a person, whatever else the first may mean.
  const isTitled = titled.title && end === start + 2 && last === undefined && text.isUnbroken(start, end)
  const isPerson = (text.isGiven(start) && end > start + 1) || isTitled
  if (!isPerson || first !== undefined) {
    // «Bill Field» is a person, «Bill of Rights» none.
    const opens = text.hasConnector(start, end) || (!isPerson && end > start + 1)
    const head = last ?? (opens ? first : undefined)
    if (head !== undefined && (end > start + 1 || isKnownOnlyAsName(text, start))) {
      const kind = KIND_OF_HEAD[head]
      return kind === undefined ? null : make(kind, `names/heads ${head}`)
    }
  }
  if (isPerson) return make('person', 'names/given', personEnd(start, end))
  if (titled.title) return make('person', 'names/title', personEnd(start, end))
  const form = text.tokens.form[start]
  if (end === start + 1) {
    if (form.shape === SHAPE_UPPER && form.text.length > 1 && form.text.length < 8)
      return make('organisation', 'names/capitals')
    const name = form.readings.find(r => (r.lex & PROPER) !== 0)
    if (name !== undefined && !text.isCommon(form)) {
      if ((name.lex & GEOX) !== 0) return make('place', 'names/place', end, true)
      return make('person', 'names/person', end, true)
    }
    if (!text.isCommon(form))
      return make(afterPlacePreposition(text, start) ? 'place' : 'person', 'names/shape', end, true)
    return null
  }
  if (text.hasConnector(start, end)) return make('organisation', 'names/connector', end, true)
  const common = text.countCommon(start, end)
  if (common === 0 && end - start <= 4) {
    const place = text.tokens.form[end - 1].readings[0]
    if ((place.lex & GEOX) !== 0 && (place.lex & NAMELIKE) === 0) return make('place', 'names/place')
    return make('person', 'names/shape', end, true)
  }
  if (common * 2 <= end - start && end - start <= 3 && !text.isCommon(text.tokens.form[end - 1]))
    return make('person', 'names/shape', end, true)
  return text.startsSentence(start) && end - start === 2 ? null : make('organisation', 'names/shape', end, true)
}

/** Past country adjectives, titles and honorifics at the head of a run: «Russian Foreign Minister». */
function pastTitles(
  text: NameText,
  from: number,
  end: number,
): { at: number; title: boolean; honorific: boolean; gender: number } {
  const { titles } = text.pack.derive(compileDescriptions)
  const { form } = text.tokens
  let at = from
  let title = false
  let honorific = false
  let gender = 0
  while (at < end) {
    const said = text.tables.honorifics.get(form[at].folded)
    const row = titles.match(form, at, end)
    if (said !== undefined && at + 1 < end) {
      honorific = true
      gender = said === (MASC | FEMN) ? gender : said
      at++
      if (at < end && form[at].text === '.') at++
      continue
    }
    if (row !== null) {
      title = true
      at = row.to
      if (at < end && form[at].text === '.') at++
      continue
    }
    if (countryAdjective(text.pack, form[at]) !== null && at + 1 <= end) {
      at++
      continue
    }
    // A word before a title belongs to it: «Deputy», «Senior», «Ambassador-at-Large».
    if (text.isCommon(form[at]) && at + 1 < end && titles.match(form, at + 1, end) !== null && !text.isGiven(at)) {
      at++
      continue
    }
    break
  }
  if (!title && at === from && from > 0) title = text.endsTitle(from)
  return { at, title, honorific, gender }
}

/** A person's name ends before a word that cannot be one: «Mr Petrov Tuesday». */
function personEnd(from: number, end: number): number {
  return Math.min(end, from + 5)
}

function genderOf(text: NameText, token: number): number {
  let gender = 0
  for (const { lex, agr } of text.tokens.form[token].readings) if ((lex & GIVEN) !== 0) gender |= agr & (MASC | FEMN)
  return gender
}

function afterPlacePreposition(text: NameText, token: number): boolean {
  return (
    token > 0 && (text.words.chosen[token - 1].pos & PREP) !== 0 && PLACE.has(text.tokens.form[token - 1].text.length)
  )
}

function isKnownOnlyAsName(text: NameText, token: number): boolean {
  return !text.startsSentence(token)
}

/** «in», «at»: short prepositions are those of place most often. */
const PLACE: ReadonlySet<number> = new Set([2])
