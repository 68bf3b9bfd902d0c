/**
 * Noun phrases by the order of words: modifiers, nouns (the last is the head), a name in apposition («Foreign Minister Ivan Petrov»), an
 * owner before («the army's commander»), and what `of` adds («the head of the mission»).
 */
import { type Layers, reading } from '../../layers.ts'
import { countryAdjective } from '../../names/countries.ts'
import { compileNameTables } from '../../names/order/name-tables.ts'
import { compileClauseWords } from '../../quotations/clause-words.ts'
import { compileCues } from '../../quotations/cues.ts'
import { isDayAt, isTimeWordAt } from '../../quotations/order/time-word.ts'
import { GAP_NONE, KIND_LINK, KIND_MARK, KIND_NUMBER } from '../../text/tokens.ts'
import { type Reading, SHAPE_CAPITAL, SHAPE_LOWER } from '../../words/form.ts'
import {
  ADJF,
  ADVB,
  ANIM,
  APRO,
  CASE,
  CLIT,
  CONJ,
  EXPL,
  GENDER,
  GRND,
  NOUN,
  NPRO,
  NUMB,
  NUMBER,
  NUMR,
  PERSON,
  PRCL,
  PREP,
  PRTS,
  RELA,
  VERB,
} from '../../words/grammar.ts'
import { compileDescriptions } from '../descriptions.ts'
import { agrOfName } from '../name-agreement.ts'
import type { NounPhrase } from '../noun-phrase.ts'

const LONGEST = 40
const DEEPEST = 3

export function nounPhraseByOrder(layers: Layers, from: number, end: number, depth = 0): NounPhrase | null {
  const { tokens, names, nameOf } = layers
  const { honorifics } = layers.pack.derive(compileNameTables)
  const limit = Math.min(end, from + LONGEST)
  if (from >= limit) return null
  if (tokens.kind[from] === KIND_LINK)
    return { from, to: from + 1, head: from, agr: CASE | NUMBER, name: -1, after: from + 1 }
  const first = reading(layers, from)
  if (isPronoun(first) && nameOf[from] < 0)
    return {
      from,
      to: from + 1,
      head: from,
      agr: first.agr & (CASE | NUMBER | GENDER | PERSON),
      name: -1,
      after: from + 1,
    }
  // «demanded that President Orlova resign»: before a name it opens a clause.
  const { that, measure } = layers.pack.derive(compileClauseWords)
  if (
    from + 1 < limit &&
    that.match(tokens.form, from, from + 1) !== null &&
    tokens.form[from + 1].shape === SHAPE_CAPITAL
  )
    return null
  let at = from
  let head = -1
  let name = -1
  let modifier = -1
  while (at < limit) {
    const named = nameOf[at]
    if (named >= 0 && names[named].from === at && names[named].to <= limit) {
      const isPerson = names[named].kind === 'person'
      if (head >= 0 && name >= 0 && names[name].kind === 'person') break
      // «on the Western Post Orlova said»: a body's or place's name alone is no title.
      if (isPerson && head >= 0 && name >= 0 && names[name].to === at && names[name].kind !== 'country') break
      // «On 23 March Orlova called»: a day is no title.
      if (head >= 0 && name < 0 && isTimeWordAt(layers, head)) break
      // «in an interview Orlova said»: no interview bears her name.
      if (isPerson && head >= 0 && name < 0 && !mayBear(layers, head)) break
      if (isPerson && head >= 0 && name < 0) {
        name = named
        // «Mr. Petrov» is Petrov.
        if (honorifics.has(tokens.form[head].folded)) head = at
        at = names[named].to
      } else {
        head = at
        name = named
        at = names[named].to
      }
      if (isPerson && !isClitic(layers, at, limit)) break
      continue
    }
    const kind = tokens.kind[at]
    const chosen = reading(layers, at)
    if (kind === KIND_MARK) {
      // «Gen. Smith», «U.S. troops»: the dot of a short form goes on; «1,000 refugees»: so does a number.
      const goesOn = at > from && tokens.gap[at] === GAP_NONE && at + 1 < limit && tokens.kind[at + 1] !== KIND_MARK
      if (!goesOn || (tokens.form[at].text !== '.' && !isInNumber(layers, at))) break
      at++
      continue
    }
    if (isClitic(layers, at, limit)) {
      if (head < 0 || !mayFollowOwner(layers, at + 1, limit)) break
      head = -1
      name = -1
      modifier = at
      at++
      continue
    }
    // «Iran today threatened»: a bare time is no part of the name before it; «a landmark hearing Wednesday»: nor of the noun.
    if (isNoun(chosen) && isTimeWordAt(layers, at)) {
      if (name >= 0 || (head >= 0 && isDayAt(layers, at) && !isTimeWordAt(layers, head))) break
    }
    if (isNoun(chosen)) {
      head = at
      name = -1
      at = pastTitle(layers, at, limit)
      continue
    }
    // «Turkish and Greek officials», «military and civilian staff»: modifiers of one noun.
    if ((chosen.pos & CONJ) !== 0 && at + 1 < limit && joinsModifiers(layers, at, head, modifier, limit)) {
      if (head === at - 1) {
        head = -1
        name = -1
      }
      modifier = at
      at++
      continue
    }
    if (head >= 0 && modifier < head) break
    if (isModifier(layers, at, from, limit, chosen, kind)) {
      modifier = at
      at++
      continue
    }
    break
  }
  if (head < 0) {
    // «Many said», «two of them», «those».
    if (modifier < 0 || isClitic(layers, modifier, limit)) return null
    const stands = reading(layers, modifier)
    if ((stands.pos & (NUMR | NUMB)) === 0 && (stands.lex & APRO) === 0) return null
    // «eight of ten voters».
    const counts = (stands.pos & (NUMR | NUMB)) !== 0 && withOf(layers, modifier + 1, limit, depth) > modifier + 1
    if ((stands.agr & PERSON) !== 0 || (!counts && isArticle(layers, modifier))) return null
    head = modifier
    at = modifier + 1
  }
  const after = at
  // «tens of thousands of students»: who is counted.
  if (
    name < 0 &&
    tokens.form[head].keys.length > 0 &&
    measure.match(tokens.form, head, limit) !== null &&
    depth < DEEPEST
  ) {
    const counted = partOf(layers, after, limit, depth)
    if (counted !== null) return { ...counted, from }
  }
  const chosen = reading(layers, head)
  const agr =
    nameOf[head] >= 0 && names[nameOf[head]].from === head
      ? agrOfName(layers, nameOf[head])
      : chosen.agr & (CASE | NUMBER | GENDER)
  // «accused Norway of shelling»: what `of` adds to a bare name belongs to the verb.
  const isName =
    name >= 0 && names[name].from === from && (names[name].kind === 'country' || names[name].kind === 'person')
  return {
    from,
    to: isName ? after : withOf(layers, after, limit, depth),
    head,
    agr: agr || CASE | NUMBER,
    name,
    after,
  }
}

