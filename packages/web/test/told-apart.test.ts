/** What somebody pastes is told apart by its look before anything is sent. */
import { expect, test } from 'vitest'
import { type Pasted, tellApart } from '../src/app/views/add/told-apart.ts'

const text = (pasted: string): Pasted => ({ what: 'text', characters: pasted.length })
const addresses = (list: readonly string[], looksLikeFeed = false): Pasted => ({
  what: 'addresses',
  addresses: list,
  looksLikeFeed,
})

test.each<[string, string, Pasted]>([
  ['nothing', ' \n\t', { what: 'nothing' }],
  ['an address', ' https://wire-m.example/news/17 ', addresses(['https://wire-m.example/news/17'])],
  [
    'addresses, each once',
    'https://a.example/1\n\nhttp://b.example/2\nhttps://a.example/1',
    addresses(['https://a.example/1', 'http://b.example/2']),
  ],
  ['an address that looks like a feed’s', 'https://a.example/rss', addresses(['https://a.example/rss'], true)],
  ['a file of a feed', 'https://a.example/news.xml?lang=ru', addresses(['https://a.example/news.xml?lang=ru'], true)],
  ['a page about feeds', 'https://a.example/feed-the-world', addresses(['https://a.example/feed-the-world'])],
  ['an address of another kind', 'file:///etc/passwd', text('file:///etc/passwd')],
  ['an address within words', 'См. https://a.example/1', text('См. https://a.example/1')],
  ['a report', 'Стороны договорились.\nhttps://a.example/1', text('Стороны договорились.\nhttps://a.example/1')],
  ['a text with an angle', '<Без подписи> Стороны договорились.', text('<Без подписи> Стороны договорились.')],
  ['a page', '<!DOCTYPE html>\n<html lang="ru"><p>Текст</p>', { what: 'page', ending: '.html' }],
  ['a piece of a page', '<article><p>Текст</p></article>', { what: 'page', ending: '.html' }],
  [
    'a feed',
    '<?xml version="1.0"?>\n<!-- made today -->\n<rss version="2.0"><channel/></rss>',
    { what: 'feed', ending: '.rss' },
  ],
  ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', { what: 'feed', ending: '.rss' }],
  ['a JSON feed', '{ "version": "https://jsonfeed.org/version/1.1", "items": [] }', { what: 'feed', ending: '.rss' }],
  ['another JSON', '{ "version": "1" }', text('{ "version": "1" }')],
  ['a list of feeds', '<?xml version="1.0"?><opml version="2.0"/>', { what: 'list-of-feeds', ending: '.opml' }],
])('%s', (_, pasted, told) => {
  expect(tellApart(pasted)).toEqual(told)
})
