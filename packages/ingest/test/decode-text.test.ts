import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../src/bytes/decode-text.ts'
import { encode } from './encode.ts'

const REPORT =
  'Стороны договорились открыть дорогу через перевал, сообщил министр. «Срок — до 1 октября», — добавил он.\n'
const SENTENCES = [
  REPORT,
  'Переговоры завершились.',
  'ПЕРЕГОВОРЫ О МИРЕ ПРОДОЛЖАТСЯ',
  'Съезд объявил перерыв на час',
  'В Осло прошла встреча.',
  'Пётр Щукин ещё не приехал',
]

describe('Russian in old encodings is told from a sentence', () => {
  const cases = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'].flatMap(label =>
    SENTENCES.map(sentence => {
      // The oldest of them have no guillemets and no dash.
      const text = label === 'windows-1251' ? sentence : sentence.replace(/[«»]/g, '"').replaceAll('—', '-')
      return [label, text] as const
    }),
  )
  test.each(cases)('%s: %s', (label, text) => {
    const decoded = decodeText(encode(text, label))
    expect(decoded).toMatchObject({ ok: true, text })
    expect(decoded.ok && decoded.encoding.toLowerCase()).toBe(label)
    expect(decoded.ok && decoded.notice).toBe(`read as ${decoded.ok && decoded.encoding}`)
  })
})

describe('Unicode', () => {
  test('UTF-8 needs no word', () => {
    expect(decodeText(Buffer.from(REPORT))).toEqual({ ok: true, text: REPORT, encoding: 'UTF-8', notice: null })
  })

  test('a byte order mark is no part of the text', () => {
    expect(decodeText(Buffer.from(`\ufeff${REPORT}`))).toMatchObject({ text: REPORT, notice: null })
  })

  test.each(['utf-16le', 'utf-16be'])('%s with and without mark', label => {
    const notice = `read as ${label.toUpperCase()}`
    expect(decodeText(encode(`\ufeff${REPORT}`, label))).toMatchObject({ text: REPORT, notice })
    expect(decodeText(encode(REPORT, label))).toMatchObject({ text: REPORT, notice })
    expect(decodeText(encode('The talks ended.', label))).toMatchObject({ text: 'The talks ended.', notice })
  })

  test('a text cut within a character is UTF-8 all the same', () => {
    const bytes = Buffer.from('Стороны договорились.'.repeat(2))
    const decoded = decodeText(bytes.subarray(0, bytes.length - 2))
    expect(decoded).toMatchObject({ ok: true, encoding: 'UTF-8', notice: expect.stringContaining('1 unreadable') })
  })

  test('any text is read back from its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        const decoded = decodeText(Buffer.from(text))
        // Texts of control characters, and a byte order mark of their own, aside.
        if (decoded.ok && !text.startsWith('\ufeff')) expect(decoded.text).toBe(text)
      }),
    )
  })

  test('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void decodeText(bytes)))
  })
})

describe('what a page declares', () => {
  test('holds where the bytes are no UTF-8', () => {
    const short = encode('Мир', 'koi8-r')
    expect(decodeText(short, 'koi8-r')).toMatchObject({ text: 'Мир' })
    expect(decodeText(encode('café', 'windows-1252'), 'windows-1252')).toMatchObject({ text: 'café' })
  })
  test('yields to valid UTF-8: saved pages are recoded and keep their meta', () => {
    expect(decodeText(Buffer.from(REPORT), 'windows-1251')).toMatchObject({ text: REPORT, encoding: 'UTF-8' })
  })
  test('is passed over where it names nothing', () => {
    expect(decodeText(encode(REPORT, 'windows-1251'), 'klingon-1')).toMatchObject({ text: REPORT })
  })
})

describe('never taken for Russian', () => {
  test('Western letters in Latin words', () => {
    const text = 'Le président a reçu la délégation à l’Élysée.'
    expect(decodeText(encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })
})

describe('no texts', () => {
  test.each([
    ['NUL bytes', Uint8Array.of(1, 0, 2, 0, 0, 0, 255, 254, 0, 0), 'binary'],
    ['control characters', Uint8Array.from({ length: 400 }, (_, at) => at % 32), 'binary'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, at) => 1 + ((at * 7919) % 255)), ''],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'a PDF file, which Parley does not read; save its text'],
    ['an ODT', Buffer.from('PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text'), '(.odt)'],
    ['another archive', Buffer.from('PK\u0003\u0004 a.txt'), 'a ZIP archive, which Parley does not read; unpack it'],
    ['a scan', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'a picture (JPEG)'],
  ])('%s', (_, bytes, reason) => {
    const decoded = decodeText(bytes)
    expect(decoded.ok).toBe(false)
    expect(!decoded.ok && decoded.reason).toContain(reason)
  })
})
