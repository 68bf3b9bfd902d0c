/** Who says it, by the order of words: the phrase before the verb that no preposition governs, or behind a verb that stands first. */
import { reading } from '../../layers.ts'
import type { Phrase } from '../../mentions/find-phrases.ts'
import { CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, SEMICOLON } from '../../text/marks.ts'
import { SHAPE_LOWER } from '../../words/form.ts'
import {
  ADJF,
  ADVB,
  APRO,
  CONJ,
  EXPL,
  GRND,
  INFN,
  NOMN,
  NPRO,
  PER1,
  PER2,
  PER3,
  PLUR,
  PRED,
  PREP,
  PRTS,
  RELA,
  SBRD,
  SING,
  VERB,
} from '../../words/grammar.ts'
import type { SpeakerWords } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { mainVerb } from './main-clause.ts'
import { takesSaying } from './saying-frames.ts'
import { isRelativeUnit, isTimeWord } from './time-word.ts'

/** The words that name a speaker, `self` for «I», «we», «you»; null where nobody is found. */
export type Speaker = SpeakerWords | 'self' | null

/** Tokens looked at to the left of a verb. */
const REACH = 60

/** The subject to the left of a verb group that begins at `verb`, not before `floor`. `shares`: a verb joined by a conjunction may lend its own. */
export function subjectLeft(scene: Scene, verb: number, floor: number, shares = true): Speaker {
  const { layers } = scene
  const stop = Math.max(floor, verb - REACH)
  let at = verb
  let crossed = false
  // «residents worry that»: the verb, read as a noun, ends the phrase.
  const over = scene.phrases.all[scene.phrases.next[verb] - 1]
  if (over !== undefined && over.from >= stop && over.from < verb && over.to === verb + 1) {
    if (over.preposition < 0) return verdict(scene, { from: over.from, to: verb, head: verb - 1 })
    // «data from the survey show that».
    if (over.preposition >= stop) at = over.preposition
  }
  while (at > stop) {
    const before = at - 1
    const mark = scene.mark[before]
    if (mark === COMMA || mark === DASH || mark === CLOSE_BRACKET) {
      const opening = openingOf(scene, before, stop)
      if (opening < 0) return null
      at = opening
      continue
    }
    if (mark !== 0) return null
    const phrase = phraseEnding(scene, at, stop)
    // «Orlova today said»: a bare time is no subject.
    if (
      phrase !== null &&
      phrase.preposition < 0 &&
      (isTimeWord(scene, phrase.head) || isRelativeUnit(scene, phrase.from, phrase.to))
    ) {
      at = phrase.from
      continue
    }
    if (phrase !== null) {
      const chosen = reading(layers, phrase.head)
      if (phrase.preposition < 0 || opensWithAs(scene, phrase.preposition, floor)) {
        const governor = verbBefore(scene, phrase.from, stop)
        if (governor >= 0 && !isSubjectForm(scene, phrase) && !tellsClause(scene, governor)) {
          crossed ||= isPlainlyFinite(scene, governor)
          at = governor
          continue
        }
        // «they took questions from soldiers asked to come»: the clause has its verb, and this is a participle.
        if (crossed && (layers.tokens.form[verb].pos & PRTS) !== 0) return null
        if (isExpletive(scene, phrase)) return null
        const relative = relativeBefore(scene, phrase.from, stop)
        if (relative >= 0 && relative === phrase.from - 1 && (chosen.pos & NPRO) === 0 && governor >= 0) return null
        return verdict(scene, withCoordinated(scene, phrase, stop))
      }
      // «as the opposition threatened», «after a coup toppled»: right before a verb what might be a preposition opens a clause.
      const opens =
        scene.word('as', phrase.preposition, phrase.from) > 0 ||
        scene.word('subordinator', phrase.preposition, phrase.from) > 0
      // «after relatives in the town said»: so does it before circumstances, where the phrase can speak.
      if (opens && (phrase.to === verb || scene.canSpeak(phrase)))
        return verdict(scene, { from: phrase.from, to: phrase.to, head: phrase.head })
      at = Math.min(phrase.preposition, phrase.from)
      continue
    }
    const chosen = reading(layers, before)
    // «the envoy who said»: the noun before the pronoun.
    if ((chosen.lex & RELA) !== 0 && (chosen.pos & NPRO) !== 0) {
      const antecedent = antecedentOf(scene, before, stop)
      if (antecedent !== null) return verdict(scene, antecedent)
      at = before
      if (at > stop && scene.mark[at - 1] === COMMA) at--
      if (at > stop && (reading(layers, at - 1).pos & PREP) !== 0) at--
      continue
    }
    // «the report that says»: with no subject between, the pronoun is the subject, and stands for the noun before it.
    if (scene.word('that', before, at) === at) {
      const antecedent = phraseBeforeTime(scene, before, stop)
      return antecedent === null || (reading(layers, antecedent.head).pos & NPRO) !== 0
        ? null
        : verdict(scene, antecedent)
    }
    if ((chosen.pos & (ADVB | PREP)) !== 0 || layers.tokens.kind[before] === 2) {
      at = before
      continue
    }
    // «militants loyal to the general said»: an adjective with its own words stands behind its noun.
    if (
      (chosen.pos & ADJF) !== 0 &&
      (reading(layers, at).pos & PREP) !== 0 &&
      phraseEnding(scene, before, stop) !== null
    ) {
      at = before
      continue
    }
    // «in the capital and around the country»: a further circumstance.
    if ((chosen.pos & CONJ) !== 0 && at < verb && (reading(layers, at).pos & PREP) !== 0) {
      at = before
      continue
    }
    // «said X and urged Y»: a verb before a conjunction shares its subject.
    if ((chosen.pos & CONJ) !== 0 && (chosen.lex & SBRD) === 0)
      return shares ? joinedSubject(scene, before, stop) : null
    // «the experts they asked said»: a relative clause without its word.
    if ((chosen.pos & (VERB | PRTS)) !== 0) {
      const inner = phraseEnding(scene, before, stop)
      const outer = inner !== null && isSubjectForm(scene, inner) ? phraseEnding(scene, inner.from, stop) : null
      if (outer !== null && outer.preposition < 0) return verdict(scene, withCoordinated(scene, outer, stop))
    }
    if ((chosen.pos & (PRTS | GRND)) !== 0) {
      at = before
      continue
    }
    // «people familiar with the plan said», «those close to him say».
    if (
      at < verb &&
      (layers.tokens.form[before].pos & ADJF) !== 0 &&
      (reading(layers, at).pos & PREP) !== 0 &&
      phraseEnding(scene, before, stop) !== null
    ) {
      at = before
      continue
    }
    // «the soldiers based in the town left»: a past form that no conjunction parts from the verb is a participle.
    if (
      (chosen.pos & VERB) !== 0 &&
      (layers.tokens.form[before].pos & PRTS) !== 0 &&
      phraseEnding(scene, before, stop) !== null
    ) {
      at = before
      continue
    }
    // «the study that appeared in May said»: past the relative clause.
    const relative = (chosen.pos & (VERB | PRED | INFN)) !== 0 ? openingRelative(scene, before, stop) : -1
    if (relative < 0) return null
    at = relative
  }
  return null
}

