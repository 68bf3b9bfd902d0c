/** Names once the whole document is read: what is told for sure of some words holds for the same words guessed elsewhere. */
import { KIND_MARK } from '../../text/tokens.ts'
import { FEMN, GIVEN, MASC, NAMELIKE, PRED, VERB } from '../../words/grammar.ts'
import { capitalOf, countryNamed, isCountryCode, seatOf } from '../countries.ts'
import type { NameKind, NameSpan } from '../name-span.ts'
import type { Found } from './found-name.ts'
import type { NameText } from './name-text.ts'

/** «Anna Field … Field said»: a surname that is a common word too, with a capital, is the person's whom the document names in full. */
export function withSurnames(text: NameText, found: readonly Found[]): readonly Found[] {
  const surnames = new Map<string, number>()
  for (const { from, to, kind, gender, guessed } of found)
    if (kind === 'person' && !guessed && to > from + 1 && text.isCommon(text.tokens.form[to - 1]))
      surnames.set(text.tokens.form[to - 1].text, gender)
  if (surnames.size === 0) return found
  const { form, count } = text.tokens
  const all: Found[] = []
  let next = 0
  for (let token = 0; token < count; token++) {
    if (next < found.length && found[next].from === token) {
      token = found[next].to - 1
      all.push(found[next++])
      continue
    }
    const gender = surnames.get(form[token].text)
    if (gender === undefined) continue
    // At the head of a sentence «Field» may be any field, unless a verb follows: a thing would have its article.
    const isOpen = text.startsSentence(token)
    if (isOpen && (token + 1 >= count || (text.words.chosen[token + 1].pos & (VERB | PRED)) === 0)) continue
    all.push({ from: token, to: token + 1, kind: 'person', gender, rule: 'names/of-person', guessed: false })
  }
  return all
}

/** What is said once with certainty holds for the same words guessed elsewhere; a surname alone is the person named before. */
export function settleNames(text: NameText, found: readonly Found[]): Found[] {
  const sure = new Map<string, NameKind>()
  const persons = new Map<string, number>()
  for (const name of found) {
    const last = text.tokens.form[name.to - 1].text
    if (name.kind === 'person' && name.to > name.from + 1) persons.set(last, name.gender)
    if (!name.guessed) sure.set(text.wordsOf(name.from, name.to), name.kind)
  }
  return found.map(name => {
    if (!name.guessed) return name
    const spelling = text.wordsOf(name.from, name.to)
    if (name.to === name.from + 1 && persons.has(spelling)) return { ...name, kind: 'person', rule: 'names/of-person' }
    const kind = sure.get(spelling)
    return kind === undefined ? name : { ...name, kind }
  })
}

/** A found name as the names layer holds it: base form, country, the parts of a person's name. */
export function spanOf(text: NameText, { from, to, kind, gender, rule }: Found): NameSpan {
  const base = text.wordsOf(from, to).replaceAll('\n', ' ')
  const plain = base.endsWith('.') ? base : base
  const country = kind === 'country' || kind === 'place' ? countryNamed(text.pack, plain) : null
  const capital = kind === 'place' ? capitalOf(text.pack, plain) : null
  return {
    from,
    to,
    kind:
      country !== null && isCountryCode(country) ? 'country' : kind === 'country' && country === null ? 'place' : kind,
    base,
    country,
    seatOf: capital ?? (kind === 'organisation' || kind === 'place' ? seatOf(text.pack, plain) : null),
    parts: kind === 'person' ? partsOf(text, from, to, gender) : null,
    rule,
  }
}

function partsOf(text: NameText, from: number, to: number, gender: number): NameSpan['parts'] {
  const { form, kind } = text.tokens
  let end = to
  const suffix = form[end - 1].folded
  if (end > from + 1 && (suffix === 'jr' || suffix === 'sr' || kind[end - 1] === KIND_MARK)) end--
  const only = end === from + 1
  if (only) {
    const given = text.isGiven(from) && !form[from].readings.some(r => (r.lex & NAMELIKE & ~GIVEN) !== 0)
    return {
      given: given ? form[from].text : null,
      patronymic: null,
      surname: given ? null : form[from].text,
      gender: gender || MASC | FEMN,
    }
  }
  let surname = end - 1
  while (surname - 1 > from && text.tables.particles.has(form[surname - 1].folded)) surname--
  return {
    given: form[from].text,
    patronymic: null,
    surname: text.wordsOf(surname, end),
    gender: gender || MASC | FEMN,
  }
}
