/** Reported speech by the order of words: `X said (that) C`, `C, X said`, `C1, X said, C2`, `X promised to C`, `X called it «C»`. */
import { reading } from '../../layers.ts'
import type { Span } from '../../span.ts'
import { CLOSE_BRACKET, COLON, COMMA, DASH, OPEN_BRACKET, SEMICOLON, STOP } from '../../text/marks.ts'
import { ADVB, CONJ, GRND, INFN, NPRO, PRCL, PREP, RELA, SBRD } from '../../words/grammar.ts'
import type { Cue } from '../cues.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import {
  attributionOf,
  beginsClause,
  holdsFinite,
  type OrderedAttribution,
  pastAdjuncts,
} from './attribution-by-order.ts'
import { verbGroup } from './cues-by-order.ts'
import { subjectLeft } from './subject-by-order.ts'

/** What a cue reports in the tokens `floor`..`limit` of its sentence, or null. */
export function reportByOrder(scene: Scene, cue: Cue, floor: number, limit: number): Quotation | null {
  const { frames } = cue.row
  const attribution = attributionOf(scene, cue, floor, limit)
  if (attribution === null) return null
  if (frames.has('clause') || frames.has('that') || frames.has('parenthesis')) {
    const found = clause(scene, attribution, floor, limit)
    if (found !== null) return found
  }
  if (frames.has('infinitive')) {
    const found = infinitive(scene, attribution, limit)
    if (found !== null) return found
  }
  return frames.has('fragment') || frames.has('quote') ? fragments(scene, attribution, limit) : null
}

function clause(scene: Scene, attribution: OrderedAttribution, floor: number, limit: number): Quotation | null {
  const { cue } = attribution
  const at = pastAdjuncts(scene, attribution, limit)
  const that = at < limit ? scene.word('that', at, limit) : -1
  // «When X said that C, …»: the clause ends with its comma.
  const before = attribution.from - 1
  if (that >= 0 && before === floor && (reading(scene.layers, before).lex & (SBRD | RELA)) !== 0) {
    let comma = that
    while (comma < limit && scene.mark[comma] !== COMMA) comma++
    limit = comma
  }
  if ((cue.row.frames.has('clause') || cue.row.frames.has('that')) && that >= 0 && !attribution.inverted) {
    return make(scene, attribution, [scene.span(that, contentEnd(scene, that, limit))], 'clause')
  }
  const mark = at < limit ? scene.mark[at] : STOP
  if (mark === STOP || mark === COMMA || mark === DASH || mark === SEMICOLON || at >= limit) {
    if (!cue.row.frames.has('parenthesis')) return null
    // `X said, «that», C`: a comma right behind the verb opens what is said where nothing stands before.
    return parenthesis(scene, attribution, at, floor, limit)
  }
  if (mark === COLON && !attribution.inverted && holdsFinite(scene, at + 1, limit))
    return make(scene, attribution, [scene.span(at + 1, contentEnd(scene, at + 1, limit))], 'colon')
  if (attribution.inverted || !(cue.row.frames.has('clause') || cue.row.frames.has('that'))) return null
  // «seekers found in the water»: without `that` a circumstance is no clause.
  if (cue.row.frames.has('that') && (reading(scene.layers, at).pos & PREP) !== 0) return null
  if (scene.mark[at] !== 0 ? !opensMarks(scene, at) : !beginsClause(scene, at)) return null
  const end = contentEnd(scene, at, limit)
  return holdsClause(scene, at, end) ? make(scene, attribution, [scene.span(at, end)], 'clause-bare') : null
}

/** Whether what begins at `from` is a clause without `that`: its verb comes before any comma, or a circumstance opens it. */
function holdsClause(scene: Scene, from: number, to: number): boolean {
  const { pos, lex } = reading(scene.layers, from)
  if ((pos & (PREP | ADVB)) !== 0 || (lex & SBRD) !== 0) return holdsFinite(scene, from, to)
  for (let token = from; token < to; token++) {
    const pair = scene.pairOf[token]
    if (pair >= 0 && scene.pairs[pair].open === token) return holdsFinite(scene, token, to)
    if (scene.mark[token] === COMMA && holdsFinite(scene, from, token)) return true
    if (scene.mark[token] === COMMA) {
      token = endOfInsertion(scene, token, to)
      if (token < 0) return false
      continue
    }
    if (scene.mark[token] === 0 && holdsFinite(scene, token, token + 1)) return true
  }
  return false
}

/** The comma that closes an inserted stretch right before the verb, or -1. */
function endOfInsertion(scene: Scene, comma: number, to: number): number {
  for (let token = comma + 1; token + 1 < to; token++)
    if (scene.mark[token] === COMMA) return holdsFinite(scene, token + 1, Math.min(to, token + 4)) ? token : -1
  return -1
}

