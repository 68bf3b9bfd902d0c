/** Who says what the words over a duty say: who does the verb, whose the noun is («the sides’ commitment», «the call by the council»). */
import type { Predicate } from '../clauses/predicate.ts'
import { isOrdered } from '../language.ts'
import { reading } from '../layers.ts'
import { CLOSE_BRACKET, COMMA, EITHER_QUOTE, mayCloseQuote, OPEN_BRACKET } from '../text/marks.ts'
import { GAP_NONE } from '../text/tokens.ts'
import { ABLT, ADJECTIVAL, CLIT, LOCT, NOUN, NPRO, NUMR, PER3, PLUR, VERBAL } from '../words/grammar.ts'
import type { Operator } from './operators.ts'
import type { Found, SentenceView } from './sentence-view.ts'

/** Words between an owner and what is his, between a title and the name behind its comma. */
const REACH = 6
const TITLE = 14

/** Head of who does the verb: its subject, or the body in which people do it («в министерстве назвали»); -1: nobody is named. */
export function speakerOf(view: SentenceView, predicate: Predicate): number {
  const { layers, clauses } = view
  const { subjects, objects, governed, passive, reading: chosen } = predicate
  // «was demanded by the council»: not what is demanded.
  if (passive && isOrdered(layers.pack)) return objects.find(({ cases }) => cases === ABLT)?.phrase.head ?? -1
  const whom = isOrdered(layers.pack) ? antecedent(view, predicate) : null
  if (whom !== null) return whom
  if (subjects.length > 0) return isSomebody(view, subjects[0].phrase.head) ? subjects[0].phrase.head : -1
  if (isOrdered(layers.pack)) return quotedBefore(view, predicate) ?? interrupted(view, predicate) ?? -1
  if ((chosen.agr & PLUR) === 0) return -1
  const place = governed.find(
    ({ phrase, cases }) =>
      (cases & LOCT) !== 0 &&
      (clauses.scene.isBodyNoun(phrase.head) || layers.names[phrase.name]?.kind === 'organisation'),
  )
  return place?.phrase.head ?? -1
}

/** «Many of the incidents»: a word of number is nobody. */
function isSomebody({ layers }: SentenceView, head: number): boolean {
  if (!isOrdered(layers.pack)) return true
  const { pos, agr } = reading(layers, head)
  if (layers.nameOf[head] >= 0) return true
  return (pos & (NUMR | ADJECTIVAL)) === 0 && ((pos & NPRO) === 0 || (agr & PER3) !== 0)
}

/** «“Joint Centre” guaranteed»: the name within marks of quotation right before the verb. */
function quotedBefore({ clauses, from }: SentenceView, predicate: Predicate): number | null {
  const { mark } = clauses.scene
  const at = predicate.from - 1
  if (at <= from || !mayCloseQuote(mark[at])) return null
  const index = clauses.phraseOf(at - 1)
  return index >= 0 && clauses.phrase(index).preposition < 0 ? clauses.phrase(index).head : null
}

/** «the commander (based in the north), who denied it»: whom the relative clause is about. */
function antecedent(view: SentenceView, { head, subjects }: Predicate): number | null {
  const clause = view.clauseOf(head)
  if (clause === null || clause.opener !== 'relative') return null
  if (subjects.some(({ phrase }) => phrase.from >= clause.segments[0].from)) return null
  const { scene } = view.clauses
  let at = clause.segments[0].from - 1
  if (at > view.from && scene.mark[at] === COMMA) at--
  if (scene.mark[at] === CLOSE_BRACKET) while (at > view.from && scene.mark[at] !== OPEN_BRACKET) at--
  if (scene.mark[at] === OPEN_BRACKET) at--
  const index = at < view.from ? -1 : view.clauses.phraseOf(at)
  return index < 0 ? null : view.clauses.phrase(index).head
}

/** «The envoy, along with others, also called on the sides»: what the sentence begins with, where no verb has it. */
function interrupted({ sentence, clauses }: SentenceView, { from }: Predicate): number | null {
  const first = sentence.clauses[0]
  if (first === undefined || first.heads.length > 0 || first.segments[0].to > from) return null
  const index = clauses.phraseOf(first.segments[0].from)
  if (index < 0) return null
  const { head, preposition, to } = clauses.phrase(index)
  return preposition < 0 && clauses.scene.mark[to] === COMMA ? head : null
}

/** Head of whose the noun of an operator is, or -1: right behind it «by X», before it a possessive. */
export function ownerOf({ layers, clauses, from: floor }: SentenceView, { from, to }: Found<Operator>): number {
  if (!isOrdered(layers.pack)) return -1
  if (clauses.scene.word('agent', to, to + 1) > 0) {
    const index = clauses.phraseOf(to + 1)
    return index < 0 ? -1 : clauses.phrase(index).head
  }
  for (let at = from - 1; at > floor && at > from - REACH; at--) {
    const { pos, lex } = reading(layers, at)
    // «the army’s», «the sides’»
    const isMark = clauses.scene.mark[at] === EITHER_QUOTE && layers.tokens.gap[at] === GAP_NONE
    if ((lex & CLIT) !== 0 || isMark) return at - 1
    if ((pos & (NOUN | VERBAL)) !== 0) return -1
  }
  return -1
}

/** «the head of the mission, Anna Lund, deplored»: the person that stands in apposition to a title with head `token`, or the token itself. */
export function namedBeside({ layers, clauses, to }: SentenceView, token: number): number {
  const own = layers.nameOf[token] < 0 ? null : layers.names[layers.nameOf[token]]
  // A name of several words is a person’s own, and the next one in a list.
  if (!isOrdered(layers.pack) || (own !== null && own.to - own.from > 1)) return token
  const { mark } = clauses.scene
  for (let at = token + 1; at < to && at < token + TITLE; at++) {
    if (mark[at] === COMMA) {
      for (let start = at + 1; start < to && start < at + 4 && mark[start] === 0; start++) {
        const name = layers.nameOf[start] < 0 ? null : layers.names[layers.nameOf[start]]
        if (name?.kind === 'person') return mark[name.to] === COMMA ? name.to - 1 : token
      }
      return token
    }
    if (mark[at] !== 0 || (reading(layers, at).pos & VERBAL) !== 0) return token
  }
  return token
}