/** «As the envoy noted», «, as the envoy noted»: `as` behind a mark is a conjunction. */
function opensWithAs(scene: Scene, token: number, floor: number): boolean {
  return scene.word('as', token, token + 1) === token + 1 && (token === floor || scene.mark[token - 1] !== 0)
}

/** What a relative pronoun that is a subject stands for: the phrase right before it, also where a verb or a preposition governs that. */
function antecedentOf(scene: Scene, relative: number, floor: number): SpeakerWords | null {
  const at = relative > floor && scene.mark[relative - 1] === COMMA ? relative - 1 : relative
  const phrase = phraseBeforeTime(scene, at, floor)
  if (phrase === null) return null
  // «members on the coast, who said»: no place is a who.
  if (phrase.preposition > floor && isNoPerson(scene, phrase) && scene.word('someone', relative, relative + 1) > 0) {
    const governed = phraseEnding(scene, phrase.preposition, floor)
    if (governed !== null && !isNoPerson(scene, governed)) return withCoordinated(scene, governed, floor)
  }
  return withCoordinated(scene, phrase, floor)
}

/** A name, but not a person's. */
function isNoPerson(scene: Scene, phrase: Phrase): boolean {
  return phrase.name >= 0 && scene.layers.names[phrase.name].kind !== 'person'
}

/** The relative word of the clause whose verb is at `verb`, right behind a phrase; -1 when there is none. */
function openingRelative(scene: Scene, verb: number, floor: number): number {
  for (let at = verb - 1; at > floor && at > verb - 12; at--) {
    if (scene.mark[at] !== 0) return -1
    const isRelative = (reading(scene.layers, at).lex & RELA) !== 0 || scene.word('that', at, verb) === at + 1
    if (isRelative) return phraseEnding(scene, at, floor) === null ? -1 : at
  }
  return -1
}

/** The phrase that ends right before `at`. */
export function phraseEnding(scene: Scene, at: number, floor: number): Phrase | null {
  const { all, next } = scene.phrases
  for (let i = next[at] - 1; i >= 0 && i >= next[at] - 3; i--) {
    const phrase = all[i]
    if (phrase.from < floor) return null
    if (phrase.to === at) return phrase
    if (phrase.to < at) return null
  }
  return null
}

