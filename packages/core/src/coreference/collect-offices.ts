/** What the document says persons are: titles with a name, titles beside a name, predicates, colleagues. */
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import type { Mention, Scope } from '../mentions/mention.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import { scopeOf } from '../mentions/scope.ts'
import { CLOSE_BRACKET, COMMA, DASH, markClass, OPEN_BRACKET, STOP } from '../text/marks.ts'
import { KIND_MARK } from '../text/tokens.ts'
import { ABLT, ADVB, APRO, CASE, CONJ, GENT, NOMN, NUMBER, PRED, PREP, PRTS, RELA, VERB } from '../words/grammar.ts'
import type { Cast } from './cast.ts'
import { compileCopulas } from './copulas.ts'

const NO_SCOPE: Scope = { country: null, words: [], initials: '', named: false, former: false }

export function collectOffices(cast: Cast): void {
  cast.mentions.forEach((mention, m) => {
    if (mention.form !== 'title' || mention.title === null || mention.kind !== 'person') return
    const named = mention.apposedTo >= 0 ? mention.apposedTo : Math.max(nameBeside(cast, m), nameBehind(cast, m))
    if (named >= 0) give(cast, m, named, mention.apposedTo >= 0 ? 'apposition' : 'apposition/comma')
  })
  cast.mentions.forEach((_, m) => {
    giveColleagueOffice(cast, m)
  })
  cast.mentions.forEach((_, m) => {
    const next = titleBehind(cast, m)
    if (next >= 0) give(cast, m, next, 'apposition/title')
  })
  giveHeadedBodies(cast)
  cast.mentions.forEach((mention, m) => {
    if (mention.form !== 'title' || mention.title === null || mention.kind !== 'person' || cast.of[m] >= 0) return
    const named = isOrdered(cast.layers.pack) ? nameBeforeBecoming(cast, m) : subjectOfBecoming(cast, m)
    if (named >= 0) give(cast, m, named, 'predicate')
  })
}

function give(cast: Cast, m: number, named: number, rule: string): void {
  const referent = cast.referents[cast.of[named]]
  if (referent === undefined || referent.kind !== 'person') return
  const { title, scope } = cast.mentions[m]
  if (title === null) return
  cast.giveOffice(referent, { office: title.office, scope: scope ?? NO_SCOPE })
  cast.join(m, referent, rule)
}

/** «Иван Петров, министр обороны, …» and «Иван Петров (министр обороны)»: the name right before the mark, in the same case. */
function nameBeside(cast: Cast, m: number): number {
  const mention = cast.mentions[m]
  const { tokens } = cast.layers
  if (mention.from <= cast.floorOf(mention) + 1) return -1
  const mark = markClass(tokens.form[mention.from - 1])
  if (mark !== COMMA && mark !== OPEN_BRACKET) return -1
  const closing = mention.to < tokens.count ? markClass(tokens.form[mention.to]) : STOP
  const isClosed =
    closing === COMMA || closing === STOP || closing === CLOSE_BRACKET || closing === DASH || goesOnDescribing(cast, m)
  for (let i = m - 1; i >= 0 && i >= m - 5; i--) {
    const before = cast.mentions[i]
    if (
      before.to === mention.from - 1 &&
      before.form === 'name' &&
      before.kind === 'person' &&
      (before.agr & mention.agr & CASE) !== 0
    )
      return isClosed || runsIntoVerb(cast, before, mention) ? i : -1
  }
  return -1
}

/** «Ivan Petrov, envoy to the talks and head of the mission, said»: where order tells, what hangs on the title, or a second title behind `and`. */
function goesOnDescribing({ layers, mentions }: Cast, m: number): boolean {
  const { to } = mentions[m]
  const { tokens, pack } = layers
  if (!isOrdered(pack) || to + 1 >= tokens.count || tokens.kind[to] === KIND_MARK) return false
  const { pos, lex } = reading(layers, to)
  if ((pos & PREP) !== 0 || (lex & RELA) !== 0) return true
  if ((pos & CONJ) === 0) return false
  for (let i = m + 1; i < mentions.length && mentions[i].from <= to + 1; i++)
    if (mentions[i].from === to + 1 && mentions[i].form === 'title' && mentions[i].apposedTo < 0) return true
  return false
}

