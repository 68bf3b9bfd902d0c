/**
 * Finding mentions: names; descriptions by office or role («глава правительства», «судья округа Иван Петров»); country
 * adjectives («российский»); groups («российские миротворцы»); pronouns. Who they refer to is not asked here.
 */

import { acronymsOf } from '../coreference/acronym.ts'
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import { indexedName, knownAt, type Layers, reading } from '../layers.ts'
import { countryAdjective } from '../names/countries.ts'
import type { NameSpan } from '../names/name-span.ts'
import type { Quotation, SpeakerWords } from '../quotations/quotation.ts'
import { EITHER_QUOTE, markClass, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD } from '../text/tokens.ts'
import { isInsidePreposition } from '../words/compound-prepositions.ts'
import { type Form, SHAPE_UPPER } from '../words/form.ts'
import {
  ACCS,
  ADJECTIVAL,
  ADJF,
  ADVB,
  ANIM,
  agrees,
  CASE,
  CLIT,
  CONJ,
  GENDER,
  GENT,
  MASC,
  NOUN,
  NPRO,
  NUMBER,
  NUMR,
  PERSON,
  PLUR,
  SING,
} from '../words/grammar.ts'
import { type PhraseMatch, PhraseTable } from '../words/phrases.ts'
import { baseOfPhrase } from './base-form.ts'
import { compileDescriptions, type Title } from './descriptions.ts'
import type { Phrases } from './find-phrases.ts'
import type { Mention } from './mention.ts'
import { agrOfName } from './name-agreement.ts'
import { nounPhraseAt } from './noun-phrase.ts'
import { scopeOf } from './scope.ts'

export interface Pronouns {
  readonly table: PhraseTable<{ readonly row: string; readonly kind: string }>
}

export function compilePronouns(pack: LanguagePack): Pronouns {
  const table = new PhraseTable<{ row: string; kind: string }>(pack.keys)
  for (const row of pack.table('pronouns'))
    table.add(row.wording, { row: `pronouns/${row.wording.replace('=', '')}`, kind: row.kind })
  return { table }
}

/** All mentions of a document, sorted by first token, the longer first. */
export function findMentions(layers: Layers, phrases: Phrases, quotations: readonly Quotation[]): Mention[] {
  const mentions: Mention[] = []
  const nameMention = new Int32Array(layers.names.length).fill(-1)
  for (let n = 0; n < layers.names.length; n++) {
    const name = layers.names[n]
    nameMention[n] = mentions.length
    mentions.push({
      from: name.from,
      to: name.to,
      head: name.from,
      form: 'name',
      kind: name.kind,
      agr: agrOfName(layers, n),
      name: n,
      base: baseOfName(layers, name),
      title: null,
      scope: null,
      apposedTo: -1,
      rule: name.rule,
    })
  }
  addAcronyms(layers, mentions)
  const described = new Set<number>()
  addTitles(layers, mentions, nameMention, described)
  addApposed(layers, phrases, mentions, nameMention, described)
  addGroups(layers, phrases, mentions, described)
  addKnown(layers, mentions, described)
  addPronounsAndAdjectives(layers, mentions)
  addSpeakers(layers, mentions, quotations)
  return cutAtInnerTitles(giveToOuterTitles(layers, sortMentions(mentions)))
}

function baseOfName(layers: Layers, name: NameSpan): string {
  if (isAcronymName(layers, name)) return layers.tokens.form[name.from].text
  const known = name.kind === 'place' ? knownAt(layers, name.from, name.to) : null
  return known?.form === 'shared' ? known.base : withClosingMark(name.base)
}

