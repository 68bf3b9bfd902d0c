import { sortTimeline, timelineItems } from '@parley/core'
import type { TimelineReport } from '@parley/service'
import { handMade } from '@parley/testkit'
import { ENGLISH_STATUS } from '@parley/views'
import { expect, test } from 'vitest'
import { plainTerminal } from '../src/terminal.ts'
import { renderTimeline } from '../src/views/timeline.ts'

function reportOf(line: string): TimelineReport {
  const analysis = handMade(line, { id: 'report', published: '2021-11-27' })
  return {
    format: 'parley/timeline@1',
    reader: { version: '0.1.0', languages: 'f', dossier: null },
    filter: { from: null, until: null, by: null, about: null },
    documents: [analysis.document],
    items: sortTimeline(timelineItems(analysis)),
  }
}

test('days one under another; what is retold, planned or told by somebody says so', () => {
  const report = reportOf(
    '{x1 type=CONSULT mode=meet actors=ab time=2021-11-26 place=o:Встреча} {a:Анны} и {b:Бориса} в {o kind=place:Осло}. ' +
      '{x2 type=RETREAT actors=b recipients=a background=yes time=2020-11:Отвод} войск был раньше. ' +
      '{q1 by=a act=promise:{x3 type=AID actors=a status=planned in=1:Помощь} {k1 stipulation=pact/7 assertion=planned by=a in=1:придёт весной}}, — сказала {s1:она}.',
  )
  expect(renderTimeline(report, ENGLISH_STATUS, plainTerminal(72))).toMatchInlineSnapshot(`
    "1 document · 3 events · 1 statement

    Nov 2020
      ▨ RETREAT Бориса → Анны · background · reported 27 Nov 2021 ·
        report:30–35
        Встреча Анны и Бориса в Осло. [Отвод] войск был раньше. Помощь
        придёт весной, — сказала она.

    26 Nov 2021
      ■ CONSULT/meet Анны, Бориса · Осло · reported 27 Nov 2021 ·
        report:0–7
        [Встреча] Анны и Бориса в Осло. Отвод войск был раньше. Помощь
        придёт…

    27 Nov 2021
      ” Анны · promise · pact/7 · report:54–74
        Помощь придёт весной

    Undated
      □ AID Анны · planned · told by Анны · reported 27 Nov 2021 ·
        report:54–60
        Встреча Анны и Бориса в Осло. Отвод войск был раньше. [Помощь]
        придёт весной, — сказала она.
    "
  `)
})

test('nothing stands out of the terminal, and nothing of a text moves its cursor', () => {
  const report = reportOf(`{q1:${'очень длинные слова '.repeat(40)}\u001b[2Jконец}, — сказал {s1:некто\u0007}.`)
  for (const width of [32, 60, 80]) {
    const page = renderTimeline(report, ENGLISH_STATUS, plainTerminal(width))
    expect(Math.max(...page.split('\n').map(line => line.length))).toBeLessThanOrEqual(width)
    expect(page).not.toMatch(/[\u0007\u001b]/)
  }
})
