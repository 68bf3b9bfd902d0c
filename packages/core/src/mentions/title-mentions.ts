/** Descriptions by office or role that the table of titles knows: «глава правительства», «бывший российский президент Иван Петров». */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { countryAdjective } from '../names/countries.ts'
import { opensQuote } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { isInsidePreposition } from '../words/compound-prepositions.ts'
import { ADJECTIVAL, ANIM, agrees, CASE, CLIT, GENDER, GENT, NOUN, NUMBER, PLUR, SING } from '../words/grammar.ts'
import type { PhraseMatch, PhraseTable } from '../words/phrases.ts'
import { baseOfPhrase } from './base-form.ts'
import { compileDescriptions, type Title } from './descriptions.ts'
import type { Phrases } from './find-phrases.ts'
import { type Mention, makeMention } from './mention.ts'
import { agrOfName } from './name-agreement.ts'
import { nounPhraseAt } from './noun-phrase.ts'
import { isPaucal } from './paucal.ts'
import { scopeOf } from './scope.ts'

/** Adds them to the mentions, of which the first are the names in their order; their heads to `described`. */
export function addTitles(layers: Layers, phrases: Phrases, mentions: Mention[], described: Set<number>): void {
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
    const from = phraseEdge(layers, phrases, head) ?? leftEdge(layers, token, sentences.from[sentences.of[token]])
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
    mentions.push(
      makeMention({
        from,
        to: wordsEnd,
        head,
        form: 'title',
        kind: ((agr & PLUR) !== 0 && (agr & SING) === 0) || isPaucal(layers, head) ? 'group' : 'person',
        agr: agr & (CASE | NUMBER | GENDER),
        base: baseOfPhrase(layers, from, wordsEnd, head),
        title: found.row,
        scope: scopeOf(layers, from, found.to, wordsEnd, token),
        apposedTo: name,
        rule: found.row.row,
      }),
    )
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

/** Where order tells: all that stands before one person in the phrase, «the port authority's spokesman»; null where no phrase has this head. */
function phraseEdge(layers: Layers, { all, next }: Phrases, head: number): number | null {
  if (!isOrdered(layers.pack) || (reading(layers, head).agr & PLUR) !== 0) return null
  const phrase = all[next[head]]?.from === head ? all[next[head]] : all[next[head] - 1]
  return phrase !== undefined && phrase.head === head && phrase.from <= head ? phrase.from : null
}

function startsOrganisation(layers: Layers, token: number): boolean {
  const name = layers.names[layers.nameOf[token]]
  return name.kind === 'organisation' && name.from === token
}