/** «Иван Петров, начальник штаба армии заявил»: no verb before the name, and one behind the title with no mark between, where the second comma was left out. */
function runsIntoVerb({ layers }: Cast, name: Mention, title: Mention): boolean {
  const { tokens, sentences } = layers
  const sentence = sentences.of[name.from]
  for (let i = sentences.from[sentence]; i < name.from; i++)
    if (tokens.kind[i] === KIND_MARK || (reading(layers, i).pos & VERB) !== 0) return false
  for (let i = title.from; i < Math.min(sentences.to[sentence], title.from + LONGEST_TITLE); i++) {
    if (tokens.kind[i] === KIND_MARK) return false
    if ((reading(layers, i).pos & VERB) !== 0) return true
  }
  return false
}

/** In tokens. */
const LONGEST_TITLE = 16

/** «The minister, Ivan Petrov, …»: the name between the marks behind a title, where order shows what stands beside what. */
function nameBehind(cast: Cast, m: number): number {
  const { layers, mentions } = cast
  if (!isOrdered(layers.pack)) return -1
  const { to } = mentions[m]
  const { form, count } = layers.tokens
  if (to + 1 >= count || markClass(form[to]) !== COMMA) return -1
  for (let i = m + 1; i < mentions.length && mentions[i].from <= to + 1; i++) {
    const next = mentions[i]
    if (next.from !== to + 1 || next.form !== 'name' || next.kind !== 'person') continue
    const closing = next.to < count ? markClass(form[next.to]) : STOP
    return closing === COMMA || closing === STOP ? i : -1
  }
  return -1
}

/** «Глава ведомства, вице-премьер Иван Петров», «представитель ведомства полковник Иван Петров»: the title with its name right behind, in the same case and number. */
function titleBehind(cast: Cast, m: number): number {
  const mention = cast.mentions[m]
  if (mention.form !== 'title' || mention.kind !== 'person' || cast.of[m] >= 0) return -1
  const { tokens } = cast.layers
  if (mention.to + 1 >= tokens.count) return -1
  const at = markClass(tokens.form[mention.to]) === COMMA ? mention.to + 1 : mention.to
  for (let i = m + 1; i < cast.mentions.length && cast.mentions[i].from <= at; i++) {
    const next = cast.mentions[i]
    if (next.from !== at || next.form !== 'title' || next.apposedTo < 0 || (next.agr & mention.agr & CASE) === 0)
      continue
    // Without a comma the second could hang on the first: «советник министра Петрова».
    if (
      at === mention.to + 1 ||
      ((next.agr & mention.agr & CASE & ~GENT) !== 0 && (next.agr & mention.agr & NUMBER) !== 0)
    )
      return i
  }
  return -1
}

/** A colleague holds the like office: «президент … со своим соседским коллегой». */
function giveColleagueOffice(cast: Cast, m: number): void {
  const { title, scope } = cast.mentions[m]
  if (title?.office !== 'colleague' || cast.of[m] < 0) return
  const referent = cast.referents[cast.of[m]]
  for (let i = m - 1; i >= 0 && i >= m - 40; i--) {
    const other = cast.referents[cast.of[i]]
    if (other === undefined || other === referent || other.kind !== 'person' || other.offices.length === 0) continue
    const offices = new Set(other.offices.map(fact => fact.office))
    for (const office of offices)
      cast.giveOffice(referent, {
        office,
        scope: { country: scope?.country ?? null, words: [], initials: '', named: false, former: false },
      })
    return
  }
}

