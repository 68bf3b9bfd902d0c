/** Who a phrase stands for: a referent of the cast, or someone only described here («протестующие»), who becomes an entity of his own. */
import type { EntityKind } from '../analysis.ts'
import type { Argument } from '../clauses/predicate.ts'
import type { Cast } from '../coreference/cast.ts'
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import { type Layers, reading, textOf } from '../layers.ts'
import { baseOfPhrase } from '../mentions/base-form.ts'
import { compileDescriptions } from '../mentions/descriptions.ts'
import type { NounPhrase } from '../mentions/noun-phrase.ts'
import { isQuantity } from '../mentions/quantity.ts'
import { countryAdjective, countryDemonym } from '../names/countries.ts'
import { isTimeWordAt } from '../quotations/order/time-word.ts'
import type { Quotation } from '../quotations/quotation.ts'
import type { TokenRange } from '../span.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import {
  ABLT,
  ADJECTIVAL,
  ANIM,
  MARK,
  NOUN,
  NPRO,
  NUMR,
  PER1,
  PLUR,
  PRTF,
  PSSV,
  SING,
  SUBX,
  VERBAL,
} from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'
import type { Filler } from './fill-roles.ts'

export interface Participant {
  /** Index of a referent of the cast, or -1. */
  readonly referent: number
  /** Index among those described here, or -1. */
  readonly described: number
  readonly kind: EntityKind
}

/** Someone told of by a description alone. */
export interface Described {
  readonly kind: EntityKind
  readonly name: string
  readonly mentions: TokenRange[]
}

/** Nouns for people and powers, from the table `parties`: kind, and whether they are of the political world. */
export interface PartyWord {
  /** null: a beast, which takes no part. */
  readonly kind: EntityKind | null
  readonly power: boolean
}

export function compileParties(pack: LanguagePack): PhraseTable<PartyWord> {
  const table = new PhraseTable<PartyWord>(pack.keys)
  for (const row of pack.table('parties'))
    table.add(row.wording, { kind: row.kind === 'none' ? null : (row.kind as EntityKind), power: row.power === 'yes' })
  return table
}

export class Participants {
  readonly described: Described[] = []
  readonly #cast: Cast
  readonly #byHead = new Map<number, number>()
  readonly #byName = new Map<number, number>()
  /** Groups by the words they are called by. */
  #groups: ReadonlyMap<string, number> | null = null
  readonly #byKey = new Map<string, number>()
  /** Tokens at which the words begin that introduce a quotation: «по данным». */
  /** Tokens of verbs that pass words on. */
  readonly #reports: ReadonlySet<number>
  readonly #cues: ReadonlySet<number>

