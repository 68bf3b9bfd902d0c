/** Arguments: the phrases of a clause, coordinated ones put in one list, and whose they are. */
import type { LanguagePack } from '../kit.ts'
import { reading } from '../layers.ts'
import type { Phrase } from '../mentions/find-phrases.ts'
import { nounPhraseAt } from '../mentions/noun-phrase.ts'
import type { Scene } from '../quotations/scene.ts'
import { COMMA } from '../text/marks.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import { compileCompoundPrepositions, isInsidePreposition } from '../words/compound-prepositions.ts'
import { ACCS, ADJF, APRO, CASE, CONJ, FIXD, GENT, INFN, NOMN, NUMR, PRTF } from '../words/grammar.ts'
import type { Clause } from './build-clauses.ts'
import type { Argument } from './predicate.ts'

/**
 * The arguments of a stretch of tokens, in order; a phrase in apposition after a comma is left out, and so is what hangs on a participle
 * before its noun («задержанный полицией журналист») unless the participle stands right before the stretch.
 */
export function argumentsIn(scene: Scene, from: number, to: number): Argument[] {
  const { phrases } = scene
  const found: Argument[] = []
  let list: { phrase: Phrase; isListed: boolean }[] = []
  let cases = 0
  const close = (): void => {
    let preposition = ''
    // «с лидером партии, врачом по профессии»: a comma alone explains, it does not list.
    const isList = list.some(({ isListed }) => isListed)
    const number = found.length
    for (const [i, { phrase }] of list.entries()) {
      if (i > 0 && !isList) break
      const part = i === 0 ? compound(scene, phrase) : { phrase, preposition }
      preposition = part.preposition
      found.push({
        phrase: part.phrase,
        cases: isList ? cases : casesOf(scene, part.phrase),
        preposition,
        list: number,
      })
    }
    list = []
  }
  const first = straddling(scene, from, to)
  for (let i = phrases.next[from] - (first === null ? 0 : 1); i < phrases.all.length && phrases.all[i].from < to; i++) {
    const phrase = first !== null && phrases.all[i].from < from ? first : phrases.all[i]
    if (hangsOnParticiple(scene, phrase, from)) continue
    const before = list.at(-1)?.phrase
    const joint = before === undefined ? 'none' : jointOf(scene, before, phrase)
    const shared = cases & phrase.agr & CASE
    if (joint !== 'none' && shared !== 0) {
      list.push({ phrase, isListed: joint === 'conjunction' })
      cases = shared
      continue
    }
    close()
    list.push({ phrase, isListed: false })
    cases = phrase.agr & CASE
  }
  close()
  return found
}

/** «100 стран», «пять министров»: counted things are subjects and objects in the genitive. */
function casesOf(scene: Scene, phrase: Phrase): number {
  // «его», «их» alone: a pronoun, though it is read as the possessive.
  const { pos, lex } = reading(scene.layers, phrase.head)
  if (phrase.from + 1 === phrase.to && (pos & ADJF) !== 0 && (lex & FIXD) !== 0 && (lex & APRO) !== 0)
    return GENT | ACCS
  const cases = phrase.agr & CASE
  return isCounted(scene, phrase) ? cases | NOMN | ACCS : cases
}

/** Whether a bare phrase begins with a number that counts its head. */
export function isCounted({ layers }: Scene, { from, head, agr, preposition }: Phrase): boolean {
  if (preposition >= 0 || from === head || (agr & GENT) === 0) return false
  const { pos, agr: own } = reading(layers, from)
  return layers.tokens.kind[from] === KIND_NUMBER || ((pos & NUMR) !== 0 && (own & (NOMN | ACCS)) !== 0)
}

/** The part that lies in a stretch of a phrase that begins before it: «захватившие посёлок» was read as one phrase. */
function straddling(scene: Scene, from: number, to: number): Phrase | null {
  const { all, next } = scene.phrases
  const before = all[next[from] - 1]
  if (before === undefined || before.to <= from || before.from >= from || before.head < from) return null
  const inner = nounPhraseAt(scene.layers, from, Math.min(to, before.to))
  return inner === null ? null : { ...inner, preposition: -1 }
}

function hangsOnParticiple({ layers, mark }: Scene, { from, preposition }: Phrase, floor: number): boolean {
  const before = (preposition >= 0 ? preposition : from) - 1
  if (before < floor || (reading(layers, before).pos & PRTF) === 0) return false
  return before === 0 || mark[before - 1] !== COMMA
}

