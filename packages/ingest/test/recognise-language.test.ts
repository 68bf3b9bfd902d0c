import { expect, test } from 'vitest'
import { languageName, recogniseLanguage } from '../src/recognise-language.ts'

test.each([
  ['ru', 'Стороны договорились открыть дорогу через перевал, сообщил министр.'],
  ['ru', 'Мир'],
  ['ru', 'Компания «Long Distance Railways International» открыла сообщение, были приглашены все'],
  ['uk', 'Сторони домовилися відкрити дорогу через перевал, повідомив міністр закордонних справ.'],
  ['bg', 'Страните се договориха да отворят пътя през прохода, съобщи министърът на външните работи.'],
  ['en', 'The parties agreed to open the road across the pass, the foreign minister told reporters.'],
  ['de', 'Die Parteien einigten sich darauf, die Straße über den Pass zu öffnen, sagte der Minister.'],
  ['hy', 'Կողմերը պայմանավորվեցին բացել ճանապարհը'],
  ['ka', 'მხარეები შეთანხმდნენ გზის გახსნაზე'],
  [null, '1234 — 5678'],
])('%s: %s', async (code, text) => expect(await recogniseLanguage(text)).toBe(code))

test('names of languages for messages', () => {
  expect(languageName('de')).toBe('German')
  expect(languageName('no such!')).toBe('"no such!"')
})