function opensMarks(scene: Scene, token: number): boolean {
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].open === token
}

/** `C, X said.` and `C1, X said, C2`. */
function parenthesis(
  scene: Scene,
  attribution: OrderedAttribution,
  at: number,
  floor: number,
  limit: number,
): Quotation | null {
  const before = attribution.from - 1
  const leads = before > floor && endsStretch(scene, before)
  const left = leads ? pastConnectors(scene, floor, before) : before
  const parts: (Span | null)[] = []
  if (leads && left < before) {
    if (!holdsWords(scene, left, before)) return null
    parts.push(scene.span(left, scene.mark[before] === COMMA || scene.mark[before] === DASH ? before : before + 1))
  } else if (attribution.inverted && attribution.from > floor) return null
  if (at < limit && (scene.mark[at] === COMMA || scene.mark[at] === DASH) && !isAside(scene, at + 1, limit)) {
    const end = contentEnd(scene, at + 1, limit)
    if (leads || holdsFinite(scene, at + 1, end)) parts.push(scene.span(at + 1, end))
  }
  if (parts.length === 0 || (!leads && attribution.inverted)) return null
  // «On Friday, he said»: a circumstance alone is nothing said.
  if (parts.length === 1 && leads && !holdsFinite(scene, left, before)) return null
  return make(scene, attribution, parts, 'parenthesis')
}

/** A comma, a dash, or a closing mark with a comma inside it. */
function endsStretch(scene: Scene, token: number): boolean {
  if (scene.mark[token] === COMMA || scene.mark[token] === DASH) return true
  const pair = scene.pairOf[token]
  return pair >= 0 && scene.pairs[pair].close === token && scene.mark[token - 1] === COMMA
}

function holdsWords(scene: Scene, from: number, to: number): boolean {
  let words = 0
  for (let token = from; token < to; token++) if (scene.mark[token] === 0) words++
  return words >= 2
}

/** «But», «Meanwhile,»: not what is said. */
export function pastConnectors(scene: Scene, floor: number, limit: number): number {
  let at = floor
  while (at < limit) {
    const next = Math.max(scene.word('connector', at, limit), scene.word('coordinator', at, limit))
    if (next < 0) break
    at = next
    if (at < limit && scene.mark[at] === COMMA) at++
  }
  return at
}

/** What follows an attribution and is the narrator's: «, adding that», «, who», «, citing». */
function isAside(scene: Scene, token: number, limit: number): boolean {
  if (token >= limit) return true
  const { pos, lex } = reading(scene.layers, token)
  if ((pos & GRND) !== 0 || ((lex & RELA) !== 0 && (pos & ADVB) === 0)) return true
  return (pos & CONJ) !== 0 && (lex & SBRD) === 0 && scene.cueAt[token + 1] >= 0
}

/** First token after content that begins at `from`: the sentence's end, or where the narrator speaks again. */
export function contentEnd(scene: Scene, from: number, limit: number): number {
  let brackets = 0
  const outer = scene.pairOf[from - 1] ?? -1
  for (let token = from; token < limit; token++) {
    const pair = scene.pairOf[token]
    if (
      pair >= 0 &&
      pair !== outer &&
      scene.pairs[pair].open === token &&
      scene.pairs[pair].closed &&
      scene.pairs[pair].close < limit
    ) {
      token = scene.pairs[pair].close
      if (token + 1 < limit && scene.mark[token - 1] === COMMA && returns(scene, token + 1, limit)) return token + 1
      continue
    }
    const mark = scene.mark[token]
    if (mark === OPEN_BRACKET) brackets++
    else if (mark === CLOSE_BRACKET && --brackets < 0) return token
    else if (mark === SEMICOLON) return token
    else if ((mark === COMMA || mark === DASH) && returns(scene, token + 1, limit)) return token
    else if (mark === 0 && isJoinedCue(scene, token, limit)) return token
  }
  let end = limit
  while (end > from && scene.mark[end - 1] === STOP) end--
  return end
}

/** After a comma: another attribution, or the narrator. */
function returns(scene: Scene, at: number, limit: number): boolean {
  if (at >= limit) return true
  const { pos, lex } = reading(scene.layers, at)
  const cue = scene.cueAt[at]
  if (cue >= 0 && (pos & GRND) !== 0) return true
  const start = (pos & CONJ) !== 0 && ((lex & SBRD) === 0 || scene.word('subordinator', at, limit) >= 0) ? at + 1 : at
  // «, and added that», «, but Kabul denied»: another cue with the same or another subject right there.
  for (let token = start; token < Math.min(limit, start + 14); token++) {
    if (scene.mark[token] !== 0 && token > start) break
    const index = scene.cueAt[token]
    if (index < 0) continue
    const next = scene.cues[index]
    if ((next.verbReading.pos & (GRND | INFN)) !== 0) break
    const group = verbGroup(scene.layers, next.verb, next.verbReading, () => false)
    if (!group.speaks) break
    if (group.from === start) return start > at || scene.mark[at - 1] === COMMA
    const subject = subjectLeft(scene, group.from, start)
    // A pronoun is rather the speaker again, in what he says.
    return (
      subject !== null &&
      subject !== 'self' &&
      subject.from === start &&
      (reading(scene.layers, subject.head).pos & NPRO) === 0
    )
  }
  return scene.phraseCueAt(at)
}

