/**
 * Who is who: joins mentions into referents. Names first, by their parts, over the whole document; then the offices the text gives to
 * persons; then, from left to right, descriptions and pronouns, each to the referent that fits and is most on the reader's mind.
 * No list of people: a description resolves on what the document itself says, or (later) on a dossier's roles.
 */
import type { EntityKind } from '../analysis.ts'
import { type Layers, reading } from '../layers.ts'
import { compileDescriptions } from '../mentions/descriptions.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Quotation } from '../quotations/quotation.ts'
import { ABLT, ANIM, CASE, FEMN, GENDER, MASC, NEUT, NOMN, NOUN, PLUR, PREP, SING, VERB } from '../words/grammar.ts'
import { isAcronymOf } from './acronym.ts'
import { compileCopulas } from './copulas.ts'
import { fitOffice, fitScope } from './offices.ts'
import { mergeNames, sameName } from './person-names.ts'
import type { OfficeFact, PersonName, Referent } from './referent.ts'
import { NAMED, OTHER, SPEAKER, SUBJECT, Salience } from './salience.ts'

export interface Resolution {
  readonly referents: readonly Referent[]
  /** Referent of each mention, or -1. */
  readonly of: Int32Array
  /** Rule that joined each mention to its referent. */
  readonly rule: readonly string[]
}

interface MutableReferent extends Referent {
  kind: EntityKind
  name: PersonName | null
  gender: number
}

export function resolveMentions(layers: Layers, mentions: readonly Mention[], quotations: readonly Quotation[]): Resolution {
  return new Resolver(layers, mentions, quotations).resolve()
}

class Resolver {
  readonly #layers: Layers
  readonly #mentions: readonly Mention[]
  readonly #quotations: readonly Quotation[]
  readonly #referents: MutableReferent[] = []
  readonly #of: Int32Array
  readonly #rule: string[]
  readonly #byKey = new Map<string, number>()
  /** Quotation whose speaker each mention is, or -1; quotation in whose direct words each mention stands, or -1. */
  readonly #speaks: Int32Array
  readonly #inside: Int32Array

  constructor(layers: Layers, mentions: readonly Mention[], quotations: readonly Quotation[]) {
    this.#layers = layers
    this.#mentions = mentions
    this.#quotations = quotations
    this.#of = new Int32Array(mentions.length).fill(-1)
    this.#rule = new Array(mentions.length).fill('')
    this.#speaks = new Int32Array(mentions.length).fill(-1)
    this.#inside = new Int32Array(mentions.length).fill(-1)
  }

