/** A spelling and all that the dictionary says of it. Forms are shared: one object a spelling, made at first sight. */

/** How letters are cased in a spelling. */
export const SHAPE_NONE = 0 // no letters
export const SHAPE_LOWER = 1
export const SHAPE_CAPITAL = 2 // one capital first: Путин; also a single capital letter
export const SHAPE_UPPER = 3 // two capitals or more, no small letters: МИД
export const SHAPE_MIXED = 4 // НТВшник, МакГрегор, iPhone, Аль-Джазира, Ростов-на-Дону

/** One analysis of a form. `pos`, `agr`, `lex` are the bit sets of grammar.ts. */
export interface Reading {
  /** Dictionary word, lower case, as the dictionary spells it (with ё). */
  readonly lemma: string
  readonly pos: number
  readonly agr: number
  readonly lex: number
  /** Relative frequency of this reading among the form's readings, 0..1; readings stand in falling order. */
  readonly weight: number
  /** How to inflect: what stands before the changing part, the paradigm, this form's place in it; paradigm -1: does not inflect. */
  readonly stem: string
  readonly paradigm: number
  readonly index: number
  /** Of a compound: its parts in order, those that inflect as readings, the rest as spelled (hyphens too). */
  readonly parts?: readonly (Reading | string)[] | null
}

export interface Form {
  /** As spelled in the text. */
  readonly text: string
  /** Lower case, ё written е: what tables and comparisons use. Never an offset. */
  readonly folded: string
  readonly shape: number
  /** Never empty: a mark, a number, a foreign word have one reading. */
  readonly readings: readonly Reading[]
  /** Union of all readings' bits. */
  readonly pos: number
  readonly agr: number
  readonly lex: number
  /** Ids of table words this form may stand for (see phrases.ts), most often empty. */
  readonly keys: readonly number[]
  /** Scratch values of the pack's models for this form, filled at first use; a pure function of the form and the pack. */
  tagger: Int32Array | null
  /** Where its row begins in `tagger`. */
  taggerAt: number
  namer: Int32Array | null
  /** Where its row begins in `namer`. */
  namerAt: number
}

/** The words of a language. */
export interface Lexicon {
  /** The form of this spelling. The same spelling gives the same object until the cache is turned over. */
  form(spelling: string): Form
  /** The form spelled as `text` from `start` to `end`: the same as `form(text.slice(start, end))`, without the slice. */
  formAt(text: string, start: number, end: number): Form
  /**
   * The form of the same lexeme with the wanted bits, e.g. `NOMN | SING`; bits not asked for stay as they are where
   * the paradigm has them (gender, animacy). null when the paradigm has no such form. Lower case as the dictionary writes.
   */
  inflect(reading: Reading, want: number): string | null
  /** What a word may be that no dictionary has and that names a place, by its ending: forms of places, each with a weight. Lower case. */
  place(word: string): readonly Reading[]
}