/** «Secretary of State Anna Orlova»: past what `of` adds inside a title's wording, so that the name stands beside the whole; else past the noun. */
function pastTitle(layers: Layers, at: number, limit: number): number {
  const { form } = layers.tokens
  if (at + 2 >= limit || form[at].keys.length === 0 || form[at + 1].keys.length === 0) return at + 1
  const { partitive } = layers.pack.derive(compileClauseWords)
  if (partitive.match(form, at + 1, limit) === null) return at + 1
  return layers.pack.derive(compileDescriptions).titles.match(form, at, limit)?.to ?? at + 1
}

/** What `of` adds to the phrase that ends at `at`. */
function withOf(layers: Layers, at: number, limit: number, depth: number): number {
  return partOf(layers, at, limit, depth)?.to ?? at
}

/** The phrase behind `of` at a token, or null. */
function partOf(layers: Layers, at: number, limit: number, depth: number): NounPhrase | null {
  if (depth >= DEEPEST || at + 1 >= limit) return null
  const { partitive } = layers.pack.derive(compileClauseWords)
  if (partitive.match(layers.tokens.form, at, limit) === null) return null
  return nounPhraseByOrder(layers, at + 1, limit, depth + 1)
}

/** Whether a conjunction joins two modifiers: an adjective stands before it, or a country's, and an adjective with its noun behind. */
function joinsModifiers(layers: Layers, at: number, head: number, modifier: number, limit: number): boolean {
  const { tokens, pack } = layers
  if (at + 2 >= limit || pack.derive(compileClauseWords).coordinator.match(tokens.form, at, limit) === null)
    return false
  if ((reading(layers, at + 1).pos & ADJF) === 0 || (reading(layers, at + 1).lex & APRO) !== 0) return false
  if ((reading(layers, at + 2).pos & (NOUN | ADJF)) === 0 && layers.nameOf[at + 2] < 0) return false
  const before = reading(layers, at - 1)
  if (head < 0) return modifier === at - 1 && (before.pos & ADJF) !== 0 && (before.lex & APRO) === 0
  const isOfCountry = (token: number): boolean => countryAdjective(pack, tokens.form[token]) !== null
  return head === at - 1 && isOfCountry(head) && isOfCountry(at + 1)
}

