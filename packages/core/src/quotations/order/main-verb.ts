/**
 * Whether a stretch is a clause of its own: a subject and its finite verb, beside those of relative and subordinate clauses. «announced the
 * plan that failed» reports a plan, «announced the plan failed» what became of it.
 */
import { reading } from '../../layers.ts'
import { COLON, COMMA, DASH, SEMICOLON } from '../../text/marks.ts'
import { SHAPE_LOWER } from '../../words/form.ts'
import { ADVB, APRO, EXPL, GRND, NOMN, NOUN, NPRO, PRED, PREP, RELA, SBRD, VERB } from '../../words/grammar.ts'
import type { Scene } from '../scene.ts'
import { isTimeWord } from './time-word.ts'

export function hasMainVerb(scene: Scene, from: number, to: number): boolean {
  const { layers } = scene
  const first = reading(layers, from)
  // A circumstance or a subordinate clause at the head may end with a comma, a subject with its insertion only.
  const leads = (first.pos & (PREP | ADVB)) !== 0 || (first.lex & SBRD) !== 0
  // Relative and subordinate clauses that still wait for their verb. A question word at the head opens the clause itself.
  let waiting = 0
  let subject = (first.pos & GRND) !== 0
  for (let token = from; token < to; token++) {
    const mark = scene.mark[token]
    if (mark === SEMICOLON || mark === COLON) return false
    if (mark === COMMA || mark === DASH) {
      if (leads) {
        waiting = 0
        continue
      }
      token = endOfInsertion(scene, token, to)
      if (token < 0) return false
      continue
    }
    if (mark !== 0) continue
    const { pos, lex } = reading(layers, token)
    if (isFiniteAt(scene, token)) {
      // «knew this and discussed it»: a verb behind a conjunction has its subject before the cue.
      if (token > from && scene.word('coordinator', token - 1, token) === token) continue
      if (waiting > 0) waiting--
      else if (subject) return true
      continue
    }
    if ((lex & EXPL) !== 0 || isSubject(scene, token)) subject = true
    if (token === from && isQuestionWord(scene, token, to)) {
      subject = true
      continue
    }
    if (
      (lex & (RELA | SBRD)) !== 0 ||
      scene.word('that', token, to) === token + 1 ||
      isBareRelative(scene, token, from) ||
      opensWithAs(scene, token, to)
    )
      waiting++
    else if ((pos & NPRO) !== 0) subject = true
  }
  return false
}

/** A finite verb that begins its group: «would», not «be» of «would be». */
function isFiniteAt(scene: Scene, token: number): boolean {
  if (scene.mark[token] !== 0 || (reading(scene.layers, token).pos & (VERB | PRED)) === 0) return false
  // «in May»
  return scene.layers.tokens.form[token].shape === SHAPE_LOWER || !isTimeWord(scene, token)
}

/** A phrase begins here that no preposition governs. */
function isSubject(scene: Scene, token: number): boolean {
  const phrase = scene.phrases.all[scene.phrases.next[token]]
  return phrase !== undefined && phrase.from === token && phrase.preposition < 0
}

function isQuestionWord(scene: Scene, token: number, to: number): boolean {
  return scene.word('whether', token, to) >= 0 || scene.word('question', token, to) >= 0
}

/** «the number I need»: a subject pronoun right behind a noun opens a relative clause without its word. */
function isBareRelative(scene: Scene, token: number, from: number): boolean {
  if (token === from || scene.mark[token - 1] !== 0) return false
  if (isBehindPhrase(scene, token, from)) return true
  const { pos, agr } = reading(scene.layers, token)
  if ((pos & NPRO) === 0 || (agr & NOMN) === 0) return false
  return (reading(scene.layers, token - 1).pos & NOUN) !== 0
}

/** «the steps the council has taken»: a phrase with its article right behind another that is neither a name nor a time. */
function isBehindPhrase(scene: Scene, token: number, from: number): boolean {
  const { all, next } = scene.phrases
  const index = next[token]
  if (index === 0 || all[index]?.from !== token || (reading(scene.layers, token).lex & APRO) === 0) return false
  const before = all[index - 1]
  const isThing = before.name < 0 && before.preposition < 0 && !isTimeWord(scene, before.head)
  return isThing && before.from === from && before.to === token && !scene.canSpeak(before)
}

/** «a closer race as the army gains ground»: `as` before a subject and its verb. */
function opensWithAs(scene: Scene, token: number, to: number): boolean {
  if (scene.word('as', token, to) !== token + 1) return false
  const phrase = scene.phrases.all[scene.phrases.next[token + 1]]
  return phrase !== undefined && phrase.from === token + 1 && phrase.to < to && isFiniteAt(scene, phrase.to)
}

/** The comma that closes an inserted stretch right before the verb, or -1. */
function endOfInsertion(scene: Scene, comma: number, to: number): number {
  for (let token = comma + 1; token + 1 < to; token++) {
    if (scene.mark[token] !== COMMA && scene.mark[token] !== DASH) continue
    for (let verb = token + 1; verb < Math.min(to, token + 4); verb++) {
      if (isFiniteAt(scene, verb)) return token
      // «, after voters faced»: a clause of its own.
      if ((reading(scene.layers, verb).lex & (SBRD | RELA)) !== 0) break
    }
    return -1
  }
  return -1
}
