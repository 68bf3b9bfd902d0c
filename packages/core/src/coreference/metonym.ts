/** When a capital or seat stands for its government: where it acts, as a subject, an addressee or a party, not where things happen. */
import { type Layers, reading } from '../layers.ts'
import type { Mention } from '../mentions/mention.ts'
import { KIND_WORD } from '../text/tokens.ts'
import type { Reading } from '../words/form.ts'
import {
  ACCS,
  ADJECTIVAL,
  ADJS,
  CASE,
  CONJ,
  DATV,
  FIXD,
  GENT,
  NOMN,
  NOUN,
  NPRO,
  PRCL,
  PRED,
  PREP,
  TRAN,
  VERB,
} from '../words/grammar.ts'
import type { Cast } from './cast.ts'
import { compileCopulas } from './copulas.ts'

/** Words between a subject and its verb, prepositional phrases left out. */
const REACH = 6
/** Words of such a phrase. */
const LONGEST_PHRASE = 4
/** Words of the longest wording that makes a party of a place. */
const LONGEST_WORDING = 3

export function isMetonym(cast: Cast, m: number): boolean {
  if (cast.speaks[m] >= 0) return true
  const { layers } = cast
  const mention = cast.mentions[m]
  const floor = cast.floorOf(mention)
  const { party } = layers.pack.derive(compileCopulas)
  for (let from = mention.from - 1; from >= Math.max(floor, mention.from - LONGEST_WORDING); from--) {
    if (party.match(layers.tokens.form, from, mention.from)?.to === mention.from) return true
  }
  const before = mention.from > floor ? reading(layers, mention.from - 1) : null
  if (before !== null && (before.pos & PREP) !== 0) return false
  if (pairedWithMetonym(cast, m)) return true
  const limit = layers.sentences.to[cast.sentenceOf(mention)]
  if (isAddressee(layers, mention, before, limit)) return true
  if ((mention.agr & NOMN) === 0 || (reading(layers, mention.from).agr & NOMN) === 0) return false
  return acts(layers, pastPartner(cast, m), limit)
}

/** «пригрозил Парижу», «передал Баку карты»: to whom; a name that does not decline needs an object behind it. */
function isAddressee(layers: Layers, { from, to, agr }: Mention, before: Reading | null, limit: number): boolean {
  const own = reading(layers, from)
  if ((own.lex & FIXD) === 0) {
    // «по старому Парижу» is a place, «городу Парижу» a town.
    const isOther =
      before !== null && ((before.pos & ADJECTIVAL) !== 0 || ((before.pos & NOUN) !== 0 && (before.agr & DATV) !== 0))
    return (agr & DATV) !== 0 && (own.agr & CASE) === DATV && !isOther
  }
  if (before === null || (before.pos & VERB) === 0 || (before.agr & TRAN) === 0 || to >= limit) return false
  const next = reading(layers, to)
  return (next.pos & (NOUN | ADJECTIVAL)) !== 0 && (next.agr & CASE) === ACCS
}

/** «Баку и Ереван договорились», «ни Париж, ни Берлин …»: where the second of two such names ends; else where this one does. */
function pastPartner(cast: Cast, m: number): number {
  const { layers, mentions } = cast
  const { to, agr } = mentions[m]
  const next = mentions[m + 1]
  const name = next === undefined || next.name < 0 ? undefined : layers.names[next.name]
  if (name === undefined || (name.seatOf === null && name.country === null) || (next.agr & agr & NOMN) === 0) return to
  let joins = 0
  for (let token = to; token < next.from; token++) {
    if (layers.tokens.kind[token] === KIND_WORD && (reading(layers, token).pos & (CONJ | PRCL)) === 0) return to
    joins++
  }
  return joins > 0 && joins <= 2 ? next.to : to
}

/** Whether a verb, or a word like «готова», follows with no other noun before it; prepositional phrases may stand between. */
function acts(layers: Layers, from: number, limit: number): boolean {
  let steps = 0
  for (let token = from; token < limit && steps < REACH; token++) {
    const { pos } = reading(layers, token)
    if ((pos & (VERB | ADJS | PRED)) !== 0) return true
    if ((pos & PREP) !== 0) {
      const noun = nounAfter(layers, token + 1, limit)
      if (noun < 0) return false
      token = pastGenitives(layers, noun, limit)
    } else if ((pos & NOUN) !== 0) return false
    steps++
  }
  return false
}

function nounAfter(layers: Layers, from: number, limit: number): number {
  for (let token = from; token < Math.min(limit, from + LONGEST_PHRASE); token++) {
    const { pos } = reading(layers, token)
    if ((pos & (NOUN | NPRO)) !== 0) return token
    if ((pos & ADJECTIVAL) === 0) return -1
  }
  return -1
}

/** «о продлении пятилетнего мандата»: the last word of what hangs on a noun. */
function pastGenitives(layers: Layers, noun: number, limit: number): number {
  let last = noun
  for (let token = noun + 1; token < Math.min(limit, noun + LONGEST_PHRASE); token++) {
    const { pos, agr } = reading(layers, token)
    if ((pos & (NOUN | ADJECTIVAL)) === 0 || (agr & GENT) === 0) break
    last = token
  }
  return last
}

/** «Баку и Ереван»: the second goes with the first. */
function pairedWithMetonym(cast: Cast, m: number): boolean {
  const mention = cast.mentions[m]
  for (let i = m - 1; i >= 0 && i >= m - 3; i--) {
    const before = cast.mentions[i]
    if (
      before.form !== 'name' ||
      before.to !== mention.from - 1 ||
      cast.layers.tokens.kind[mention.from - 1] !== cast.layers.tokens.kind[mention.from]
    )
      continue
    return cast.rule[i] === 'metonym/seat'
  }
  return false
}
