/** The phrases behind a predicate that are its arguments: bare ones are objects, until a preposition comes. */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import { isTimeWord } from '../../quotations/order/time-word.ts'
import type { Scene } from '../../quotations/scene.ts'
import { COMMA, OPEN_BRACKET } from '../../text/marks.ts'
import { ACCS, CONJ, GRND, INFN, PRED, PRTS, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Argument } from '../predicate.ts'
import { pastAside } from './aside.ts'
import { REACH } from './bounds.ts'
import { followsObject } from './reduced-clause.ts'

interface Behind {
  readonly argument: Argument
  readonly isAgent: boolean
}

/** The phrases behind a predicate, to the next clause: bare ones are objects, until a preposition comes. */
export function argumentsBehind(scene: Scene, from: number, limit: number): Behind[] {
  const { layers, phrases } = scene
  const found: Behind[] = []
  const end = Math.min(limit, from + REACH)
  let list = 0
  let closed = false
  let hasObject = false
  let at = from
  while (at < end) {
    const phrase = phrases.all[phrases.next[at]]
    if (phrase !== undefined && phrase.from === at) {
      const preposition = phrase.preposition < 0 ? '' : layers.tokens.form[phrase.preposition].folded
      const joins = joinsList(scene, found.at(-1)?.argument.phrase, phrase)
      const before = found.at(-1)?.argument
      const own = joins && preposition === '' && before !== undefined ? before.preposition : preposition
      if (!joins) list++
      // «lifted on Monday the state of emergency»: a heavy object waits.
      const waits =
        preposition === '' &&
        !hasObject &&
        follows(scene, found.at(-1)?.argument.phrase, at) &&
        !isTimeWord(scene, phrase.head)
      hasObject ||= own === '' && !isTimeWord(scene, phrase.head)
      if (own !== '' || !closed || joins || waits) {
        const isAgent = phrase.preposition >= 0 && scene.word('agent', phrase.preposition, limit) > 0
        found.push({ argument: { phrase, cases: ACCS, preposition: own, list }, isAgent })
      }
      if (own !== '') closed = true
      at = phrase.to
      continue
    }
    const { pos, lex } = reading(layers, at)
    const past = scene.mark[at] === OPEN_BRACKET ? pastAside(scene, at, end) : -1
    if (past >= 0) {
      at = past
      continue
    }
    if (scene.mark[at] !== 0 && scene.mark[at] !== COMMA) break
    if (scene.mark[at] === 0) {
      if ((pos & (VERB | PRED)) !== 0) {
        // «observed 12 tanks and the sides withdrew», «said the sides withdrew»: what stands right before a verb is its subject;
        // «expelled two men based in the town»: unless it is a participle.
        // «after the relatives in the town said»: so does what might have been a preposition.
        const opened = found.findLastIndex(({ argument }) => opensClause(scene, argument.phrase))
        if (opened >= 0) found.length = opened
        const last = found.at(-1)?.argument.phrase
        if (last !== undefined && last.to === at && last.preposition < 0 && !followsObject(scene, from - 1, last, at))
          found.pop()
        break
      }
      if ((lex & (SBRD | RELA)) !== 0 || scene.word('that', at, limit) > 0) break
      if ((pos & (INFN | GRND | PRTS)) !== 0) break
    }
    at++
  }
  return found
}

function opensClause(scene: Scene, { preposition, from }: Phrase): boolean {
  return (
    preposition >= 0 && (scene.word('subordinator', preposition, from) > 0 || scene.word('as', preposition, from) > 0)
  )
}

/** Right behind a phrase, or behind what only measures: «from the town more than 100 people». */
function follows(scene: Scene, before: Phrase | undefined, at: number): boolean {
  return before !== undefined && (before.to === at || scene.word('quantity', before.to, at) === at)
}

function joinsList(scene: Scene, before: Phrase | undefined, phrase: Phrase): boolean {
  if (before === undefined || phrase.preposition >= 0) return false
  for (let token = before.to; token < phrase.from; token++) {
    if (scene.mark[token] === COMMA) continue
    const { pos, lex } = reading(scene.layers, token)
    if ((pos & CONJ) === 0 || (lex & SBRD) !== 0) return false
  }
  return phrase.from > before.to
}