  resolve(): Resolution {
    this.#locateSpeakers()
    this.#joinNames()
    this.#collectOffices()
    this.#readThrough()
    return { referents: this.#referents, of: this.#of, rule: this.#rule }
  }

  #locateSpeakers(): void {
    const { start } = this.#layers.tokens
    const byHead = new Map<number, number>()
    this.#quotations.forEach((quotation, q) => {
      if (quotation.speaker !== null) byHead.set(quotation.speaker.head, q)
    })
    const direct = this.#quotations.map((q, i) => [q, i] as const).filter(([q]) => q.kind === 'direct')
    let next = 0
    const spans = direct.flatMap(([q, i]) => q.parts.map(part => ({ ...part, quotation: i }))).sort((a, b) => a.start - b.start)
    this.#mentions.forEach((mention, m) => {
      const q = byHead.get(mention.head)
      if (q !== undefined) this.#speaks[m] = q
      const at = start[mention.from]
      while (next < spans.length && spans[next].end <= at) next++
      if (next < spans.length && at >= spans[next].start) this.#inside[m] = spans[next].quotation
    })
  }

  // — names —

  #joinNames(): void {
    this.#mentions.forEach((mention, m) => {
      if (mention.form === 'adjective') {
        const { country } = mention.scope ?? { country: null }
        if (country !== null) this.#join(m, this.#keyed('country', country, country), mention.rule)
        return
      }
      if (mention.form !== 'name' || mention.kind === 'group') return
      if (mention.kind === 'person') this.#joinPerson(m)
      else this.#joinThing(m)
    })
  }

  #joinPerson(m: number): void {
    const mention = this.#mentions[m]
    const name = this.#personName(mention)
    const gender = mention.agr & GENDER
    let best: MutableReferent | null = null
    let strength = 0
    let rule = ''
    for (let i = this.#referents.length - 1; i >= 0; i--) {
      const referent = this.#referents[i]
      if (referent.name === null) continue
      const verdict = sameName(referent.name, name, referent.gender, gender)
      if (verdict.strength > strength || (verdict.strength === strength && strength > 0 && best !== null && lastOf(referent) > lastOf(best))) {
        best = referent
        strength = verdict.strength
        rule = verdict.rule
      }
    }
    if (best === null) {
      best = this.#add('person', null, null, gender)
      best.name = name
      rule = 'name/first'
    } else {
      best.name = mergeNames(best.name as PersonName, name)
      if ((best.gender & gender) !== 0) best.gender &= gender
    }
    this.#join(m, best.index, rule)
  }

  #personName(mention: Mention): PersonName {
    const span = this.#layers.names[mention.name]
    const fold = (part: string | null) => (part === null ? null : part.toLowerCase().replaceAll('ё', 'е').replace(/\.$/, ''))
    if (span.parts !== null) return { given: fold(span.parts.given), patronymic: fold(span.parts.patronymic), surname: fold(span.parts.surname) }
    const words = span.base.split(' ')
    return words.length === 1 ? { given: null, patronymic: null, surname: fold(words[0]) } : { given: fold(words[0]), patronymic: null, surname: fold(words.slice(1).join(' ')) }
  }

  #joinThing(m: number): void {
    const mention = this.#mentions[m]
    const span = this.#layers.names[mention.name]
    if (span.country !== null) {
      this.#join(m, this.#keyed('country', span.country, span.country), mention.rule)
      return
    }
    if (this.#isMetonym(m) && span.seatOf !== null) {
      this.#join(m, this.#keyed('country', span.seatOf, span.seatOf), 'metonym/seat')
      return
    }
    const key = bare(mention.base)
    if (mention.kind === 'organisation') {
      const known = this.#byKey.get(`organisation ${key}`) ?? this.#acronym(key, mention.base)
      if (known !== undefined) {
        this.#join(m, known, 'name/organisation')
        return
      }
    }
    this.#join(m, this.#keyed(mention.kind, key, null), mention.rule)
  }

  /** «АНБ» for «Агентство национальной безопасности», either way round. */
  #acronym(key: string, base: string): number | undefined {
    for (const referent of this.#referents) {
      if (referent.kind !== 'organisation' || referent.key === null) continue
      const other = this.#mentions[referent.mentions[0].mention].base
      if (isAcronymOf(base, other) || isAcronymOf(other, base)) {
        this.#byKey.set(`organisation ${key}`, referent.index)
        return referent.index
      }
    }
    return undefined
  }

  /** A capital or seat stands for its government where it acts: as a subject, an addressee or a party, not as a place. */
  #isMetonym(m: number): boolean {
    if (this.#speaks[m] >= 0) return true
    const mention = this.#mentions[m]
    const { tokens, sentences } = this.#layers
    const floor = sentences.from[sentences.of[mention.from]]
    const limit = sentences.to[sentences.of[mention.from]]
    const before = mention.from > floor ? reading(this.#layers, mention.from - 1) : null
    const copulas = this.#layers.pack.derive(compileCopulas)
    if (before !== null && (before.pos & PREP) !== 0) return copulas.parties.match(tokens.form, mention.from - 1, limit) !== null
    const chosen = reading(this.#layers, mention.from)
    for (let back = 1; back <= 3 && mention.from - back >= floor; back++) {
      const found = copulas.parties.match(tokens.form, mention.from - back, mention.from)
      if (found !== null && found.to === mention.from) return true
    }
    if (before !== null && mention.from >= floor + 2 && tokens.form[mention.from - 1].folded === 'и') {
      const paired = this.#mentions.findIndex(other => other.to === mention.from - 1 && other.form === 'name' && other.name >= 0 && this.#layers.names[other.name].seatOf !== null)
      if (paired >= 0 && paired < m && this.#of[paired] >= 0) return this.#referents[this.#of[paired]].kind === 'country'
    }
    if ((mention.agr & NOMN) !== 0 && (chosen.agr & NOMN) !== 0) {
      for (let token = mention.to; token < Math.min(limit, mention.to + 3); token++) {
        const next = reading(this.#layers, token)
        if ((next.pos & VERB) !== 0) return true
        if ((next.pos & NOUN) !== 0) return false
      }
    }
    return false
  }

  // — what the document says of persons —

  #collectOffices(): void {
    this.#mentions.forEach((mention, m) => {
      if (mention.form !== 'title' || mention.title === null || mention.kind !== 'person') return
      const named = mention.apposedTo >= 0 ? this.#of[mention.apposedTo] : this.#namedBeside(m)
      if (named < 0 || this.#referents[named].kind !== 'person') return
      this.#of[m] = named
      this.#rule[m] = mention.apposedTo >= 0 ? 'apposition' : 'apposition/comma'
      const scope = mention.scope ?? { country: null, words: [], former: false }
      this.#referents[named].offices.push({ office: mention.title.office, scope, mention: m })
    })
    // A colleague holds the like office: «со своим соседским коллегой» after «президент».
    this.#mentions.forEach((mention, m) => {
      if (mention.title?.office !== 'colleague' || this.#of[m] < 0) return
      const other = this.#lastPersonBefore(m, this.#of[m])
      if (other < 0) return
      for (const fact of this.#referents[other].offices) {
        const scope = { country: mention.scope?.country ?? null, words: [], former: false }
        this.#referents[this.#of[m]].offices.push({ office: fact.office, scope, mention: m })
      }
    })
    this.#collectPredicates()
  }

  /** «Иван Петров, министр обороны, …», «министр — Иван Петров»: the name beside a description, over one mark. */
  #namedBeside(m: number): number {
    const mention = this.#mentions[m]
    const { tokens } = this.#layers
    const floor = this.#layers.sentences.from[this.#layers.sentences.of[mention.from]]
    const mark = mention.from > floor ? tokens.form[mention.from - 1].text : ''
    if (mark !== ',' && mark !== '(') return -1
    for (let i = m - 1; i >= 0 && i >= m - 4; i--) {
      const before = this.#mentions[i]
      if (before.to !== mention.from - 1) continue
      if (before.form !== 'name' || before.kind !== 'person') continue
      const closes = mention.to < tokens.count ? tokens.form[mention.to].text : '.'
      if ((before.agr & mention.agr & CASE) !== 0 && (closes === ',' || closes === '.' || closes === ')' || closes === '—')) return this.#of[i]
    }
    return -1
  }

  /** «Премьером стал Иван Петров»: a description in the instrumental with a verb of becoming. */
  #collectPredicates(): void {
    const { sentences, tokens, pack } = this.#layers
    const { becoming } = pack.derive(compileCopulas)
    this.#mentions.forEach((mention, m) => {
      if (mention.form !== 'title' || this.#of[m] >= 0 || mention.title === null || (mention.agr & ABLT) === 0) return
      const sentence = sentences.of[mention.head]
      let has = false
      for (let token = Math.max(sentences.from[sentence], mention.from - 12); token < Math.min(sentences.to[sentence], mention.to + 6); token++) {
        if (tokens.form[token].keys.length > 0 && becoming.match(tokens.form, token, sentences.to[sentence]) !== null) has = true
      }
      if (!has) return
      let person = -1
      for (let i = Math.max(0, m - 12); i < Math.min(this.#mentions.length, m + 12); i++) {
        const other = this.#mentions[i]
        if (other.form !== 'name' || other.kind !== 'person' || sentences.of[other.head] !== sentence || (other.agr & NOMN) === 0) continue
        if (this.#precededByPreposition(other)) continue
        if (person < 0 || Math.abs(other.head - mention.head) < Math.abs(this.#mentions[person].head - mention.head)) person = i
      }
      if (person < 0 || this.#of[person] < 0) return
      this.#of[m] = this.#of[person]
      this.#rule[m] = 'predicate'
      const scope = mention.scope ?? { country: null, words: [], former: false }
      this.#referents[this.#of[person]].offices.push({ office: mention.title.office, scope, mention: m })
    })
  }

  #lastPersonBefore(m: number, except: number): number {
    for (let i = m - 1; i >= 0; i--) {
      const referent = this.#of[i]
      if (referent >= 0 && referent !== except && this.#referents[referent].kind === 'person' && this.#referents[referent].offices.length > 0) return referent
    }
    return -1
  }

  // — descriptions and pronouns, from left to right —

  #readThrough(): void {
    const salience = new Salience(this.#mentions.length + 1)
    const { sentences } = this.#layers
    this.#mentions.forEach((mention, m) => {
      const sentence = sentences.of[mention.head]
      if (this.#of[m] < 0) {
        if (mention.form === 'title' && mention.kind === 'person') this.#resolveTitle(m, sentence, salience)
        else if (mention.form === 'pronoun') this.#resolvePronoun(m, sentence, salience)
        else this.#resolveDescription(m, sentence, salience)
      } else if (!this.#referents[this.#of[m]].mentions.some(held => held.mention === m)) this.#join(m, this.#of[m], this.#rule[m])
      const referent = this.#of[m]
      if (referent < 0) return
      const weight = this.#speaks[m] >= 0 ? SPEAKER : this.#isSubject(mention) ? SUBJECT : mention.form === 'name' ? NAMED : OTHER
      salience.raise(referent, sentence, this.#inside[m] >= 0 ? weight / 3 : weight)
    })
  }

  #resolveTitle(m: number, sentence: number, salience: Salience): void {
    const mention = this.#mentions[m]
    const { title } = mention
    if (title === null) return
    const scope = mention.scope ?? { country: null, words: [], former: false }
    const { offices } = this.#layers.pack.derive(compileDescriptions)
    let best = -1
    let score = 0
    let rule = ''
    for (const referent of this.#referents) {
      if (referent.kind !== 'person') continue
      let fit = 0
      let fact: OfficeFact | null = null
      for (const held of referent.offices) {
        const fits = fitOffice(offices, title, scope, held)
        if (fits > fit) {
          fit = fits
          fact = held
        }
      }
      if (fact === null || !this.#mayBe(m, referent)) continue
      const weight = salience.at(referent.index, sentence)
      const met = salience.since(referent.index, sentence) >= 0
      const total = fit * 4 + (met ? 10 : 0) + Math.min(20, weight) * 1.5
      if (total > score) {
        best = referent.index
        score = total
        rule = `office/${title.office}`
      }
    }
    if (best >= 0) {
      this.#join(m, best, rule)
      return
    }
    if (title.office === 'colleague' || title.office === 'spouse') return
    // Nobody by name: the same description is the same unnamed person.
    const referent = this.#add('person', null, null, mention.agr & GENDER)
    referent.offices.push({ office: title.office, scope, mention: m })
    this.#join(m, referent.index, 'description')
  }

  #mayBe(m: number, referent: Referent): boolean {
    const quotation = this.#inside[m]
    return quotation < 0 || this.#speakerOf(quotation) !== referent.index
  }

  #speakerOf(quotation: number): number {
    const speaker = this.#quotations[quotation].speaker
    if (speaker === null) return -1
    for (let m = 0; m < this.#mentions.length; m++) if (this.#mentions[m].head === speaker.head && this.#of[m] >= 0) return this.#of[m]
    return -1
  }

  #resolvePronoun(m: number, sentence: number, salience: Salience): void {
    const mention = this.#mentions[m]
    const plural = (mention.agr & PLUR) !== 0 && (mention.agr & SING) === 0
    const speaks = this.#speaks[m] >= 0
    let best = -1
    let score = 0
    for (const referent of this.#referents) {
      const since = salience.since(referent.index, sentence)
      if (since < 0 || since > 6) continue
      if (!this.#agrees(mention, referent, plural) || !this.#mayBe(m, referent)) continue
      let weight = salience.at(referent.index, sentence)
      if (referent.kind !== 'person' && !plural) weight *= speaks ? 0.2 : 0.4
      if (plural && referent.kind !== 'group' && referent.kind !== 'country') weight *= 0.5
      if (weight > score) {
        best = referent.index
        score = weight
      }
    }
    if (best >= 0) this.#join(m, best, `${mention.rule} salience`)
  }

  #agrees(mention: Mention, referent: Referent, plural: boolean): boolean {
    const first = this.#mentions[referent.mentions[0].mention]
    if (plural) return referent.kind === 'group' || (referent.kind !== 'person' && (first.agr & PLUR) !== 0)
    if (referent.kind === 'group') return false
    const gender = mention.agr & GENDER
    if (gender === 0) return true
    const held = referent.kind === 'person' ? referent.gender : first.agr & GENDER
    if (referent.kind !== 'person' && (first.agr & SING) === 0) return false
    if (gender === (MASC | NEUT)) return held === 0 || (held & (MASC | NEUT)) !== 0
    return held === 0 || (held & gender & (MASC | FEMN | NEUT)) !== 0
  }

  /** «издание», «полиция», «армия страны»: a body described by a noun. */
  #resolveDescription(m: number, sentence: number, salience: Salience): void {
    const mention = this.#mentions[m]
    if (mention.form === 'name' && mention.kind === 'group') {
      this.#join(m, this.#keyed('group', bare(mention.base), null), mention.rule)
      return
    }
    const lemma = reading(this.#layers, mention.head).lemma
    let best = -1
    let score = 0
    for (const referent of this.#referents) {
      if (referent.kind !== mention.kind && !(mention.kind === 'organisation' && referent.kind === 'country')) continue
      const since = salience.since(referent.index, sentence)
      if (since < 0) continue
      if (!referent.mentions.some(held => this.#callsIt(held.mention, lemma, mention))) continue
      const weight = 1 + salience.at(referent.index, sentence)
      if (weight > score) {
        best = referent.index
        score = weight
      }
    }
    if (best >= 0) {
      this.#join(m, best, 'description/noun')
      return
    }
    this.#join(m, this.#keyed(mention.kind, bare(mention.base), null), 'description')
  }

  /** Whether an earlier mention was called by the same noun, in or before its name, and its scope does not differ. */
  #callsIt(held: number, lemma: string, mention: Mention): boolean {
    const other = this.#mentions[held]
    const { sentences } = this.#layers
    const floor = sentences.from[sentences.of[other.from]]
    if (mention.scope !== null && other.scope !== null && fitScope(mention.scope, other.scope) < 0) return false
    if (mention.scope !== null && mention.scope.country !== null && other.scope === null) return false
    if (other.from > floor && (other.form === 'name') && reading(this.#layers, other.from - 1).lemma === lemma) return true
    return reading(this.#layers, other.head).lemma === lemma && (mention.scope === null || mention.scope.words.length === 0 || other.scope !== null)
  }

  #isSubject(mention: Mention): boolean {
    if ((mention.agr & NOMN) === 0) return false
    if (this.#precededByPreposition(mention)) return false
    const { sentences } = this.#layers
    if (mention.from > sentences.from[sentences.of[mention.from]]) {
      const before = reading(this.#layers, mention.from - 1)
      // A noun right before an undeclined name governs it, unless it is its title in the nominative.
      if ((before.pos & NOUN) !== 0 && (before.agr & NOMN) === 0) return false
      if ((before.pos & NOUN) !== 0 && (before.agr & ANIM) === 0) return false
    }
    return true
  }

  #precededByPreposition(mention: Mention): boolean {
    const { sentences } = this.#layers
    return mention.from > sentences.from[sentences.of[mention.from]] && (reading(this.#layers, mention.from - 1).pos & PREP) !== 0
  }

  // — referents —

  #add(kind: EntityKind, key: string | null, country: string | null, gender: number): MutableReferent {
    const referent: MutableReferent = { index: this.#referents.length, kind, name: null, gender, offices: [], mentions: [], key, country }
    this.#referents.push(referent)
    return referent
  }

  #keyed(kind: EntityKind, key: string, country: string | null): number {
    const name = `${kind} ${key}`
    let index = this.#byKey.get(name)
    if (index === undefined) {
      index = this.#add(kind, key, country, 0).index
      this.#byKey.set(name, index)
    }
    return index
  }

  #join(m: number, referent: number, rule: string): void {
    this.#of[m] = referent
    this.#rule[m] = rule
    ;(this.#referents[referent].mentions as { mention: number; rule: string }[]).push({ mention: m, rule })
  }
}

function lastOf(referent: Referent): number {
  return referent.mentions.at(-1)?.mention ?? -1
}

/** A name for comparison: folded, without marks. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"'()]/g, '')
    .trim()
}
