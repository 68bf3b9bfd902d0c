/**
 * Whose official or organ the text calls someone: «МИД Азербайджана», «представитель ЛНР», «украинские военные». A party of the dossier, by its
 * country or its own name, or a body of it; no dossier role is asked for.
 */
import type { KnownName, KnownThing } from '../dossier-names/known-name.ts'
import type { LanguagePack } from '../kit.ts'
import { knownWithin, type Layers, reading } from '../layers.ts'
import { compileDescriptions } from '../mentions/descriptions.ts'
import type { Mention } from '../mentions/mention.ts'
import { countryAdjective } from '../names/countries.ts'
import { ADJECTIVAL, NOUN } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'
import type { Cast } from './cast.ts'
import type { Referent } from './referent.ts'

export function compileOrgans(pack: LanguagePack): PhraseTable<true> {
  const organs = new PhraseTable<true>(pack.keys)
  for (const row of pack.table('organs')) organs.add(row.wording, true)
  return organs
}

/** Mentions asked: who is an official is said at once or not at all. */
const ASKED = 12

/** At most one thing of each dossier; [] where the text says nothing of the kind. */
export function affiliationOf(cast: Cast, referent: Referent): readonly KnownThing[] {
  const { layers } = cast
  if (layers.dossiers.length === 0 || referent.kind === 'country' || referent.kind === 'place') return NOTHING
  for (const m of referent.mentions.slice(0, ASKED)) {
    const mention = withInnerTitle(layers, cast.mentions[m])
    if (mention.form === 'pronoun' || mention.form === 'adjective') continue
    if (!(referent.kind === 'person' ? isOfficial(layers, mention) : isOrgan(layers, mention))) continue
    const owner = ownerOf(layers, mention)
    if (owner.length > 0) return owner
  }
  return NOTHING
}

const NOTHING: readonly KnownThing[] = []

/** «пресс-секретарь | российского президента»: a description ends where another's begins, but tells of itself by it. */
function withInnerTitle(layers: Layers, mention: Mention): Mention {
  const { form } = layers.tokens
  const limit = Math.min(layers.sentences.to[layers.sentences.of[mention.head]], mention.to + 2)
  if (mention.form !== 'title') return mention
  const { titles } = layers.pack.derive(compileDescriptions)
  for (let token = mention.to; token < limit; token++) {
    const inner = titles.match(form, token, limit)
    if (inner !== null) return { ...mention, to: inner.to }
    if ((form[token].pos & ADJECTIVAL) === 0) break
  }
  return mention
}

/** «официальный представитель МИД Азербайджана»: an office that speaks, of a country, of its organ or of a known body, held now. */
function isOfficial(layers: Layers, { form, title, scope, from, to, head }: Mention): boolean {
  if (form !== 'title' || title === null || scope === null || scope.former) return false
  const { offices, titles } = layers.pack.derive(compileDescriptions)
  if (offices.get(title.office)?.speaks !== true) return false
  if (scope.words.length === 0) return true
  const organs = layers.pack.derive(compileOrgans)
  const { form: forms } = layers.tokens
  for (let token = head + 1; token < to; token++) if (organs.match(forms, token, to) !== null) return true
  for (let token = head + 1; token < to; token++) if (titles.match(forms, token, to) !== null) return true
  return namedWithin(layers, from, to).length > 0
}

/** «армянский МИД», «командование миссии»: its first noun is one of the organs by which a state speaks. */
function isOrgan(layers: Layers, { from, to }: Mention): boolean {
  const organs = layers.pack.derive(compileOrgans)
  for (let token = from; token < to; token++) {
    if (organs.match(layers.tokens.form, token, to) !== null) return true
    if ((reading(layers, token).pos & NOUN) !== 0) return false
  }
  return false
}

/** Bodies and parties named in the words, a body before a party; else the party of the first country they name. */
function ownerOf(layers: Layers, { from, to, scope }: Mention): readonly KnownThing[] {
  const named = namedWithin(layers, from, to)
  const body = named.find(({ kind }) => kind === 'body') ?? named[0]
  if (body !== undefined) return body.things.filter(({ kind }) => kind === body.kind)
  let country = scope?.country ?? null
  for (let token = from; token < to && country === null; token++) {
    const nation = layers.countryNameOf[token]
    country = nation >= 0 ? layers.names[nation].country : countryAdjective(layers.pack, layers.tokens.form[token])
  }
  return partiesOf(layers, country)
}

function namedWithin(layers: Layers, from: number, to: number): readonly KnownName[] {
  return knownWithin(layers, from, to).filter(
    name =>
      name.to - name.from < to - from &&
      name.ref !== null &&
      name.form === 'name' &&
      (name.kind === 'body' || name.kind === 'party'),
  )
}

/** The parties that govern a country, one of each dossier. */
export function partiesOf({ dossiers }: Layers, country: string | null): readonly KnownThing[] {
  if (country === null) return NOTHING
  return dossiers.flatMap(dossier => {
    const parties = dossier.parties.filter(party => party.country === country)
    return parties.length === 1 ? [{ dossier, kind: 'party', id: parties[0].id, country } as const] : []
  })
}