/** How a phrase joins the one before: by «и», by a comma, or not at all. */
function jointOf(scene: Scene, before: Phrase, phrase: Phrase): 'conjunction' | 'comma' | 'none' {
  const { mark, layers } = scene
  const between = phrase.preposition >= 0 && phrase.preposition >= before.to ? phrase.preposition : phrase.from
  if (phrase.preposition >= before.to && prepositionOf(scene, before) !== prepositionOf(scene, phrase)) return 'none'
  if (phrase.preposition < 0 && before.preposition >= 0 && mark[before.to] !== COMMA) return 'none'
  let joint: 'conjunction' | 'comma' | 'none' = 'none'
  if (between - before.to > 3) return 'none'
  for (let token = before.to; token < between; token++) {
    if (mark[token] === COMMA) joint = joint === 'none' ? 'comma' : joint
    else if (scene.word('coordinator', token, between) >= 0 && (reading(layers, token).pos & CONJ) !== 0)
      joint = 'conjunction'
    else if (joint !== 'conjunction') return 'none'
  }
  return joint
}

/** The preposition, folded, «со» as «с»; '' for none. */
function prepositionOf(scene: Scene, phrase: Phrase): string {
  return phrase.preposition < 0 ? '' : plainPreposition(scene, phrase.preposition)
}

/** «со» as «с», «об» as «о». */
export function plainPreposition({ layers }: Scene, token: number): string {
  const { folded } = layers.tokens.form[token]
  return layers.pack.derive(compilePrepositionForms).get(folded) ?? folded
}

function compilePrepositionForms(pack: LanguagePack): ReadonlyMap<string, string> {
  const rows = pack.table('prepositions').filter(row => row.of !== '')
  return new Map(rows.map(row => [row.lemma, row.of]))
}

/** Whether a word is the noun of a preposition of several words. */
export function standsInPreposition({ layers }: Scene, token: number): boolean {
  return isInsidePreposition(layers.pack, layers.tokens.form, token)
}

/** «со стороны боевиков»: the preposition is the three words' first two, the phrase the rest; else the phrase as it is. */
function compound(scene: Scene, phrase: Phrase): { phrase: Phrase; preposition: string } {
  const { layers } = scene
  const preposition = prepositionOf(scene, phrase)
  if (phrase.preposition < 0 || layers.tokens.form[phrase.preposition].keys.length === 0) return { phrase, preposition }
  const limit = Math.min(layers.tokens.count, phrase.to + 3)
  const found = layers.pack.derive(compileCompoundPrepositions).match(layers.tokens.form, phrase.preposition, limit)
  if (found === null || found.to >= phrase.to) return { phrase, preposition }
  const inner = nounPhraseAt(layers, found.to, phrase.to)
  return inner === null
    ? { phrase, preposition }
    : { phrase: { ...inner, preposition: phrase.preposition }, preposition: found.row }
}

/** For each head of a clause its own stretch of tokens: from after the last break or coordinator before it to that of the next. */
export function stretchesOf(scene: Scene, clause: Clause): (readonly [from: number, to: number])[][] {
  const { segments, heads } = clause
  const borders: number[] = []
  for (let h = 1; h < heads.length; h++) borders.push(borderBetween(scene, clause, heads[h - 1], heads[h]))
  return heads.map((_, h) => {
    const from = h === 0 ? segments[0].from : borders[h - 1]
    const to = h === heads.length - 1 ? segments[segments.length - 1].to : borders[h]
    const stretch: (readonly [number, number])[] = []
    for (const segment of segments) {
      const start = Math.max(from, segment.from)
      const end = Math.min(to, segment.to)
      if (start >= end) continue
      // Over a comma alone a list may go on: «Россия, США и Франция».
      const before = stretch.at(-1)
      if (before !== undefined && before[1] + 1 === start && scene.mark[before[1]] === COMMA)
        stretch[stretch.length - 1] = [before[0], end]
      else stretch.push([start, end])
    }
    return stretch
  })
}

function borderBetween(scene: Scene, clause: Clause, left: number, right: number): number {
  const { layers, phrases, mark } = scene
  for (let token = right - 1; token > left; token--) {
    const isConjunction = scene.word('coordinator', token, right) >= 0 && (reading(layers, token).pos & CONJ) !== 0
    const starts = clause.segments.some(segment => segment.from === token + 1)
    if (!isConjunction && !(mark[token] === COMMA && starts)) continue
    if (isConjunction || (reading(layers, right).pos & INFN) !== 0) {
      const next = phrases.next[token + 1]
      const before = phrases.all[phrases.next[token] - 1]
      const after = phrases.all[next]
      const joins =
        before !== undefined &&
        after !== undefined &&
        before.to === token &&
        after.from <= token + 2 &&
        after.from < right &&
        (before.agr & after.agr & CASE) !== 0
      if (joins) continue
    }
    return token + 1
  }
  return right
}
