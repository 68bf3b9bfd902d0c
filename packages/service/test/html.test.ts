import { handMade } from '@parley/testkit'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { ENGLISH, renderHtml } from '../src/index.ts'

const ANALYSIS = handMade(
  'Встреча на мосту\\n\\n«{q1 by=a:Мы в {o kind=place:Осло} готовы}, — {c1:сказала} {s1:{a:Анна Хольм}}. — {q1:Да}». По словам {s2:{a form=pronoun:её}}, {q2 kind=indirect by=a:в {t value=2024-05:мае} {b kind=organisation:МИД {v kind=country:Велории}} ответит}.',
  { published: '2024-05-14', title: 'Встреча на мосту', headline: true, publisher: 'Вестник' },
)

// biome-ignore lint/suspicious/noExplicitAny: linkedom's own document; the compiler of this project knows no DOM.
function open(html: string): any {
  return parseHTML(html).document
}

const page = renderHtml(ANALYSIS, ENGLISH)
const document = open(page)
const all = (selector: string) => [...document.querySelectorAll(selector)]

/** As the page numbers entities. */
function numberOf(name: string): number {
  return ANALYSIS.entities.findIndex(entity => entity.name === name) + 1
}

describe('a report page', () => {
  test('shows the text whole, in its paragraphs', () => {
    const blocks = all('article > *').map(block => {
      const copy = block.cloneNode(true)
      for (const number of copy.querySelectorAll('.no')) number.remove()
      return copy.textContent
    })
    expect(blocks).toEqual(ANALYSIS.text.split('\n\n'))
  })

  test('every link leads somewhere, every id is there once', () => {
    const ids = all('[id]').map(element => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = all('a[href^="#"]').map(link => link.getAttribute('href').slice(1))
    expect(targets.filter(target => !ids.includes(target))).toEqual([])
  })

  test('words and list are tied both ways', () => {
    expect(all('article #q1')[0].textContent).toBe('Мы в Осло готовы')
    expect(all('#l-q1 a[href="#q1"]')).toHaveLength(1)
    expect(all('article a.no[href="#l-q1"]')).toHaveLength(2) // two parts
    expect(all('#l-q1 blockquote')[0].textContent).toBe('Мы в Осло готовы … Да')
    const holm = numberOf('Анна Хольм')
    expect(all(`article #n${holm}-2`)[0].textContent).toBe('её')
    expect(all(`#l-n${holm} a[href="#n${holm}-2"]`)).toHaveLength(1)
    expect(all('article #t1 a[href="#l-t1"]')).toHaveLength(1)
    expect(all('#l-t1')[0].textContent).toContain('May 2024')
  })

  test('a name within a name keeps links from nesting', () => {
    expect(all('a a')).toEqual([])
    const links = all('article a').map(link => `${link.textContent} ${link.getAttribute('href')}`)
    expect(links).toContain(`МИД  #l-n${numberOf('МИД Велории')}`)
    expect(links).toContain(`Велории #l-n${numberOf('Велории')}`)
  })

  test('marks: kind of quotation, speaker and cue of which quotations', () => {
    expect(all('article .direct')).toHaveLength(2)
    expect(all('article .indirect')).toHaveLength(1)
    expect(all('article .speaker').map(mark => [mark.textContent, mark.getAttribute('data-for')])).toEqual([
      ['Анна Хольм', '1'],
      ['её', '2'],
    ])
    expect(all('article .cue')[0].textContent).toBe('сказала')
  })

  test('headings, languages, lists', () => {
    expect(all('h1').map(heading => heading.textContent)).toEqual(['Встреча на мосту'])
    expect(all('h2').map(heading => heading.textContent)).toEqual([
      'Quotations by speaker 2',
      'What happened 0',
      'Who is named 4',
      'Times 1',
    ])
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    expect(all('article')[0].getAttribute('lang')).toBe('ru')
    for (const quote of all('blockquote, .who, td:first-child a')) expect(quote.getAttribute('lang')).toBe('ru')
  })

  test('asks the network for nothing and runs nothing but its own script', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)(?!data:)/)
    expect(page).not.toMatch(/\son[a-z]+=/)
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toMatch(/^default-src 'none'; font-src data:; style-src 'sha256-.{44}'; script-src 'sha256-.{44}';/)
  })
})

test('markup in a text is text', () => {
  const evil = '</article><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'\u0000'
  const html = renderHtml(
    handMade('{q1 by=a:x} {a:y}', { id: evil, title: evil, publisher: evil, url: `https://example.org/"><b>` }),
    ENGLISH,
  )
  const made = open(html)
  expect([...made.querySelectorAll('script')]).toHaveLength(1)
  expect([...made.querySelectorAll('img, b b')]).toEqual([])
  expect(made.querySelector('h1').textContent).toBe(evil.replace('\u0000', '\ufffd'))
})

test('an address is a link only on the web', () => {
  const link = (url: string) => open(renderHtml(handMade('a', { url }), ENGLISH)).querySelector('.facts a')
  expect(link('https://example.org/a').getAttribute('href')).toBe('https://example.org/a')
  expect(link('javascript:alert(1)')).toBeNull()
})

test('nothing found is said', () => {
  const html = renderHtml(handMade('Тихо.'), ENGLISH)
  for (const words of [ENGLISH.noQuotations, ENGLISH.nobodyNamed, ENGLISH.noTimes, ENGLISH.dateUnknown]) {
    expect(html).toContain(words)
  }
})

test('whatever is quoted in whatever, the page holds the text', () => {
  const text = 'аб вг\nде жз\n\nий кл'
  const span = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const bare = handMade(text.replaceAll('\n', '\\n'))
  fc.assert(
    fc.property(
      fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
      fc.array(span, { maxLength: 4 }),
      (quoted, named) => {
        const quotations = quoted.map(parts => ({
          ...{ kind: 'mixed' as const, cue: parts[0], act: null, speaker: null, speakerId: null },
          ...{ inside: null, said: null, reported: null, rule: 'r', parts },
        }))
        const entities = named.map((at, index) => ({
          ...{ id: `e${index}`, kind: 'place' as const, name: 'n', aliases: [], ref: null },
          mentions: [{ ...at, form: 'name' as const, rule: 'r' }],
        }))
        const made = open(renderHtml({ ...bare, quotations, entities }, ENGLISH))
        for (const number of made.querySelectorAll('article .no, article h1')) number.remove()
        const lines = [...made.querySelectorAll('article p')].map(line => line.textContent)
        expect(lines).toEqual(text.split('\n').filter(line => line !== ''))
        expect([...made.querySelectorAll('a a')]).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})
