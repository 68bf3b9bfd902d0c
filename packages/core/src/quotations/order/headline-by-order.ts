/** A speaker and a colon: headlines («X: C»), and the lines of a transcript. */
import { COLON, EITHER_QUOTE, STOP } from '../../text/marks.ts'
import { KIND_MARK } from '../../text/tokens.ts'
import { SHAPE_LOWER, SHAPE_UPPER } from '../../words/form.ts'
import type { Quotation, SpeakerWords } from '../quotation.ts'
import type { Scene } from '../scene.ts'

const LONGEST_SPEAKER = 8
/** Words in the speaker of a transcript: «MR. EARNEST», «THE PRESIDENT». */
const LONGEST_LABEL = 4
/** A document with fewer lines that begin so is no transcript: «UPDATE: …», «NOTE: …». */
const FEWEST_LINES = 3

export function headlineByOrder(scene: Scene): Quotation[] {
  const { sentences } = scene.layers
  const labels = transcriptLabels(scene)
  const found: Quotation[] = []
  for (let paragraph = 0; paragraph < sentences.paragraphCount; paragraph++) {
    const isHeadline = sentences.zone[paragraph] === 'headline'
    const speaker = labels.get(paragraph) ?? speakerOf(scene, paragraph, isHeadline)
    if (speaker === null) continue
    const colon = speaker.to
    const part = scene.span(colon + 1, contentTo(scene, paragraph))
    if (part === null) continue
    const parts = [part]
    // A line of a transcript goes on in the paragraphs of marks behind it that name no speaker.
    while (labels.has(paragraph) && goesOn(scene, paragraph + 1, labels)) {
      paragraph++
      const next = scene.span(wordsFrom(scene, paragraph), contentTo(scene, paragraph))
      if (next !== null) parts.push(next)
    }
    found.push({
      kind: isHeadline ? 'indirect' : 'direct',
      parts,
      cue: { from: colon, to: colon + 1 },
      act: 'state',
      speaker,
      rule: isHeadline ? 'marks headline' : 'marks speaker-colon',
    })
  }
  return found
}

/** Opens with a mark of quotation, names no speaker, and a line with a speaker follows: words that the speaker before goes on with. */
function goesOn(scene: Scene, paragraph: number, labels: ReadonlyMap<number, SpeakerWords>): boolean {
  const { sentences } = scene.layers
  if (paragraph + 1 >= sentences.paragraphCount || labels.has(paragraph)) return false
  return scene.mark[sentences.paragraphFrom[paragraph]] === EITHER_QUOTE && labels.has(paragraph + 1)
}

/** First token of a paragraph's words: behind a mark of quotation that opens it. */
function wordsFrom(scene: Scene, paragraph: number): number {
  const from = scene.layers.sentences.paragraphFrom[paragraph]
  return scene.mark[from] === EITHER_QUOTE ? from + 1 : from
}

/** A closing mark that only answers the one before the speaker stays out. */
function contentTo(scene: Scene, paragraph: number): number {
  const { paragraphFrom, paragraphTo } = scene.layers.sentences
  const pair = scene.pairs[scene.pairOf[paragraphFrom[paragraph]]]
  const to = paragraphTo[paragraph]
  return pair !== undefined && pair.open === paragraphFrom[paragraph] && pair.closed && pair.close === to - 1
    ? to - 1
    : to
}

function speakerOf(scene: Scene, paragraph: number, isHeadline: boolean): SpeakerWords | null {
  const { sentences, names, nameOf } = scene.layers
  const from = wordsFrom(scene, paragraph)
  const phrase = scene.phrases.all[scene.phrases.next[from]]
  if (phrase === undefined || phrase.from !== from || phrase.to >= sentences.paragraphTo[paragraph]) return null
  if (phrase.to - from > LONGEST_SPEAKER || scene.mark[phrase.to] !== COLON) return null
  const speaker = { from, to: phrase.to, head: phrase.head }
  if (isCredit(scene, phrase.to + 1, sentences.paragraphTo[paragraph])) return null
  const name = phrase.name >= 0 ? names[phrase.name] : nameOf[phrase.head] >= 0 ? names[nameOf[phrase.head]] : null
  // Beside a headline only a transcript names its speakers so.
  if (!isHeadline) return name !== null && name.kind === 'person' && phrase.to <= from + 3 ? speaker : null
  if (name === null) return scene.isTitleNoun(phrase.head) || scene.isBodyNoun(phrase.head) ? speaker : null
  return name.kind !== 'place' || name.seatOf !== null ? speaker : null
}

/** «Anna Field: Boris Sand.» credits a picture: nothing but two or three words with capitals. */
function isCredit(scene: Scene, from: number, to: number): boolean {
  const end = scene.mark[to - 1] === STOP ? to - 1 : to
  if (end - from < 2 || end - from > LONGEST_CREDIT) return false
  for (let token = from; token < end; token++)
    if (scene.mark[token] !== 0 || scene.layers.tokens.form[token].shape === SHAPE_LOWER) return false
  return true
}

const LONGEST_CREDIT = 3

/** Speakers by paragraph of a text whose lines begin with a speaker in capitals and a colon. */
function transcriptLabels(scene: Scene): ReadonlyMap<number, SpeakerWords> {
  const { sentences, tokens } = scene.layers
  const labels = new Map<number, SpeakerWords>()
  for (let paragraph = 0; paragraph < sentences.paragraphCount; paragraph++) {
    const from = wordsFrom(scene, paragraph)
    const limit = Math.min(sentences.paragraphTo[paragraph], from + LONGEST_LABEL + 1)
    let at = from
    while (at < limit && (tokens.form[at].shape === SHAPE_UPPER || isDot(scene, at, from))) at++
    if (at > from && at < limit && scene.mark[at] === COLON) labels.set(paragraph, { from, to: at, head: at - 1 })
  }
  return labels.size < FEWEST_LINES ? new Map() : labels
}

/** The dot of «MR. EARNEST». */
function isDot(scene: Scene, token: number, from: number): boolean {
  return token > from && scene.layers.tokens.kind[token] === KIND_MARK && scene.layers.tokens.form[token].text === '.'
}
