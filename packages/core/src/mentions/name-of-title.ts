/** The person's name that a title waits for, behind what hangs on the title: prepositional phrases, genitives that «и» joins, another name. */
import { indexedName, type Layers, reading } from '../layers.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, ANIM, CASE, CONJ, GENT, NOUN, PLUR, PREP, SBRD, SING } from '../words/grammar.ts'
import { agreesInCaseAndNumber, agrOfName } from './name-agreement.ts'
import { MAX_DEPTH, type NounPhrase, nounPhraseAt } from './noun-phrase.ts'
import { pastClosingMark } from './quoted-name.ts'

/**
 * The token of a person's name that agrees with a title over the title's prepositional phrases: «посол страны в союзе Иван Петров»,
 * «кандидат от партии 50-летний Иван Петров»; or -1.
 */
export function nameBeyond(layers: Layers, start: number, limit: number, headAgr: number, depth: number): number {
  let at = start
  for (let steps = 0; steps < 4 && at < limit; steps++) {
    const named = indexedName(layers, at)
    if (named >= 0 && layers.names[named].kind === 'person') {
      return layers.names[named].from === at && agreesInCaseAndNumber(agrOfName(layers, named), headAgr) ? at : -1
    }
    const { pos, agr } = reading(layers, at)
    if ((pos & PREP) !== 0) {
      const inner = at + 1 < limit ? nounPhraseAt(layers, at + 1, limit, 0, depth + 2) : null
      if (inner === null || (inner.name >= 0 && layers.names[inner.name].kind === 'person')) return -1
      at = pastSecond(layers, inner, limit, depth)
    } else if ((pos & ADJECTIVAL) !== 0 && (agr & headAgr & CASE) !== 0 && layers.tokens.kind[at] === KIND_WORD) at++
    else return -1
  }
  return -1
}

/** «министр по труду и занятости Иван Петров»: past a second phrase in the case of the first, or the end of the first. */
function pastSecond(layers: Layers, first: NounPhrase, limit: number, depth: number): number {
  if (first.to + 1 >= limit || (reading(layers, first.to).pos & CONJ) === 0) return first.to
  const second = nounPhraseAt(layers, first.to + 1, limit, first.agr & CASE, depth + 2)
  const isPerson = second !== null && second.name >= 0 && layers.names[second.name].kind === 'person'
  return second === null || isPerson ? first.to : second.to
}

/**
 * «министр энергетики и промышленности»: past a second genitive that «и» joins to the one before `at`, below a title of one
 * person; else `at`. Under a title in the genitive the second could hang higher up, so there the person's name must follow.
 */
export function pastJoined(layers: Layers, at: number, limit: number, headAgr: number, depth: number): number {
  const isTitle = (headAgr & ANIM) !== 0 && (headAgr & SING) !== 0 && (headAgr & PLUR) === 0
  if (!isTitle || depth >= MAX_DEPTH - 1 || at + 1 >= limit || layers.tokens.kind[at] !== KIND_WORD) return at
  const joint = reading(layers, at)
  if ((joint.pos & CONJ) === 0 || (joint.lex & SBRD) !== 0 || indexedName(layers, at + 1) >= 0) return at
  const second = nounPhraseAt(layers, at + 1, limit, GENT, depth + 1, headAgr)
  if (second === null || second.name >= 0) return at
  const { pos, agr } = reading(layers, second.head)
  if ((pos & NOUN) === 0 || (agr & CASE) !== GENT || (agr & ANIM) !== 0) return at
  if ((headAgr & GENT) === 0) return second.to
  const named = second.to < limit ? indexedName(layers, second.to) : -1
  const isNamed = named >= 0 && layers.names[named].kind === 'person' && layers.names[named].from === second.to
  return isNamed && agreesInCaseAndNumber(agrOfName(layers, named), headAgr) ? second.to : at
}

/** «гражданин Чехии и США 25-летний Иван Петров»: past a second country or body that «и» joins, where the person's name follows; else `at`. */
export function pastJoinedName(layers: Layers, at: number, limit: number, headAgr: number, depth: number): number {
  const isTitle = (headAgr & ANIM) !== 0 && (headAgr & SING) !== 0 && (headAgr & PLUR) === 0
  if (!isTitle || at + 2 >= limit || (reading(layers, at).pos & CONJ) === 0) return at
  const next = indexedName(layers, at + 1)
  if (next < 0 || layers.names[next].from !== at + 1 || layers.names[next].kind === 'person') return at
  if ((agrOfName(layers, next) & GENT) === 0) return at
  const after = pastClosingMark(layers, layers.names[next], limit)
  return nameBeyond(layers, after, limit, headAgr, depth) >= 0 ? after : at
}

/** «врач Мишель Росси Анна Бауэр»: of two names the second is the title's, the first hangs on it. */
export function isFollowedByName(layers: Layers, at: number, headAgr: number): boolean {
  if (at >= layers.tokens.count || !isNameStart(layers, at)) return false
  const next = indexedName(layers, at)
  return layers.names[next].kind === 'person' && agreesInCaseAndNumber(agrOfName(layers, next), headAgr)
}

/** Whether a name begins at this token. */
export function isNameStart(layers: Layers, at: number): boolean {
  const named = indexedName(layers, at)
  return named >= 0 && layers.names[named].from === at
}
