/** Who stands behind a thing, and who is asked to do it, by the order of words. */
import type { Clauses } from '../../clauses/clauses.ts'
import type { Argument, Predicate } from '../../clauses/predicate.ts'
import { type Layers, reading } from '../../layers.ts'
import type { NounPhrase } from '../../mentions/noun-phrase.ts'
import { countryAdjective } from '../../names/countries.ts'
import { ACCS, GRND, INFN } from '../../words/grammar.ts'
import type { Filler } from '../fill-roles.ts'

/** Tokens between a verb and its `that`. */
const REACH = 8

/** «an Australian ultimatum», «Haiti's efforts», «the right of Russian troops»: names and countries' adjectives inside a phrase. */
export function ownersByOrder(layers: Layers, { from, to, head, after }: NounPhrase): Filler[] {
  const found: Filler[] = []
  for (let token = from; token < to; token++) {
    const name = layers.nameOf[token]
    if (name >= 0 && layers.names[name].from === token) {
      const { to: end } = layers.names[name]
      const phrase = { from: token, to: end, head: token, agr: 0, name, after: end, preposition: -1 }
      found.push({ argument: { phrase, cases: ACCS, preposition: '', list: 0 } })
    } else if (token !== head && token < after && countryAdjective(layers.pack, layers.tokens.form[token]) !== null) {
      found.push({ token })
    }
  }
  return found
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
    // Whom it is done with or to says more than what is done.
    const others = deed.governed.filter(({ preposition }) => preposition !== 'of')
    return others.length > 0 ? others : deed.objects
  }
  return []
}

/** Tokens behind a verb within which its deed begins. */
const FAR = 12

/** «demanded that Hamas renounce»: the subject of the clause that says what is asked for. */
export function subjectOfThat({ scene }: Clauses, { head }: Predicate): Argument[] {
  const limit = Math.min(scene.sentenceTo(head), head + REACH)
  for (let token = head + 1; token < limit; token++) {
    const after = scene.word('that', token, limit)
    if (after < 0) continue
    const phrase = scene.phrases.all[scene.phrases.next[after]]
    return phrase !== undefined && phrase.from === after ? [{ phrase, cases: ACCS, preposition: '', list: 0 }] : []
  }
  return []
}
