import { describe, expect, test } from 'vitest'
import { declaredEncoding } from '../src/bytes/decode-page.ts'
import { type PageRead, readHtml } from '../src/formats/read-html.ts'

const PARAGRAPH =
  'Стороны, по словам министра, договорились продолжить работу над соглашением, которое должно быть подписано до конца года.'

function read(html: string): PageRead {
  const page = readHtml(html)
  if (!page.ok) throw new Error(page.reason)
  return page
}

/** A page as newsrooms make them: the article among menus, teasers and a footer. */
function newsPage({ head = '', article = '' }: { head?: string; article?: string }): string {
  return `<!doctype html><html lang="ru-RU"><head><title>Встреча на мосту — Вестник</title>${head}</head><body>
<header><a href="/">Вестник</a></header>
<nav><ul><li><a href="/1">Политика</a></li><li><a href="/2">Спорт</a></li></ul></nav>
<div class="layout"><main><article><h1>Встреча на мосту</h1>${article}${`<p>${PARAGRAPH}</p>`.repeat(6)}
<p>«Мы сделали шаг вперёд», —&nbsp;сказала она.<br>Это слы\u00adшали все.</p></article></main>
<aside><h3>Читайте также</h3><ul><li><a href="/3">Погода на выходные</a></li></ul></aside></div>
<footer>© Вестник</footer><script>track("secret")</script></body></html>`
}

describe('a news page', () => {
  const { text, title } = read(newsPage({}))
  test('gives the headline and the article in paragraphs', () => {
    expect(title).toBe('Встреча на мосту')
    expect(text.split('\n\n')).toEqual([
      'Встреча на мосту',
      ...Array.from({ length: 6 }, () => PARAGRAPH),
      '«Мы сделали шаг вперёд», — сказала она.\nЭто слышали все.',
    ])
  })
})

describe('what a page says of itself', () => {
  test('JSON-LD in a graph', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Иначе',
          datePublished: '2024-05-14T18:30:00+0300',
          publisher: { '@type': 'Organization', name: 'Вестник' },
          inLanguage: 'ru',
        },
      ],
    }
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://example.org/a?b=1">`
    expect(read(newsPage({ head }))).toMatchObject({
      title: 'Встреча на мосту',
      published: '2024-05-14T18:30:00+03:00',
      publisher: 'Вестник',
      language: 'ru',
      url: 'https://example.org/a?b=1',
    })
  })
  test('Open Graph', () => {
    const head = `<meta property="article:published_time" content="2024-05-14T15:30:00Z"><meta property="og:site_name" content="Вестник"><meta property="og:url" content="https://example.org/b">`
    expect(read(newsPage({ head }))).toMatchObject({
      published: '2024-05-14T15:30:00Z',
      publisher: 'Вестник',
      url: 'https://example.org/b',
    })
  })
  test('meta names in any case; broken JSON-LD is passed over', () => {
    const head = `<script type="application/ld+json">{broken</script><META NAME="DC.Date" CONTENT="14.05.2024">`
    expect(read(newsPage({ head })).published).toBe('2024-05-14')
  })
  test('<time> of the article', () => {
    const article = '<time datetime="2024-05-14 18:30">14 мая</time>'
    expect(read(newsPage({ article })).published).toBe('2024-05-14T18:30')
  })
  test('nothing, where it says nothing; no address of another kind', () => {
    const head = '<link rel="canonical" href="javascript:alert(1)"><meta name="date" content="вчера">'
    expect(read(newsPage({ head }))).toMatchObject({ published: null, publisher: null, url: null })
  })
})

describe('no text is lost', () => {
  test.each([
    ['a short page', '<html><body><h1>Итог</h1><p>«Да», — сказал он.</p></body></html>', 'Итог\n\n«Да», — сказал он.'],
    ['a fragment', '<p>Первый.</p><p>Второй.</p>', 'Первый.\n\nВторой.'],
    ['no elements', 'Просто <b>текст</b>.<br><br>Второй абзац.', 'Просто текст.\n\nВторой абзац.'],
    ['paragraphs never closed', '<body><p>Первый.<p>Второй.', 'Первый.\n\nВторой.'],
    [
      'a table',
      '<table><tr><td>Пункт</td><td>Срок</td></tr><tr><td>1</td><td>май</td></tr></table>',
      'Пункт\tСрок\n\n1\tмай',
    ],
    [
      'text kept for machines alone',
      `<body><script type="application/ld+json">{"@type":"Article","articleBody":"Только здесь."}</script></body>`,
      'Только здесь.',
    ],
    ['no text', '<html><body><script>1</script></body></html>', ''],
  ])('%s', (_, html, text) => expect(read(html).text).toBe(text))

  test('numbered points keep their numbers', () => {
    const html = '<ol><li>прекратить огонь;</li><li value="5">обменяться пленными;</li><li>открыть дорогу.</li></ol>'
    expect(read(html).text).toBe('1. прекратить огонь;\n\n5. обменяться пленными;\n\n6. открыть дорогу.')
  })
  test('hidden words stay out, quoted ones get their marks', () => {
    expect(read('<p>Он сказал: <q>да</q>.<span hidden> Нет.</span></p>').text).toBe('Он сказал: «да».')
  })
  test('a page nested beyond reason is read without Readability', () => {
    expect(read(`${'<div>'.repeat(2000)}Слово.`).text).toBe('Слово.')
  })
})

describe('a page that is a trap is refused before a DOM is made of it', () => {
  const MB = 1_000_000
  test.each([
    ['marks that begin no tag', '<'.repeat(MB), 'more than 200,000 entities and loose marks'],
    ['entities', '&#1071;'.repeat(MB), 'more than 200,000 entities and loose marks'],
    ['ends without beginnings', '</p>'.repeat(300_000), 'more than 200,000 entities and loose marks'],
    ['depth', `${'<div>'.repeat(100_000)}Слово`, 'elements more than 2,000 deep in one another'],
    ['elements', '<p>Слово</p>'.repeat(100_000), 'more than 50,000 elements'],
    ['attributes', `<p ${'a '.repeat(MB)}>Слово`, 'an element with more than 1,000 attributes'],
    ['tags in tags', '<a '.repeat(MB), 'an element with more than 1,000 attributes'],
  ])('%s', (_, html, reason) => {
    const start = performance.now()
    expect(readHtml(`<html><body>${html}`)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
    // A hundredth of it is the rule; what is guarded against takes many seconds.
    expect(performance.now() - start).toBeLessThan(2000)
  })
  test.each([
    ['comments never closed', '<!--'.repeat(MB), ''],
    ['scripts', `<script>${'<b>'.repeat(MB)}</script>Слово`, 'Слово'],
    ['scripts never closed', '<script>'.repeat(MB), ''],
    ['a quotation mark never closed', `Слово<a href="${'<p>'.repeat(MB)}`, 'Слово'],
    ['a long value', `<img alt="${'a '.repeat(MB)}">Слово`, 'Слово'],
    ['paragraphs never closed', '<p>Слово'.repeat(3000), Array(3000).fill('Слово').join('\n\n')],
  ])('%s: no trap', (_, html, text) => expect(read(`<html><body>${html}`).text).toBe(text))
})

test.each([
  ['<meta charset="windows-1251">', 'windows-1251'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
  ['<?xml version="1.0" encoding="windows-1251"?><html>', 'windows-1251'],
  ['<p>charset=utf-8</p>', null],
])('declared in %s', (html, encoding) => expect(declaredEncoding(Buffer.from(html))).toBe(encoding))