  constructor(cast: Cast) {
    this.#cast = cast
    this.#reports = new Set(
      cast.quotations.flatMap(({ cue, act }) => (cue === null || act !== 'report' ? [] : [cue.from])),
    )
    this.#cues = new Set(cast.quotations.flatMap(({ cue }) => (cue === null ? [] : [cue.from])))
    cast.mentions.forEach((mention, m) => {
      if (cast.of[m] < 0) return
      if (mention.name >= 0) this.#byName.set(mention.name, m)
      const held = this.#byHead.get(mention.head)
      // «президент» before his name and the name itself are one; of two mentions at a head the one that is no adjective counts.
      if (held === undefined || cast.mentions[held].form === 'adjective') this.#byHead.set(mention.head, m)
    })
  }

  /** null where the words name nobody who could act or be acted upon. A capital that acts stands for its country, another place does not act. */
  of(filler: Filler): Participant | null {
    if ('token' in filler) return this.#acting(this.#ofMention(this.#byHead.get(filler.token)))
    const { phrase } = filler.argument
    // «on Sunday calling for»: no day takes part.
    if (isOrdered(this.#cast.layers.pack) && isTimeWordAt(this.#cast.layers, phrase.head)) return null
    if (this.#isSpeakerWord(phrase)) return this.speakerAt(phrase.head)
    const named = this.#named(phrase)
    return named === null ? this.#describedBy(phrase) : this.#acting(named)
  }

  /** Who says the words a token stands in, when they are his own: «я», «мы». */
  speakerAt(token: number): Participant | null {
    const { quotations, speakerOf, of, layers } = this.#cast
    const q = quotationAt(quotations, layers.tokens.start[token])
    if (q === null || quotations[q].kind !== 'direct' || speakerOf[q] < 0) return null
    const referent = of[speakerOf[q]]
    return referent < 0 ? null : this.#ofReferent(referent)
  }

  /** Whether a phrase says whose words these are: «по данным агентства, атака прошла» tells of no attack on data. */
  attributes({ argument }: { readonly argument: Argument }): boolean {
    return argument.phrase.preposition >= 0 && this.#cues.has(argument.phrase.preposition)
  }

  /** Whether a word that reports what another says («передаёт агентство») stands at a token. */
  passesOn(token: number): boolean {
    return this.#reports.has(token)
  }

  get quotations(): readonly Quotation[] {
    return this.#cast.quotations
  }

  /** Who says a quotation, or null. */
  speakerOf(quotation: number): Participant | null {
    const { speakerOf, of } = this.#cast
    const mention = speakerOf[quotation]
    const referent = mention < 0 ? -1 : of[mention]
    return referent < 0 ? null : this.#acting(this.#ofReferent(referent))
  }

  /** Whether the text calls who says a quotation somebody of that country: «a spokesman for the French government». */
  speaksFor(quotation: number, { referent }: Participant): boolean {
    const { speakerOf, mentions, referents, layers } = this.#cast
    if (speakerOf[quotation] < 0 || referent < 0) return false
    const { from, to } = mentions[speakerOf[quotation]]
    const limit = Math.min(to + OFFICE, layers.sentences.to[layers.sentences.of[from]])
    for (let token = from; token < limit; token++) {
      if (token >= to && (reading(layers, token).pos & (VERBAL | MARK)) !== 0) return false
      const name = layers.countryNameOf[token]
      const code = name < 0 ? countryAdjective(layers.pack, layers.tokens.form[token]) : layers.names[name].country
      if (code !== null) return this.#cast.known('country', code) === referents[referent]
    }
    return false
  }

  #isSpeakerWord(phrase: NounPhrase): boolean {
    const { pos, agr } = reading(this.#cast.layers, phrase.head)
    return (pos & NPRO) !== 0 && (agr & PER1) !== 0
  }

  #acting(found: Participant | null): Participant | null {
    if (found === null || found.kind !== 'place') return found
    const { mentions, layers } = this.#cast
    for (const m of this.#cast.referents[found.referent].mentions.slice(0, 4)) {
      const { seatOf = null } = layers.names[mentions[m].name] ?? {}
      if (seatOf === null) continue
      const country = this.#cast.known('country', seatOf)
      if (country !== null) return this.#ofReferent(country.index)
      // A capital whose country the text never names stands for it under its own name.
      if (isOrdered(layers.pack)) return found
    }
    return null
  }

  #ofReferent(referent: number): Participant {
    return { referent, described: -1, kind: this.#cast.referents[referent].kind }
  }

  /** The place a phrase names, or null. */
  placeOf(phrase: NounPhrase): Participant | null {
    const found = this.#named(phrase)
    return found !== null && (found.kind === 'place' || found.kind === 'country') ? found : null
  }

  #named(phrase: NounPhrase): Participant | null {
    const { nameOf } = this.#cast.layers
    const name = phrase.name >= 0 ? phrase.name : nameOf[phrase.head]
    return (
      this.#ofMention(name >= 0 ? this.#byName.get(name) : undefined) ?? this.#ofMention(this.#byHead.get(phrase.head))
    )
  }

  #ofMention(m: number | undefined): Participant | null {
    if (m === undefined) return null
    const referent = this.#cast.of[m]
    return referent < 0 ? null : this.#ofReferent(referent)
  }

  #describedBy(phrase: NounPhrase): Participant | null {
    const { layers } = this.#cast
    const kind = kindOf(layers, phrase)
    if (kind === null) return null
    const name = nameOfPhrase(layers, withoutTail(layers, phrase))
    const { lemma } = reading(layers, phrase.head)
    const group = kind === 'group' ? this.#groupCalled(name.toLowerCase()) : null
    if (group !== null) return group
    // A bare noun is the last one called so; one that says more is its own.
    const key = phrase.to - phrase.from === 1 ? `noun ${lemma}` : `name ${name.toLowerCase()}`
    let index = this.#byKey.get(key)
    if (index === undefined) {
      index = this.described.push({ kind, name, mentions: [] }) - 1
      this.#byKey.set(key, index)
      if (!this.#byKey.has(`noun ${lemma}`)) this.#byKey.set(`noun ${lemma}`, index)
    }
    const { mentions } = this.described[index]
    const { to } = withoutTail(layers, phrase)
    if (mentions.every(({ from }) => from !== phrase.from)) mentions.push({ from: phrase.from, to })
    return { referent: -1, described: index, kind }
  }
  /** «израильтяне», who have spoken or been named as a group before. */
  #groupCalled(name: string): Participant | null {
    this.#groups ??= new Map(
      this.#cast.mentions.flatMap((mention, m) =>
        mention.kind === 'group' && mention.form === 'title' && this.#cast.of[m] >= 0
          ? [[mention.base.toLowerCase(), this.#cast.of[m]]]
          : [],
      ),
    )
    const referent = this.#groups.get(name)
    return referent === undefined ? null : this.#ofReferent(referent)
  }
}

