/**
 * Which paragraphs of a document are in another language than the rest: a Russian report that quotes an English statement whole. Told by the
 * letters, then by the dictionary: a paragraph is in the language that knows most of its words, or it stays with the document.
 */
import type { Kit, LanguagePack } from '../kit.ts'
import type { Span } from '../span.ts'
import { splitTokens } from '../text/split-tokens.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { GUESS } from '../words/grammar.ts'
import { SCRIPT_ARMENIAN, SCRIPT_CYRILLIC, SCRIPT_LATIN, SCRIPT_OF_CODE, scriptOfUnit } from '../words/scripts.ts'

/** A paragraph with fewer letters of the other script holds a name or a title, not speech. */
const SHORTEST = 30
/** Of a paragraph's letters, how many must be of the other script. */
const MOST = 0.8
/** Of its words in small letters, how many a dictionary must know. */
const KNOWN = 0.6
/** Scripts that a pack may be in. */
const LETTERS = SCRIPT_CYRILLIC | SCRIPT_LATIN | SCRIPT_ARMENIAN

/**
 * Paragraphs in other languages of the kit, by language, in the order of the text; empty for a document in one language. `prepare` is called
 * with each other pack before its dictionary is asked.
 */
export function paragraphLanguages(
  text: string,
  own: LanguagePack,
  kit: Kit,
  prepare: (pack: LanguagePack) => void,
): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  const others = [...kit.packs.values()].filter(pack => scriptOf(pack) !== scriptOf(own))
  if (others.length === 0) return found
  for (const paragraph of paragraphsInOtherScript(text, scriptOf(own))) {
    others.forEach(prepare)
    const language = languageOf(text.slice(paragraph.start, paragraph.end), others)
    if (language === null) continue
    const held = found.get(language)
    if (held === undefined) found.set(language, [paragraph])
    else held.push(paragraph)
  }
  return found
}

/** The text with everything but some of its paragraphs as spaces: offsets and lines stay as they are. */
export function keepOnly(text: string, paragraphs: readonly Span[]): string {
  let kept = ''
  for (const { start, end } of paragraphs) kept += blank(text.slice(kept.length, start)) + text.slice(start, end)
  return kept + blank(text.slice(kept.length))
}

/** The text with some of its paragraphs as spaces. */
export function leaveOut(text: string, paragraphs: readonly Span[]): string {
  let kept = ''
  for (const { start, end } of paragraphs) kept += text.slice(kept.length, start) + blank(text.slice(start, end))
  return kept + text.slice(kept.length)
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function scriptOf(pack: LanguagePack): number {
  return SCRIPT_OF_CODE[(pack.data('language') as { script: string }).script]
}

function* paragraphsInOtherScript(text: string, own: number): Generator<Span> {
  let start = 0
  while (start < text.length) {
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    if (isInOtherScript(text, start, end, own)) yield { start, end }
    start = end + 1
  }
}

function isInOtherScript(text: string, start: number, end: number, own: number): boolean {
  const length = end - start
  let mine = 0
  let other = 0
  for (let at = start; at < end; at++) {
    const script = scriptOfUnit(text.charCodeAt(at))
    if (script === own) {
      mine++
      // Whatever follows: most paragraphs are told by their first words.
      if (length - mine < MOST * length) return false
    } else if ((script & LETTERS) !== 0) other++
  }
  return other >= SHORTEST && other >= MOST * (mine + other)
}

/** The language whose dictionary knows the largest part of a paragraph, if that is most of it. */
function languageOf(paragraph: string, packs: readonly LanguagePack[]): string | null {
  let best: string | null = null
  let share = KNOWN
  for (const pack of packs) {
    const known = knownShare(paragraph, pack)
    if (known < share) continue
    best = pack.code
    share = known
  }
  return best
}

function knownShare(paragraph: string, pack: LanguagePack): number {
  const { form, kind, count } = splitTokens(paragraph, pack.lexicon)
  let words = 0
  let known = 0
  for (let token = 0; token < count; token++) {
    if (kind[token] !== KIND_WORD || form[token].shape !== SHAPE_LOWER) continue
    words++
    if (form[token].readings.some(({ lex }) => (lex & GUESS) === 0)) known++
  }
  return words === 0 ? 0 : known / words
}
