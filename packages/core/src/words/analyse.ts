/** What a spelling may be: an ordered list of rules, the first that knows an answer gives it. */
import type { Dictionary } from './dictionary.ts'
import { type Reading, SHAPE_LOWER } from './form.ts'
import * as grammar from './grammar.ts'
import { SCRIPT_CYRILLIC, SCRIPT_DIGIT, SCRIPT_LATIN, SCRIPT_OTHER, scriptsOf } from './shape.ts'
import { WordReading } from './word-reading.ts'

const ANY_NOUN = grammar.CASE | grammar.NUMBER | grammar.GENDER

/** `lower`: the spelling in lower case, or null when it is too long to be a word. Never empty. */
export function analyse(
  spelling: string,
  lower: string | null,
  shape: number,
  dictionary: Dictionary,
): readonly Reading[] {
  if (lower === null) return [plain(spelling.slice(0, 80), grammar.NOUN, ANY_NOUN, grammar.GUESS | grammar.FIXD)]
  const scripts = scriptsOf(spelling)
  if (scripts === 0) return [plain(spelling, grammar.MARK, 0, 0)]
  if (scripts === SCRIPT_DIGIT) return [plain(spelling, grammar.NUMB, 0, 0)]
  if ((scripts & SCRIPT_CYRILLIC) === 0)
    return [plain(lower, (scripts & (SCRIPT_LATIN | SCRIPT_OTHER)) === 0 ? grammar.NUMB : grammar.LATN, 0, 0)]
  const known = dictionary.readings(lower, shape !== SHAPE_LOWER)
  if (known.length > 0) return known
  return [plain(lower, grammar.NOUN, ANY_NOUN, grammar.GUESS | grammar.FIXD)]
}

/** A reading that does not inflect. */
export function plain(lemma: string, pos: number, agr: number, lex: number): WordReading {
  return new WordReading(lemma, pos, agr, lex, 1, lemma, -1, 0, null)
}