/** Whether a noun may stand before a person's name: it names a person or an office, or is a name itself. */
function mayBear(layers: Layers, head: number): boolean {
  const { tokens, nameOf, pack } = layers
  if (nameOf[head] >= 0) return true
  const form = tokens.form[head]
  if ((form.agr & ANIM) !== 0 || form.shape !== SHAPE_LOWER) return true
  const { titles } = pack.derive(compileDescriptions)
  return titles.match(tokens.form, head, tokens.count) !== null
}

function isPronoun({ pos, lex }: Reading): boolean {
  return (pos & NPRO) !== 0 && (lex & (RELA | EXPL)) === 0
}

function isNoun({ pos }: Reading): boolean {
  return (pos & NOUN) !== 0
}

function isClitic(layers: Layers, at: number, limit: number): boolean {
  if (at >= limit) return false
  const { tokens } = layers
  if ((reading(layers, at).lex & CLIT) !== 0) return true
  // «the rebels' demand»: a bare apostrophe behind a plural.
  if (tokens.kind[at] !== KIND_MARK || tokens.gap[at] !== GAP_NONE || at + 1 >= limit) return false
  const mark = tokens.form[at].text
  return (mark === "'" || mark === '’') && tokens.gap[at + 1] !== GAP_NONE && tokens.form[at - 1].folded.endsWith('s')
}

/** The comma of «1,000», the stroke of «9/11». */
function isInNumber({ tokens: { form, kind, gap } }: Layers, at: number): boolean {
  return (
    (form[at].text === ',' || form[at].text === '/') &&
    kind[at - 1] === KIND_NUMBER &&
    kind[at + 1] === KIND_NUMBER &&
    gap[at + 1] === GAP_NONE
  )
}

function mayFollowOwner(layers: Layers, at: number, limit: number): boolean {
  if (at >= limit || layers.tokens.kind[at] === KIND_MARK) return false
  const { pos } = reading(layers, at)
  return layers.nameOf[at] >= 0 || (pos & (NOUN | ADJF | NUMR | NUMB | PRTS | GRND | ADVB)) !== 0
}

/** Determiners, adjectives, numbers; participles and adverbs only where a noun follows. */
function isModifier(layers: Layers, at: number, from: number, limit: number, chosen: Reading, kind: number): boolean {
  if (kind === KIND_NUMBER || (chosen.pos & (NUMR | NUMB)) !== 0) return true
  if ((chosen.pos & ADJF) !== 0) return at + 1 < limit || (chosen.lex & APRO) !== 0
  const isParticiple = (chosen.pos & PRTS) !== 0 || isParticipleAtHead(layers, at, chosen)
  const inside = at > from || (isParticiple && opensPhrase(layers, at))
  if (!inside || at + 1 >= limit) return false
  const next = reading(layers, at + 1)
  const goesOn = layers.nameOf[at + 1] >= 0 || (next.pos & (NOUN | ADJF)) !== 0
  // «with and opened an embassy»: before an article it is a verb.
  if (isParticiple || (chosen.pos & GRND) !== 0) return goesOn && (next.lex & APRO) === 0
  return (chosen.pos & ADVB) !== 0 && (next.pos & (ADJF | PRTS | NUMR)) !== 0
}

/** «, elected officials said»: read as a verb, but it has no subject, and a plain noun follows. */
function isParticipleAtHead(layers: Layers, at: number, chosen: Reading): boolean {
  if ((chosen.pos & VERB) === 0 || (layers.tokens.form[at].pos & PRTS) === 0 || !opensPhrase(layers, at)) return false
  // «, said officials»: a verb of saying stands before its subject.
  const cue = layers.pack.derive(compileCues).verbs.match(layers.tokens.form, at, at + 1)
  return cue === null || !(cue.row.frames.has('parenthesis') || cue.row.frames.has('quote'))
}

/** Nothing a participle could be the verb of stands before: «retired General Orlova». */
function opensPhrase(layers: Layers, at: number): boolean {
  if (at === layers.sentences.from[layers.sentences.of[at]]) return true
  if (layers.tokens.kind[at - 1] === KIND_MARK) return true
  return (reading(layers, at - 1).pos & (PREP | CONJ | PRCL)) !== 0
}

/** «the», «a», «no»: never alone. */
function isArticle(layers: Layers, at: number): boolean {
  return layers.tokens.form[at].readings.length === 1
}