/** Index of the smallest quotation whose words hold an offset, or null. */
export function quotationAt(quotations: readonly Quotation[], offset: number): number | null {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle].parts[0].start <= offset) low = middle + 1
    else high = middle
  }
  let best: number | null = null
  let size = Number.POSITIVE_INFINITY
  for (let q = low - 1; q >= 0 && q >= low - LOOK_BACK; q--) {
    for (const { start, end } of quotations[q].parts) {
      if (start <= offset && offset < end && end - start < size) {
        best = q
        size = end - start
      }
    }
  }
  return best
}

/** Quotations before an offset that may still hold it. */
const LOOK_BACK = 20

/** What a noun phrase without a name stands for: a body, a group, a person; null for things. */
export function kindOf(layers: Layers, phrase: NounPhrase): EntityKind | null {
  const head = isQuantity(phrase) ? countedHead(layers, phrase) : phrase.head
  const form = layers.tokens.form[head]
  const chosen = reading(layers, head)
  if ((chosen.pos & NPRO) !== 0) return null
  const party = partyAt(layers, head)
  if (party !== null) return party.kind
  const body = layers.pack.derive(compileDescriptions).bodies.match(layers.tokens.form, head, layers.tokens.count)
  if (body !== null && body.row.kind !== 'document') return body.row.kind
  // «протестующие», «раненые»: people told by what they do or suffer.
  if ((chosen.pos & ADJECTIVAL) !== 0) {
    // «считают акцию проплаченной», «назвали аресты оправданными»: what is said of a thing.
    const isSaid = (chosen.pos & PRTF) !== 0 && (chosen.agr & PSSV) !== 0 && (chosen.agr & ABLT) !== 0
    const isPeople = ((chosen.pos & PRTF) !== 0 && !isSaid) || (form.lex & SUBX) !== 0
    return (chosen.agr & PLUR) !== 0 && isPeople ? 'group' : null
  }
  if ((chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) === 0) return null
  if (countryDemonym(layers.pack, form) !== null || (chosen.agr & ANIM) !== 0)
    return (chosen.agr & PLUR) !== 0 && (chosen.agr & SING) === 0 ? 'group' : 'person'
  return null
}

/** Tokens behind a speaker's mention that say whose he is. */
const OFFICE = 6

/** Words of a name. */
const NAME_LENGTH = 7

/** By the order of words `of` may add a whole line: then the words up to it are the name. */
function withoutTail(layers: Layers, phrase: NounPhrase): NounPhrase {
  const isLong = isOrdered(layers.pack) && phrase.to - phrase.from > NAME_LENGTH && phrase.after > phrase.from
  return isLong ? { ...phrase, to: phrase.after } : phrase
}

/** In the nominative; a phrase that counts stands as it is («три министра»). */
function nameOfPhrase(layers: Layers, { from, to, head }: NounPhrase): string {
  const first = reading(layers, from)
  return head > from && ((first.pos & NUMR) !== 0 || layers.tokens.kind[from] === KIND_NUMBER)
    ? textOf(layers, from, to)
    : baseOfPhrase(layers, from, to, head)
}

/** «десятки протестующих»: the noun that is counted. */
function countedHead(layers: Layers, phrase: NounPhrase): number {
  for (let token = phrase.from + 1; token < phrase.to; token++)
    if (partyAt(layers, token) !== null || (reading(layers, token).agr & ANIM) !== 0) return token
  return phrase.head
}

function partyAt(layers: Layers, token: number): PartyWord | null {
  const { form, count } = layers.tokens
  if (form[token].keys.length === 0) return null
  return layers.pack.derive(compileParties).match(form, token, count)?.row ?? null
}
