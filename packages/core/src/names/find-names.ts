/**
 * Finding names: labels of the namer as spans, mended by rules that see more than a label does, each with its base form. Names may
 * nest: «мэрии Москвы» is an organisation and holds a place. Names of the kit's dossiers go before all guesses.
 */
import type { KnownName } from '../dossier-names/known-name.ts'
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import { GAP_NONE, type Sentences, type Tokens } from '../text/tokens.ts'
import { NOMN, PLUR } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { addNames } from './add-names.ts'
import { contextColumns } from './context-features.ts'
import { baseOfCoordinated } from './coordinated-places.ts'
import { capitalOf, countryNamed, isCountryCode, seatOf } from './countries.ts'
import { inSmallLetters } from './dateline-places.ts'
import { labelTokens } from './label-tokens.ts'
import { mendSpans } from './mend-spans.ts'
import { namePersons } from './name-persons.ts'
import { NameScene } from './name-scene.ts'
import type { NameSpan } from './name-span.ts'
import { compileNamer } from './namer-model.ts'
import { findNamesByOrder } from './order/find-names-by-order.ts'
import { phraseBase } from './phrase-base.ts'
import { type LabelledSpan, spansOfLabels } from './spans-of-labels.ts'
import { isKnown, nameOfKnown, takeKnown } from './take-known.ts'
import { basesOfUnknownPlaces } from './unknown-places.ts'

/** Names of a document, sorted by first token, the longer first. None when the pack has no namer. */
export function findNames(
  tokens: Tokens,
  sentences: Sentences,
  words: Words,
  pack: LanguagePack,
  known: readonly KnownName[] = [],
): NameSpan[] {
  if (isOrdered(pack)) {
    const names = takeKnown(findNamesByOrder(tokens, sentences, words, pack), known, tokens)
    return names.map(name => (isKnown(name) ? nameOfKnown(name, pack) : name))
  }
  const namer = pack.derive(compileNamer)
  if (namer === null) return []
  const columns = contextColumns(tokens, sentences, words, namer)
  const labels = labelTokens(tokens, sentences, columns, namer)
  const scene = new NameScene(tokens, sentences, words, pack, namer, columns.listed)
  const spans = takeKnown(addNames(mendSpans(spansOfLabels(labels), scene), scene), known, tokens)
  const persons = namePersons(
    spans.filter(span => !isKnown(span)).filter(span => span.kind === 'person'),
    scene,
  )
  const unknownPlaces = basesOfUnknownPlaces(spans, tokens, pack)
  let person = 0
  return spans.map(span => {
    if (isKnown(span)) return nameOfKnown(span, pack)
    return span.kind === 'person'
      ? persons[person++]
      : nameOther(span, tokens, words, pack, unknownPlaces.get(span.from) ?? pluralBase(span, scene))
  })
}

/** `known`: the base form where another has found it. */
function nameOther(span: LabelledSpan, tokens: Tokens, words: Words, pack: LanguagePack, known?: string): NameSpan {
  const { from, to, rule } = span
  const base = known ?? baseOf(span, tokens, words, pack)
  if (span.kind !== 'place') {
    return {
      from,
      to,
      kind: 'organisation',
      base,
      country: null,
      seatOf: seatOf(pack, base),
      parts: null,
      rule,
    }
  }
  const country = countryNamed(pack, base)
  return {
    from,
    to,
    kind: country !== null && isCountryCode(country) ? 'country' : 'place',
    base,
    country,
    seatOf: capitalOf(pack, base) ?? seatOf(pack, base),
    parts: null,
    rule,
  }
}

/** «власти Лаврии», which could be a genitive of «власть»: those who command are many, and the form as written is their base. */
function pluralBase({ from, to, kind }: LabelledSpan, scene: NameScene): string | undefined {
  const { tokens, words } = scene
  const form = tokens.form[from]
  if (kind !== 'organisation' || !scene.isAuthority(form) || (words.chosen[from].agr & PLUR) !== 0) return undefined
  if (!form.readings.some(({ agr }) => (agr & NOMN) !== 0 && (agr & PLUR) !== 0)) return undefined
  let base = form.text
  for (let token = from + 1; token < to; token++)
    base += tokens.gap[token] === GAP_NONE ? tokens.form[token].text : ` ${tokens.form[token].text}`
  return base
}

function baseOf(
  { from, to, kind, rule, kindWord }: LabelledSpan,
  tokens: Tokens,
  words: Words,
  pack: LanguagePack,
): string {
  if (kindWord !== undefined) return baseOfCoordinated({ tokens, words, pack }, from, kindWord)
  const base = phraseBase(pack, tokens, words, from, to, kind === 'place')
  return rule === 'dateline' ? inSmallLetters(base) : base
}