/** «and called for», «and said»: a cue right behind a conjunction goes on with the narrator's subject. */
function isJoinedCue(scene: Scene, token: number, limit: number): boolean {
  if (scene.word('coordinator', token, limit) !== token + 1 || token + 1 >= limit) return false
  const index = scene.cueAt[token + 1]
  if (index < 0) return false
  const next = scene.cues[index]
  // «to write and suggest»: a base form goes on with the infinitive.
  if (scene.layers.tokens.form[next.verb].readings.some(r => (r.pos & INFN) !== 0)) return false
  return (next.verbReading.pos & INFN) === 0 && verbGroup(scene.layers, next.verb, next.verbReading, () => false).speaks
}

/** `X promised to C`, `X urged Y to C`. */
function infinitive(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  if (attribution.inverted) return null
  let at = attribution.to
  const phrase = scene.phrases.all[scene.phrases.next[at]]
  if (attribution.cue.row.frames.has('object') && phrase !== undefined && phrase.from === at && phrase.to <= limit)
    at = phrase.to
  while (at < limit && (reading(scene.layers, at).pos & ADVB) !== 0 && scene.mark[at] === 0) at++
  const negation = scene.word('negation', at, limit)
  const to = negation > 0 ? negation : at
  if (to + 1 >= limit || (reading(scene.layers, to).pos & PRCL) === 0) return null
  let verb = to + 1
  while (verb < limit && (reading(scene.layers, verb).pos & ADVB) !== 0) verb++
  if (verb >= limit || (reading(scene.layers, verb).pos & INFN) === 0) return null
  return make(scene, attribution, [scene.span(at, contentEnd(scene, to + 1, limit))], 'infinitive')
}

/** Words in marks in the sentence of a cue: `called it «useful»`. */
function fragments(scene: Scene, attribution: OrderedAttribution, limit: number): Quotation | null {
  const parts: Span[] = []
  for (let token = attribution.to; token < limit; token++) {
    if (scene.cueAt[token] >= 0 && parts.length === 0 && token > attribution.to) return null
    const pair = scene.pairOf[token]
    if (pair < 0 || scene.pairs[pair].open !== token || !scene.pairs[pair].closed || scene.pairs[pair].close >= limit)
      continue
    const { close } = scene.pairs[pair]
    const first = scene.layers.tokens.form[token + 1].text.charAt(0)
    const part = scene.span(token + 1, close)
    const naming = attribution.cue.row.frames.has('fragment')
    if (part !== null && first === first.toLowerCase() && (naming || close - token > 2)) parts.push(part)
    token = close
  }
  if (parts.length === 0) return null
  return { ...base(attribution, 'fragment'), kind: 'mixed', parts }
}

function base({ cue, speaker }: OrderedAttribution, rule: string): Omit<Quotation, 'kind' | 'parts'> {
  return { cue: { from: cue.from, to: cue.to }, act: cue.row.act, speaker, rule: `${cue.row.row} ${rule}` }
}

function make(
  scene: Scene,
  attribution: OrderedAttribution,
  spans: readonly (Span | null)[],
  rule: string,
): Quotation | null {
  const parts = spans.filter(span => span !== null)
  if (parts.length === 0) return null
  const { text } = scene.layers.document
  const marked = parts.some(part => holdsMarks(text.slice(part.start, part.end)))
  const whole = parts.map(part => withoutOuterMarks(text, part))
  const direct = parts.every((part, i) => whole[i] !== part)
  return { ...base(attribution, rule), kind: direct ? 'direct' : marked ? 'mixed' : 'indirect', parts: whole }
}

function holdsMarks(text: string): boolean {
  return text.includes('"') || text.includes('“')
}

/** A content that is wholly in marks stays without them. */
function withoutOuterMarks(text: string, part: Span): Span {
  const inner = text.slice(part.start + 1, part.end - 1)
  const opens = '"“'.includes(text.charAt(part.start))
  const closes = '"”'.includes(text.charAt(part.end - 1))
  return opens && closes && !holdsMarks(inner) && !inner.includes('”')
    ? { start: part.start + 1, end: part.end - 1 }
    : part
}