/** «Иван Петров, который возглавляет министерство печати»: the person named before the verb heads what follows it. */
function giveHeadedBodies(cast: Cast): void {
  const { layers } = cast
  const { tokens, sentences } = layers
  const { heading } = layers.pack.derive(compileCopulas)
  let m = 0
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.form[token].keys.length === 0) continue
    const limit = sentences.to[sentences.of[token]]
    if (heading.match(tokens.form, token, limit) === null || (reading(layers, token).pos & VERB) === 0) continue
    while (m < cast.mentions.length && cast.mentions[m].from < token) m++
    const person = personBefore(cast, m - 1, sentences.of[token])
    const phrase = token + 1 < limit ? nounPhraseAt(layers, token + 1, limit) : null
    if (person < 0 || phrase === null) continue
    const scope = scopeOf(layers, phrase.from, phrase.from, phrase.to, phrase.from)
    cast.giveOffice(cast.referents[cast.of[person]], { office: 'head', scope })
  }
}

function personBefore(cast: Cast, last: number, sentence: number): number {
  for (let i = last; i >= 0 && i > last - 8 && cast.sentenceOf(cast.mentions[i]) === sentence; i--) {
    const { form, kind, agr } = cast.mentions[i]
    if (form === 'name' && kind === 'person' && (agr & NOMN) !== 0 && cast.of[i] >= 0) return i
  }
  return -1
}

/** «Премьером стал Иван Петров»: a description in the instrumental with a verb of becoming; the person named nearest, in the nominative. */
function subjectOfBecoming(cast: Cast, m: number): number {
  const mention = cast.mentions[m]
  if ((mention.agr & ABLT) === 0) return -1
  const { layers } = cast
  const { tokens, sentences } = layers
  const sentence = cast.sentenceOf(mention)
  const { becoming } = layers.pack.derive(compileCopulas)
  const from = Math.max(sentences.from[sentence], mention.from - 12)
  const to = Math.min(sentences.to[sentence], mention.to + 6)
  let has = false
  for (let token = from; token < to && !has; token++)
    has = tokens.form[token].keys.length > 0 && becoming.match(tokens.form, token, to) !== null
  if (!has || precededByPreposition(cast, mention)) return -1
  let best = -1
  for (let i = Math.max(0, m - 12); i < Math.min(cast.mentions.length, m + 12); i++) {
    const other = cast.mentions[i]
    if (
      other.form !== 'name' ||
      other.kind !== 'person' ||
      cast.sentenceOf(other) !== sentence ||
      (other.agr & NOMN) === 0
    )
      continue
    if (precededByPreposition(cast, other)) continue
    if (best < 0 || Math.abs(other.head - mention.head) < Math.abs(cast.mentions[best].head - mention.head)) best = i
  }
  return best
}

/** «Ivan Petrov has become the premier»: where order tells, a verb of becoming right before the description, and a name before its group. */
function nameBeforeBecoming(cast: Cast, m: number): number {
  const { layers, mentions } = cast
  const floor = cast.floorOf(mentions[m])
  let to = mentions[m].from
  while (to > floor && (reading(layers, to - 1).lex & APRO) !== 0) to--
  let from = becomingBefore(cast, to, floor)
  if (from < 0) return -1
  while (from > floor && (reading(layers, from - 1).pos & (VERBAL | ADVB)) !== 0) from--
  for (let i = m - 1; i >= 0 && i >= m - 5; i--) {
    const name = mentions[i]
    if (name.to === from && name.form === 'name' && name.kind === 'person')
      return precededByPreposition(cast, name) ? -1 : i
  }
  return -1
}

/** First token of the verb of becoming that ends right before `to`: «was sworn in as»; -1 when there is none. */
function becomingBefore({ layers }: Cast, to: number, floor: number): number {
  const { becoming } = layers.pack.derive(compileCopulas)
  for (let token = to - 1; token >= Math.max(floor, to - LONGEST_BECOMING); token--)
    // «Orlova's aide»: what could be «is» owns here.
    if ((reading(layers, token).pos & VERBAL) !== 0 && becoming.match(layers.tokens.form, token, to)?.to === to)
      return token
  return -1
}

const VERBAL = VERB | PRED | PRTS

/** In words. */
const LONGEST_BECOMING = 4

export function precededByPreposition(cast: Cast, mention: Mention): boolean {
  return mention.from > cast.floorOf(mention) && (reading(cast.layers, mention.from - 1).pos & PREP) !== 0
}