/** The same, past a bare time: «a letter on Friday that says», «the letter Friday that says». */
function phraseBeforeTime(scene: Scene, at: number, floor: number): Phrase | null {
  const phrase = phraseEnding(scene, at, floor)
  if (phrase === null || !isTimeWord(scene, phrase.from)) return phrase
  const before = phraseEnding(scene, phrase.preposition >= floor ? phrase.preposition : phrase.from, floor)
  return before ?? phrase
}

/** Where the inserted stretch that ends at the mark `close` begins: its opening mark; -1 when there is none. */
function openingOf(scene: Scene, close: number, floor: number): number {
  const opens = scene.mark[close] === CLOSE_BRACKET ? OPEN_BRACKET : scene.mark[close]
  for (let at = close - 1; at > floor; at--) {
    const pair = scene.pairOf[at]
    if (pair >= 0 && scene.pairs[pair].close === at && scene.pairs[pair].open > floor) {
      at = scene.pairs[pair].open
      continue
    }
    if (scene.mark[at] !== opens) continue
    // «Meeks (D-N.Y.), the chairman, said»: a bracket may stand before.
    if (scene.mark[at - 1] === CLOSE_BRACKET || phraseEnding(scene, at, floor) !== null) return at
  }
  return -1
}

/** A finite verb, infinitive or participle right before a phrase takes it as its object. */
function verbBefore(scene: Scene, from: number, floor: number): number {
  if (from <= floor) return -1
  const before = reading(scene.layers, from - 1)
  if (scene.mark[from - 1] !== 0) return -1
  // «elected officials»: a participle that nothing goes before stands beside its noun.
  if ((before.pos & PRTS) !== 0 && (from - 2 < floor || scene.mark[from - 2] !== 0)) return -1
  // «where restructuring experts say»: so does an ing-form at the head of its clause.
  if ((before.pos & GRND) !== 0 && opensHere(scene, from - 1, floor)) return -1
  return (before.pos & (VERB | INFN | PRTS | GRND | PRED)) !== 0 ? from - 1 : -1
}

/** Finite, and in no form a participle. */
function isPlainlyFinite({ layers }: Scene, token: number): boolean {
  return (reading(layers, token).pos & VERB) !== 0 && (layers.tokens.form[token].pos & PRTS) === 0
}

/** «said the leaders demanded»: behind a verb of saying stands the subject of what is said. */
function tellsClause(scene: Scene, verb: number): boolean {
  const cue = scene.cueAt[verb]
  return cue >= 0 && scene.cues[cue].to === verb + 1 && scene.cues[cue].row.frames.has('clause')
}

/** At the head of a clause: behind a mark, a conjunction or a relative word. */
function opensHere(scene: Scene, token: number, floor: number): boolean {
  if (token <= floor || scene.mark[token - 1] !== 0) return true
  const { pos, lex } = reading(scene.layers, token - 1)
  return (pos & CONJ) !== 0 || (lex & (RELA | SBRD)) !== 0
}

/** Pronouns that are subjects by their form. */
function isSubjectForm(scene: Scene, phrase: Phrase): boolean {
  const { pos, agr } = reading(scene.layers, phrase.head)
  return (pos & NPRO) !== 0 && (agr & NOMN) !== 0 && (agr & (PER1 | PER3)) !== 0
}

function isExpletive(scene: Scene, phrase: Phrase): boolean {
  return (reading(scene.layers, phrase.head).lex & EXPL) !== 0
}

function relativeBefore(scene: Scene, from: number, floor: number): number {
  return from > floor && (reading(scene.layers, from - 1).lex & RELA) !== 0 ? from - 1 : -1
}

/** «X said C and added D», «X left, saying C»: the subject of the nearest verb before that has one. */
export function sharedSubject(scene: Scene, before: number, floor: number): Speaker {
  const stop = Math.max(floor, before - REACH)
  for (let at = before - 1; at >= stop; at--) {
    const pair = scene.pairOf[at]
    if (pair >= 0 && scene.pairs[pair].close === at && scene.pairs[pair].open >= stop) {
      at = scene.pairs[pair].open
      continue
    }
    if (scene.mark[at] === SEMICOLON) return null
    if ((reading(scene.layers, at).pos & VERB) === 0 || scene.mark[at] !== 0) continue
    const found = subjectLeft(scene, groupFrom(scene, at, floor), floor, false)
    if (found !== null) return found
  }
  return null
}

/**
 * The subject that a conjunction at `before` hands on: that of the main clause behind a comma, «X left, which hurt, and said C», and for another
 * cue, «X said Y left and added C», unless a relative clause is open.
 */
