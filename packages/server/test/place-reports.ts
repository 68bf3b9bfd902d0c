/** Invented reports that name persons, bodies and places of the karabakh-2020 dossier, in a folder of their own: what a map and a network show. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const REPORTS = [
  {
    id: 'talks-in-sochi',
    language: 'ru',
    published: '2021-11-27',
    title: 'В Сочи прошли переговоры (вымышленное сообщение)',
    publisher: 'Вымышленный вестник',
    text: 'В Сочи прошли переговоры\n\n26 ноября 2021 года Владимир Путин, Ильхам Алиев и Никол Пашинян провели переговоры в Сочи.\n\n«Разговор с Ильхамом Алиевым был полезным», — сказал Никол Пашинян. «Дорога через Лачин открыта», — заявил Ильхам Алиев.\n',
  },
  {
    id: 'talks-in-sochi-again',
    language: 'ru',
    published: '2021-11-28',
    title: 'Три лидера встретились в Сочи (вымышленное сообщение)',
    publisher: 'Вымышленная газета',
    text: 'Три лидера встретились в Сочи\n\n26 ноября 2021 года Ильхам Алиев и Никол Пашинян провели переговоры в Сочи.\n',
  },
  {
    id: 'talks-in-goris',
    language: 'ru',
    published: '2021-05-13',
    title: 'Переговоры в Горисе (вымышленное сообщение)',
    publisher: 'Вымышленный вестник',
    text: 'Переговоры в Горисе\n\n12 мая 2021 года Сергей Лавров и Никол Пашинян провели переговоры в Горисе.\n\n«Никол Пашинян нас услышал», — сказал Сергей Лавров. По словам Лаврова, миротворцы остаются в Степанакерте.\n',
  },
] as const

/** The folder, and how to take it away. */
export function placeReports(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-places-'))
  for (const report of REPORTS) writeFileSync(join(folder, `${report.id}.json`), JSON.stringify(report))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
