/** Generated texts. Alphabets here are letters and marks, with made-up words: what matters is the shape. */
import fc from 'fast-check'

/** Marks that reading stumbles over: quotation marks of all sorts, dashes, brackets, ends of sentences. */
const MARKS = [
  ...'«»"“”„‟‘’\'‹›`',
  ...'—–-‑−―',
  ...'()[]{}<>',
  ...'.,;:!?…·•*/\\|_№§%°@#&+=~^$',
  '...',
  '?!',
  '!..',
  ', — ',
  ' — ',
  '» — ',
  '.» ',
  '«…»',
  '\u0301', // a stress mark stands alone only in broken text
  '\u00ad', // soft hyphen
  '\u200b', // zero-width space
  '\ufeff',
]
const SPACES = [' ', ' ', ' ', ' ', '\u00a0', '\u202f', '\t', '\n', '\n\n', '  ', '\r\n', '\u2028']
const OTHERS = [
  'É',
  'ı',
  'İ',
  'ß',
  'Ş',
  'հ',
  '։',
  '՞',
  'ק',
  '中',
  '👍🏽',
  '\u{1f1e6}\u{1f1f2}',
  '\ud800',
  '\udc00',
  '\0',
  '𝔄',
]

const letter = fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя')
const capital = fc.constantFrom(...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ')

/** Words as news has them, without meaning: small, Capital, UPPER, hyphen-ated, initials, numbers. */
const shapedWord = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: letter, minLength: 1, maxLength: 12 }) },
  {
    weight: 4,
    arbitrary: fc.tuple(capital, fc.string({ unit: letter, maxLength: 10 })).map(([first, rest]) => first + rest),
  },
  { weight: 2, arbitrary: fc.string({ unit: capital, minLength: 2, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.tuple(capital, capital).map(([a, b]) => `${a}. ${b}.`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ unit: letter, minLength: 1 }), fc.string({ unit: letter, minLength: 1 }))
      .map(pair => pair.join('-')),
  },
  { weight: 2, arbitrary: fc.nat({ max: 3000 }).map(String) },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 31 }), fc.nat({ max: 12 })).map(([d, m]) => `${d}.${m}.2021`) },
)

/** Words that the reader acts upon, so that generated text reaches its rules and not only its marks. */
const ACTING = fc.constantFrom(
  ...(
    'заявил что сообщил сказал подчеркнув по словам сообщению как он она который его глава президент министр ' +
    'российский лидер МИД ООН Россия Москва Баку Иван Петров Анна 9 ноября 2020 года вчера в ночь на сентябре ' +
    'третий раз неделю г. т. е. и. о. млн'
  ).split(' '),
)

const piece = fc.oneof(
  { weight: 6, arbitrary: shapedWord },
  { weight: 6, arbitrary: ACTING },
  { weight: 6, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHERS) },
)

/** Russian-looking text of at most some `maxPieces` words and marks: spaces come and go, marks do not balance. */
export function russianText(maxPieces = 120): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(piece, fc.boolean()), { maxLength: maxPieces })
    .map(pieces => pieces.map(([part, spaced]) => (spaced ? `${part} ` : part)).join(''))
}

/** Any string at all, lone surrogates and control characters included, weighted to texts that reach the rules. */
export function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: russianText() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    // Code units without regard for pairs: the lone surrogates that 'binary' never makes.
    {
      weight: 1,
      arbitrary: fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map(units => String.fromCharCode(...units)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...MARKS, ...OTHERS, ' ', '\n', 'а', 'А', '1'), fc.integer({ min: 1, max: 400 }))
        .map(([part, times]) => part.repeat(times)),
    },
  )
}

/** A stretch of a good text, cut anywhere: in a word, in a quotation, between the halves of a pair. */
export function cutsOf(...texts: readonly string[]): fc.Arbitrary<string> {
  if (texts.length === 0) throw new RangeError('cutsOf needs a text')
  return fc
    .tuple(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([text, a, b]) => {
      const from = Math.floor(Math.min(a, b) * text.length)
      const to = Math.ceil(Math.max(a, b) * text.length)
      return text.slice(from, to)
    })
}

/** A good text with small damage: a stretch lost, doubled, or a mark put in. */
export function damageTo(...texts: readonly string[]): fc.Arbitrary<string> {
  if (texts.length === 0) throw new RangeError('damageTo needs a text')
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    lost: fc.nat({ max: 12 }),
    put: fc.oneof(fc.constant(''), fc.constantFrom(...MARKS, ...SPACES, ...OTHERS)),
  })
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 })).map(([text, edits]) =>
    edits.reduce((damaged, { at, lost, put }) => {
      const from = Math.floor(at * damaged.length)
      return damaged.slice(0, from) + put + damaged.slice(from + lost)
    }, text),
  )
}

/**
 * Runs a property. A failure prints its seed; `SEED=… npm test` repeats it, `RUNS=…` runs longer than the given number.
 */
export function checkProperty<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, runs = 200): void {
  const { SEED, RUNS } = process.env
  fc.assert(fc.property(arbitrary, property), {
    numRuns: RUNS === undefined ? runs : Number(RUNS),
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  })
}