function joinedSubject(scene: Scene, before: number, floor: number): Speaker {
  const behindComma = before > floor && scene.mark[before - 1] === COMMA
  const cue = scene.cues[scene.cueAt[before + 1]]
  const main =
    behindComma || (cue !== undefined && takesSaying(cue.row))
      ? mainVerb(scene, behindComma ? before - 1 : before, floor)
      : -1
  const isOpen = !behindComma && main >= 0 && holdsRelative(scene, main, before)
  const found = main < 0 ? null : subjectLeft(scene, groupFrom(scene, main, floor), floor, false)
  const near = found === null || isOpen ? sharedSubject(scene, before, floor) : found
  // «X praised the raid that killed a general and said C»: no raid says anything.
  return isOpen && found !== null && isThing(scene, near) && !isThing(scene, found) ? found : near
}

/** Words that name nobody who could speak. */
function isThing(scene: Scene, speaker: Speaker): boolean {
  if (speaker === null || speaker === 'self') return false
  const phrase = scene.phrases.all[scene.phrases.next[speaker.from]]
  return phrase?.from === speaker.from && !scene.canSpeak(phrase)
}

function holdsRelative(scene: Scene, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (scene.mark[token] === 0 && (reading(scene.layers, token).lex & RELA) !== 0) return true
  return false
}

function groupFrom(scene: Scene, verb: number, floor: number): number {
  let from = verb
  while (
    from > floor &&
    scene.mark[from - 1] === 0 &&
    (reading(scene.layers, from - 1).pos & (PRED | ADVB | VERB)) !== 0
  )
    from--
  return from
}

/** «Orlova and Petrov said»: both. */
function withCoordinated(scene: Scene, phrase: Phrase, floor: number): SpeakerWords {
  const own = { from: withNameBefore(scene, phrase, floor), to: phrase.to, head: phrase.head }
  if (phrase.from - 1 <= floor || scene.word('coordinator', phrase.from - 1, phrase.from) !== phrase.from) return own
  const other = phraseEnding(scene, phrase.from - 1, floor)
  if (other === null || other.preposition >= 0 || !scene.canSpeak(other) || !scene.canSpeak(phrase)) return own
  if (verbBefore(scene, other.from, floor) >= 0) return own
  return { from: other.from, to: phrase.to, head: phrase.from - 1 }
}

/** «an Orlova aide said», «Air Force general Petrov said»: a name right before a noun or a title belongs to it. */
function withNameBefore(scene: Scene, phrase: Phrase, floor: number): number {
  const { form } = scene.layers.tokens
  const mayFollow = form[phrase.from].shape === SHAPE_LOWER || scene.isTitleNoun(phrase.from)
  if (!mayFollow || (reading(scene.layers, phrase.from).lex & APRO) !== 0) return phrase.from
  const before = phraseEnding(scene, phrase.from, floor)
  const isName = before !== null && before.name >= 0 && before.preposition < 0
  return isName && verbBefore(scene, before.from, floor) < 0 ? before.from : phrase.from
}

function verdict(scene: Scene, words: SpeakerWords): Speaker {
  // «says that residents complain»: before a plural the word is no determiner.
  const isThat = words.head > words.from && scene.word('that', words.from, words.head) === words.from + 1
  const speaker =
    isThat && (reading(scene.layers, words.head).agr & (PLUR | SING)) === PLUR
      ? { ...words, from: words.from + 1 }
      : words
  const { pos, agr } = reading(scene.layers, speaker.head)
  return (pos & NPRO) !== 0 && (agr & (PER1 | PER2)) !== 0 ? 'self' : speaker
}

/** The subject behind a verb that ends before `from`: «said the envoy». */
export function subjectRight(scene: Scene, from: number, limit: number): { speaker: Speaker; to: number } | null {
  const phrase = scene.phrases.all[scene.phrases.next[from]]
  if (phrase === undefined || phrase.from !== from || phrase.to > limit || phrase.preposition >= 0) return null
  const { pos, agr } = reading(scene.layers, phrase.head)
  if ((pos & NPRO) !== 0 && (agr & NOMN) === 0) return null
  // «, said Tuesday»: when, not who.
  if (isTimeWord(scene, phrase.from) && isTimeWord(scene, phrase.head)) return null
  let to = phrase.to
  // «said Orlova, the envoy,»: what stands beside the name belongs to it.
  const beside = scene.phrases.all[scene.phrases.next[to + 1]]
  if (
    to + 1 < limit &&
    scene.mark[to] === COMMA &&
    beside !== undefined &&
    beside.from === to + 1 &&
    beside.to <= limit
  ) {
    const end = beside.to
    if (end >= limit || scene.mark[end] !== 0 || (reading(scene.layers, end).pos & PREP) !== 0) to = end
  }
  return { speaker: verdict(scene, { from: phrase.from, to: phrase.to, head: phrase.head }), to }
}