/** a base form whose mark was left open is closed. */
function withClosingMark(base: string): string {
  if (base.includes('«') && !base.includes('»')) return `${base}»`
  if (!base.includes('"')) return base
  return (base.match(/"/g)?.length ?? 0) % 2 === 1 ? `${base}"` : base
}

/** Capital letters that the document itself explains: «Агентство национальных дорог … АНД». */
function addAcronyms(layers: Layers, mentions: Mention[]): void {
  const { tokens, names, nameOf } = layers
  const unnamed: number[] = []
  for (let token = 0; token < tokens.count; token++) {
    const form = tokens.form[token]
    if (form.shape === SHAPE_UPPER && form.text.length >= 3 && nameOf[token] < 0) unnamed.push(token)
  }
  if (unnamed.length === 0) return
  const known = new Set(names.filter(name => name.kind === 'organisation').flatMap(name => acronymsOf(name.base)))
  for (const token of unnamed) {
    const { text } = tokens.form[token]
    if (known.has(text))
      mentions.push(simple(token, 'name', 'organisation', CASE | SING | GENDER, text, 'mentions/acronym', null))
  }
}

/** Capital letters alone: they have no endings to take off. */
function isAcronymName({ tokens }: Layers, { from, to, kind }: NameSpan): boolean {
  return kind === 'organisation' && to === from + 1 && tokens.form[from].shape === SHAPE_UPPER
}

/** Descriptions that the table of titles knows. */
function addTitles(layers: Layers, mentions: Mention[], nameMention: Int32Array, described: Set<number>): void {
  const { tokens, sentences, pack } = layers
  const { titles } = pack.derive(compileDescriptions)
  let skipTo = 0
  for (let token = 0; token < tokens.count; token++) {
    const form = tokens.form[token]
    if (
      token < skipTo ||
      form.keys.length === 0 ||
      form.text.length === 1 ||
      (layers.nameOf[token] >= 0 && !startsOrganisation(layers, token))
    )
      continue
    const limit = sentences.to[sentences.of[token]]
    const found = matchTitle(layers, titles, token, limit)
    // «во главе с послом»: nobody's title.
    if (found === null || isInsidePreposition(pack, tokens.form, token)) continue
    const head = headOf(layers, token, found.to)
    if (head < 0) continue
    const chosen = reading(layers, head)
    if (isAnotherWord(layers, head)) continue
    const from = leftEdge(layers, token, sentences.from[sentences.of[token]])
    // «the minister's arrest»: the title ends where it owns what follows.
    const owns = found.to < limit && (reading(layers, found.to).lex & CLIT) !== 0
    const phrase = owns ? null : nounPhraseAt(layers, head, limit)
    // «цитирует главу государства „Вестник“»: a wording that holds its own scope takes no quoted name.
    const isClosed = found.row.scope.length === 0 && found.to < limit && opensQuote(tokens.form[found.to])
    const to = isClosed ? found.to : Math.max(found.to, phrase?.to ?? 0)
    // A name that begins with the description's own words holds them; it is not named beside them.
    const apposed = phrase !== null && phrase.name >= 0 && layers.names[phrase.name].from > head ? phrase.name : -1
    const owned = phrase === null || apposed >= 0 ? null : heldByOne(layers, found.row, head, phrase.to)
    const name = owned?.name ?? apposed
    const agr = owned?.agr ?? chosen.agr
    const wordsEnd = name >= 0 ? layers.names[name].from : to
    skipTo = found.to
    described.add(head)
    mentions.push({
      from,
      to: wordsEnd,
      head,
      form: 'title',
      kind: (agr & PLUR) !== 0 && (agr & SING) === 0 ? 'group' : 'person',
      agr: agr & (CASE | NUMBER | GENDER),
      name: -1,
      base: baseOfPhrase(layers, from, wordsEnd, head),
      title: found.row,
      scope: scopeOf(layers, from, found.to, wordsEnd, token),
      apposedTo: name >= 0 ? nameMention[name] : -1,
      rule: found.row.row,
    })
  }
}

/** Persons described by a noun that no table knows, with their name behind it: «судья округа Иван Петров». */
function addApposed(
  layers: Layers,
  phrases: Phrases,
  mentions: Mention[],
  nameMention: Int32Array,
  described: Set<number>,
): void {
  for (const phrase of phrases.all) {
    if (phrase.name < 0 || phrase.head === layers.names[phrase.name].from || described.has(phrase.head)) continue
    if (layers.names[phrase.name].kind !== 'person' || phrase.name === indexedName(layers, phrase.head)) continue
    const chosen = reading(layers, phrase.head)
    if ((chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) === 0) continue
    const to = layers.names[phrase.name].from
    if (to <= phrase.head) continue
    described.add(phrase.head)
    mentions.push({
      from: phrase.from,
      to,
      head: phrase.head,
      form: 'title',
      kind: 'person',
      agr: chosen.agr & (CASE | NUMBER | GENDER),
      name: -1,
      base: baseOfPhrase(layers, phrase.from, to, phrase.head),
      title: { row: 'mentions/apposed', office: chosen.lemma, scope: ['any'] },
      scope: scopeOf(layers, phrase.from, phrase.head + 1, to, phrase.head),
      apposedTo: nameMention[phrase.name],
      rule: 'mentions/apposed',
    })
  }
}

/** «российские миротворцы»: people of a country, named by what they are. */
function addGroups(layers: Layers, phrases: Phrases, mentions: Mention[], described: Set<number>): void {
  for (const phrase of phrases.all) {
    if (phrase.name >= 0 || described.has(phrase.head) || phrase.head === phrase.from) continue
    const chosen = reading(layers, phrase.head)
    if ((chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) === 0 || (chosen.agr & PLUR) === 0) continue
    let country: string | null = null
    for (let token = phrase.from; token < phrase.head; token++)
      country ??= countryAdjective(layers.pack, layers.tokens.form[token])
    if (country === null) continue
    described.add(phrase.head)
    mentions.push({
      from: phrase.from,
      to: phrase.head + 1,
      head: phrase.head,
      form: 'title',
      kind: 'group',
      agr: chosen.agr & (CASE | NUMBER | GENDER),
      name: -1,
      base: baseOfPhrase(layers, phrase.from, phrase.head + 1, phrase.head),
      title: null,
      scope: { country, words: [chosen.lemma], initials: '', named: false, former: false },
      apposedTo: -1,
      rule: 'mentions/group-of-country',
    })
  }
}

/** «трёхсторонняя рабочая группа», «линия соприкосновения»: what a dossier names in small letters. Its terms are things spoken of, not anyone. */
function addKnown(layers: Layers, mentions: Mention[], described: Set<number>): void {
  for (const { from, to, kind, form, base } of layers.known) {
    if (kind === 'term' || kind === 'person' || form !== 'name') continue
    let head = from
    while (head < to && (reading(layers, head).pos & NOUN) === 0) head++
    if (head === to || layers.nameOf[from] >= 0 || described.has(head)) continue
    described.add(head)
    const { agr } = reading(layers, head)
    const isPlural = (agr & PLUR) !== 0 && (agr & SING) === 0
    mentions.push({
      from,
      to,
      head,
      form: 'name',
      kind: kind === 'place' ? 'place' : isPlural && (agr & ANIM) !== 0 ? 'group' : 'organisation',
      agr: agr & (CASE | NUMBER | GENDER),
      name: -1,
      base,
      title: null,
      scope: null,
      apposedTo: -1,
      rule: `dossier/${kind}`,
    })
  }
}

/** «российский»; where order tells, also what stands right before a noun: «an Israeli plan», though «an Israeli» is a person. */
function standsAsAdjective(layers: Layers, token: number): boolean {
  const { pos } = reading(layers, token)
  if ((layers.tokens.form[token].pos & pos & ADJECTIVAL) !== 0) return true
  if (!isOrdered(layers.pack) || (pos & NOUN) === 0 || token + 1 >= layers.tokens.count) return false
  return layers.tokens.kind[token + 1] === KIND_WORD && (reading(layers, token + 1).pos & (NOUN | ADJF)) !== 0
}

function addPronounsAndAdjectives(layers: Layers, mentions: Mention[]): void {
  const { tokens, pack } = layers
  const { table } = pack.derive(compilePronouns)
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== KIND_WORD) continue
    const form = tokens.form[token]
    if (layers.nameOf[token] < 0 && standsAsAdjective(layers, token)) {
      const country = countryAdjective(pack, form)
      if (country !== null) {
        const { agr } = reading(layers, token)
        mentions.push(
          simple(token, 'adjective', 'country', agr & (CASE | NUMBER | GENDER), country, 'mentions/country-adjective', {
            country,
            words: [],
            initials: '',
            named: false,
            former: false,
          }),
        )
        continue
      }
    }
    if (form.keys.length === 0) continue
    const found = table.match(tokens.form, token, token + 1)
    if (
      found === null ||
      found.row.kind === 'reflexive' ||
      found.row.kind === 'relative' ||
      found.row.kind === 'speaker'
    )
      continue
    const possessive = found.row.kind === 'possessive'
    const chosen = form.readings.find(r => (r.pos & NPRO) !== 0) ?? reading(layers, token)
    mentions.push(
      simple(
        token,
        'pronoun',
        'person',
        chosen.agr & (CASE | NUMBER | GENDER | PERSON),
        form.folded,
        found.row.row + (possessive ? '/possessive' : ''),
        null,
      ),
    )
  }
}

/** Speakers that no other rule describes: «полиция», «очевидцы», «один из участников». */
function addSpeakers(layers: Layers, mentions: Mention[], quotations: readonly Quotation[]): void {
  const { bodies } = layers.pack.derive(compileDescriptions)
  const heads = new Set<number>()
  for (const mention of mentions) if (mention.form !== 'adjective') heads.add(mention.head)
  for (const { speaker } of quotations) {
    if (speaker === null || heads.has(speaker.head)) continue
    heads.add(speaker.head)
    const quoted = quotedSpeaker(layers, speaker)
    if (quoted !== null) {
      mentions.push(quoted)
      continue
    }
    const chosen = reading(layers, speaker.head)
    const body = bodies.match(layers.tokens.form, speaker.head, layers.tokens.count)
    const plural = (chosen.agr & PLUR) !== 0 && (chosen.agr & SING) === 0
    const kind =
      (chosen.pos & (CONJ | NUMR | ADVB)) !== 0
        ? 'group'
        : (body?.row.kind ?? ((chosen.agr & ANIM) === 0 ? 'organisation' : plural ? 'group' : 'person'))
    mentions.push({
      from: speaker.from,
      to: speaker.to,
      head: speaker.head,
      form: 'title',
      kind,
      agr: chosen.agr & (CASE | NUMBER | GENDER),
      name: -1,
      base: baseOfPhrase(layers, speaker.from, speaker.to, speaker.head),
      title: kind === 'person' ? { row: 'mentions/speaker', office: chosen.lemma, scope: ['any'] } : null,
      scope: scopeOf(layers, speaker.from, speaker.head + 1, speaker.to, speaker.head),
      apposedTo: -1,
      rule: body?.row.row ?? 'mentions/speaker',
    })
  }
}

/** «пишет „Вестник“»: what speaks and is called by a quoted name alone is an organisation, named without the marks. */
function quotedSpeaker({ tokens }: Layers, { from, to, head }: SpeakerWords): Mention | null {
  if (head !== from + 1 || tokens.kind[from] !== KIND_MARK || !opensQuote(tokens.form[from])) return null
  let end = head + 1
  while (end < to && tokens.kind[end] !== KIND_MARK) end++
  if (end !== to - 1) return null
  let base = tokens.form[head].text
  for (let token = head + 1; token < end; token++)
    base += tokens.gap[token] === GAP_NONE ? tokens.form[token].text : ` ${tokens.form[token].text}`
  const mention = simple(head, 'name', 'organisation', CASE | SING | GENDER, base, 'mentions/quoted-speaker', null)
  return { ...mention, to: end }
}

function simple(
  token: number,
  form: Mention['form'],
  kind: Mention['kind'],
  agr: number,
  base: string,
  rule: string,
  scope: Mention['scope'],
): Mention {
  return {
    from: token,
    to: token + 1,
    head: token,
    form,
    kind,
    agr,
    name: -1,
    base,
    title: null,
    scope,
    apposedTo: -1,
    rule,
  }
}

/** The wording of a title, country adjectives inside it passed over: «глава австрийской дипломатии» is «глава дипломатии» of that country. */
function matchTitle(
  layers: Layers,
  titles: PhraseTable<Title>,
  token: number,
  limit: number,
): PhraseMatch<Title> | null {
  const { tokens, pack } = layers
  const plain = titles.match(tokens.form, token, limit)
  if (token + 2 >= limit || countryAdjective(pack, tokens.form[token + 1]) === null) return plain
  const over = titles.match(
    [tokens.form[token], ...tokens.form.slice(token + 2, Math.min(limit, token + 5))],
    0,
    Math.min(4, limit - token - 1),
  )
  return over !== null && over.to > 1 ? { row: over.row, to: token + 1 + over.to } : plain
}

/** The noun of a title's wording: its first word that is read as a noun here. */
function headOf(layers: Layers, from: number, to: number): number {
  for (let token = from; token < to; token++) if ((reading(layers, token).pos & NOUN) !== 0) return token
  return -1
}

/** «визит главы ведомства Олега Ветрова»: a title read as many that could be one in the genitive is that of the one whose name, in the genitive, ends its phrase. */
function heldByOne(layers: Layers, { office }: Title, head: number, to: number): { name: number; agr: number } | null {
  const chosen = reading(layers, head)
  if ((chosen.agr & PLUR) === 0 || (chosen.agr & SING) !== 0) return null
  const name = layers.nameOf[to - 1]
  if (name < 0 || layers.names[name].kind !== 'person' || layers.names[name].from <= head + 1) return null
  if ((agrOfName(layers, name) & GENT) === 0 || (agrOfName(layers, name) & SING) === 0) return null
  if (layers.pack.derive(compileDescriptions).offices.get(office)?.private !== false) return null
  const one = layers.tokens.form[head].readings.find(
    r => r.lemma === chosen.lemma && (r.pos & NOUN) !== 0 && (r.agr & GENT) !== 0 && (r.agr & SING) !== 0,
  )
  return one === undefined ? null : { name, agr: one.agr }
}

/** «внешней политики» is no «политик»: a thing by another noun than the person, with a modifier that agrees with the thing alone. */
function isAnotherWord({ tokens, words }: Layers, head: number): boolean {
  const chosen = words.chosen[head]
  if (head === 0 || (chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) !== 0) return false
  const modifiers = tokens.form[head - 1].readings.filter(r => (r.pos & ADJECTIVAL) !== 0)
  if (!modifiers.some(r => agrees(r.agr, chosen.agr))) return false
  const persons = tokens.form[head].readings.filter(r => (r.pos & NOUN) !== 0 && (r.agr & ANIM) !== 0)
  return persons.length > 0 && !persons.some(person => modifiers.some(r => agrees(r.agr, person.agr)))
}

/** The modifiers before a title: «бывший российский президент». */
function leftEdge(layers: Layers, token: number, floor: number): number {
  let from = token
  while (
    from > floor &&
    layers.tokens.kind[from - 1] === KIND_WORD &&
    (reading(layers, from - 1).pos & ADJECTIVAL) !== 0
  ) {
    const before = reading(layers, from - 1)
    const head = reading(layers, token)
    if ((before.agr & head.agr & CASE) === 0 || (before.agr & head.agr & NUMBER) === 0) break
    from--
  }
  return from
}

function opensQuote(form: Form): boolean {
  const mark = markClass(form)
  return mark === OPEN_QUOTE || mark === EITHER_QUOTE
}

function startsOrganisation(layers: Layers, token: number): boolean {
  const name = layers.names[layers.nameOf[token]]
  return name.kind === 'organisation' && name.from === token
}

/** «речь помощника президента Ивана Петрова»: where all stand in one case the name is his who speaks for another, not the other's. */
function giveToOuterTitles(layers: Layers, mentions: readonly Mention[]): readonly Mention[] {
  const { offices } = layers.pack.derive(compileDescriptions)
  const given = [...mentions]
  for (let m = 1; m < mentions.length; m++) {
    const inner = given[m]
    const outer = given[m - 1]
    if (inner.form !== 'title' || inner.apposedTo < 0 || outer.form !== 'title' || outer.title === null) continue
    const office = offices.get(outer.title.office)
    if (office?.speaks !== true || office.one || outer.head >= inner.from || outer.to < inner.from) continue
    if ((asGenitive(outer.agr) & inner.agr & mentions[inner.apposedTo].agr & CASE) === 0) continue
    given[m - 1] = { ...outer, apposedTo: inner.apposedTo }
    given[m] = { ...inner, apposedTo: -1 }
  }
  return given
}

/** «сослался на помощника президента»: of men and of people the accusative looks as the genitive does. */
function asGenitive(agr: number): number {
  return (agr & ACCS) !== 0 && (agr & (MASC | PLUR)) !== 0 ? agr | GENT : agr
}

/** «пресс-секретарь губернатора»: the governor is somebody else, so the first description ends before the second. */
function cutAtInnerTitles(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, m) => {
    if (mention.form !== 'title' || mention.kind !== 'person') return mention
    for (let i = m + 1; i < mentions.length && mentions[i].from < mention.to; i++) {
      const inner = mentions[i]
      if (inner.form === 'title' && inner.kind === 'person' && inner.head > mention.head && inner.from > mention.head)
        return { ...mention, to: inner.from }
    }
    return mention
  })
}

/** Sorts by first token, the longer first; keeps `apposedTo` pointing at the same mentions. */
function sortMentions(mentions: Mention[]): Mention[] {
  const order = mentions
    .map((_, i) => i)
    .sort((a, b) => mentions[a].from - mentions[b].from || mentions[b].to - mentions[a].to || a - b)
  const moved = new Int32Array(mentions.length)
  order.forEach((old, now) => {
    moved[old] = now
  })
  return order.map(old => {
    const mention = mentions[old]
    return mention.apposedTo < 0 ? mention : { ...mention, apposedTo: moved[mention.apposedTo] }
  })
}
