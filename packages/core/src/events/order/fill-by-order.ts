/** Who stands behind a thing, and who is asked to do it, by the order of words. */
import type { Clauses } from '../../clauses/clauses.ts'
import type { Argument, Predicate } from '../../clauses/predicate.ts'
import { type Layers, reading } from '../../layers.ts'
import type { NounPhrase } from '../../mentions/noun-phrase.ts'
import { nounPhraseByOrder } from '../../mentions/order/noun-phrase-by-order.ts'
import { countryAdjective } from '../../names/countries.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { Scene } from '../../quotations/scene.ts'
import { ABLT, ACCS, CLIT, GRND, INFN, PRTS } from '../../words/grammar.ts'
import { compileEventPatterns } from '../event-patterns.ts'
import type { Filler } from '../fill-roles.ts'

/** Tokens between a verb and its `that`. */
const REACH = 8

/**
 * Who stands behind a thing, list by list: «the northern government's refusal», «an Australian ultimatum»; «the positions of the rebels» and who
 * stands behind these; a name anywhere in it («the right of Russian troops»); «crimes committed by the army».
 */
export function ownersByOrder(clauses: Clauses, thing: NounPhrase, depth = 0): Filler[][] {
  const { layers } = clauses
  const { from, to, head, after } = thing
  const lists: Filler[][] = []
  const clitic = lastClitic(layers, from, head)
  const owner = clitic < 0 ? null : nounPhraseByOrder(layers, from, clitic)
  if (owner !== null) lists.push([asFiller(owner)], namedIn(layers, from, clitic, head))
  lists.push(namedIn(layers, clitic < 0 ? from : clitic + 1, Math.min(to, after), head))
  const inner = after + 1 < to && !suffers(layers, head) ? nounPhraseByOrder(layers, after + 1, to, 1) : null
  if (inner !== null) {
    lists.push([asFiller(inner)])
    if (depth < DEEPEST) lists.push(...ownersByOrder(clauses, inner, depth + 1))
  }
  lists.push(agentsBehind(clauses, to), intendedFor(clauses.scene, to))
  return lists
}

/** «condemned the shelling of the hospital»: behind a word of the tables of events that takes an object `of` says to whom it is done. */
function suffers(layers: Layers, head: number): boolean {
  const { tokens, pack } = layers
  if (tokens.form[head].keys.length === 0) return false
  const patterns = pack.derive(compileEventPatterns)
  const found = patterns.match(tokens.form, head, head + 1, reading(layers, head).lemma)
  return found?.rows.some(({ frame }) => frame.recipient.includes('object') || frame.recipient.includes('of')) === true
}

/** Phrases in phrases. */
const DEEPEST = 3

function asFiller(phrase: NounPhrase): Filler {
  return { argument: { phrase: { ...phrase, preposition: -1 }, cases: ACCS, preposition: '', list: 0 } }
}

/** The last mark of possession before a head, or -1. */
function lastClitic(layers: Layers, from: number, head: number): number {
  for (let token = head - 1; token > from; token--) if ((reading(layers, token).lex & CLIT) !== 0) return token
  return -1
}

/** Names and countries' adjectives in a stretch. */
function namedIn(layers: Layers, from: number, to: number, head: number): Filler[] {
  const found: Filler[] = []
  for (let token = from; token < to; token++) {
    const name = layers.nameOf[token]
    if (name >= 0 && layers.names[name].from === token) {
      const { to: end } = layers.names[name]
      found.push(asFiller({ from: token, to: end, head: token, agr: 0, name, after: end }))
    } else if (token !== head && countryAdjective(layers.pack, layers.tokens.form[token]) !== null) {
      found.push({ token })
    }
  }
  return found
}

/** «a camp for refugees»: for whom a thing is meant. */
function intendedFor(scene: Scene, token: number): Filler[] {
  const phrase = scene.phrases.all[scene.phrases.next[token]]
  return phrase !== undefined && phrase.preposition === token && scene.word('intended', token, phrase.from) > 0
    ? [asFiller(phrase)]
    : []
}

/** «property seized by the army»: who does what a participle right behind tells. */
function agentsBehind(clauses: Clauses, token: number): Filler[] {
  const { layers } = clauses
  if (token >= layers.tokens.count || (layers.tokens.form[token].pos & PRTS) === 0) return []
  const predicate = clauses.at(token)
  if (predicate === null || predicate.from !== token) return []
  const { passive, objects, governed } = predicate
  // Behind a noun a past form may have been read as a verb: «a letter sent by the envoy».
  const agents = passive
    ? objects.filter(({ cases }) => cases === ABLT)
    : governed.filter(
        ({ phrase }) => phrase.preposition >= 0 && clauses.scene.word('agent', phrase.preposition, phrase.from) > 0,
      )
  return agents.map(argument => ({ argument }))
}

/** «offered to negotiate with the president», «threatened to break relations with Moscow»: whom the deed told of behind the verb concerns. */
export function concernedByOrder(clauses: Clauses, predicate: Predicate): readonly Argument[] {
  const { scene, layers } = clauses
  const limit = Math.min(scene.sentenceTo(predicate.head), predicate.head + FAR)
  for (let token = predicate.head + 1; token < limit; token++) {
    if (scene.mark[token] !== 0 || scene.word('subordinator', token, limit) >= 0) return []
    if ((reading(layers, token).pos & (INFN | GRND)) === 0) continue
    const deed = clauses.at(token)
    if (deed === null || (deed.kind !== 'gerund' && deed.governor?.head !== predicate.head)) continue
    // «roads leading to the town»: a participle of the object is no deed.
    if (deed.kind === 'gerund' && deed.subjectFrom === 'own' && deed.subjects.some(({ phrase }) => phrase.to === token))
      continue
    return [...deed.objects, ...deed.governed.filter(({ preposition }) => preposition !== 'of')]
  }
  return []
}

/** Tokens behind a verb within which its deed begins. */
const FAR = 12

/** «demanded that Hamas renounce»: the subject of the clause that says what is asked for. */
export function subjectOfThat(
  { scene }: Clauses,
  { head, objects }: Predicate,
  companion: NounPhrase | null = null,
): Argument[] {
  const limit = Math.min(scene.sentenceTo(head), head + REACH)
  for (let token = head + 1; token < limit; token++) {
    const after = scene.word('that', token, limit)
    if (after < 0) continue
    // «demanded an admission that the army left»: what is admitted is not asked for.
    const tells = objects.some(
      ({ phrase }) => phrase.from < token && phrase.from !== companion?.from && !isTimeWord(scene, phrase.head),
    )
    return companion === null && tells ? [] : subjectAt(scene, after)
  }
  return []
}

/** «threatened to leave if the rebels attack»: the subject of the clause that says on what condition. */
export function subjectOfCondition({ scene }: Clauses, { head }: Predicate): Argument[] {
  const limit = scene.sentenceTo(head)
  for (let token = head + 1; token < limit; token++) {
    const after = scene.word('condition', token, limit)
    if (after >= 0) return subjectAt(scene, after)
  }
  return []
}

function subjectAt({ phrases }: Scene, token: number): Argument[] {
  const phrase = phrases.all[phrases.next[token]]
  return phrase !== undefined && phrase.from === token ? [{ phrase, cases: ACCS, preposition: '', list: 0 }] : []
}
