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

/** Words that the reader acts upon, so that generated text reaches its rules and not only its marks. */
const ACTING = (
  'заявил что сообщил сказал подчеркнув по словам сообщению как он она который его глава президент министр ' +
  'российский лидер МИД ООН Россия Москва Баку Иван Петров Анна 9 ноября 2020 года вчера в ночь на сентябре ' +
  'третий раз неделю г. т. е. и. о. млн'
).split(' ')

/** Words as news has them, without meaning: small, Capital, UPPER, hyphen-ated, initials, numbers. */
const SHAPED = madeUpWords(300)

function madeUpWords(count: number): string[] {
  const syllables = 'ба ве ги до жу зя кы ль мё на ор пу ры со ти фэ ха це чи шо щу ъе эй юг яс'.split(' ')
  const words: string[] = []
  for (let n = 0; n < count; n++) {
    const small = Array.from({ length: 1 + (n % 4) }, (_, i) => syllables[(n * 7 + i * 11) % syllables.length]).join('')
    const capital = small[0].toUpperCase() + small.slice(1)
    const shapes = [
      small,
      small,
      capital,
      capital,
      small.toUpperCase(),
      `${small}-${capital}`,
      `${capital[0]}. ${capital[0]}.`,
    ]
    words.push(...shapes, String(n * 13), `${n % 32}.${n % 13}.2021`, `${n}-${small}`)
  }
  return words
}

/** What a piece may be, as often as it stands here. */
const KINDS = [SHAPED, SHAPED, SHAPED, ACTING, ACTING, ACTING, SPACES, SPACES, MARKS, MARKS, MARKS, OTHERS] as const

/** One number, one piece: cheap to make, and a smaller number is a plainer piece. */
function pieceOf(number: number): string {
  const kind = KINDS[number % KINDS.length]
  const rest = Math.floor(number / KINDS.length)
  const part = kind[(rest >> 1) % kind.length]
  return (rest & 1) === 0 ? `${part} ` : part
}

/** Russian-looking text of at most `maxPieces` words and marks: spaces come and go, marks do not balance. */
export function russianText(maxPieces = 150): fc.Arbitrary<string> {
  return fc
    .array(fc.nat({ max: 0xfffff }), { maxLength: maxPieces, size: 'max' })
    .map(numbers => numbers.map(pieceOf).join(''))
}

/** Any string at all, lone surrogates and control characters included, weighted to texts that reach the rules. */
export function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: russianText() },
    // Code points and code units of all sorts, lone surrogates among them. (fast-check's own binary strings take a second to set up.)
    {
      weight: 1,
      arbitrary: fc
        .array(fc.nat({ max: 0x10ffff }), { maxLength: 200, size: 'max' })
        .map(points => String.fromCodePoint(...points)),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200, size: 'max' })
        .map(units => String.fromCharCode(...units)),
    },
    // The same few words over and over: what grows faster than its text shows here, and so does a rule that looks past the end.
    {
      weight: 2,
      arbitrary: fc.tuple(russianText(5), fc.integer({ min: 1, max: 60 })).map(([part, times]) => part.repeat(times)),
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
