/** A status report and a timeline of three invented documents, without the reader. */
import { createHash } from 'node:crypto'
import { type Analysis, makeMatrix, matrixClaims, sortTimeline, timelineItems } from '@parley/core'
import { handMade, SAMPLE_DOSSIER } from '@parley/testkit'
import type { StatusReport, TimelineReport } from '../../src/index.ts'

export const DOCUMENTS: readonly Analysis[] = [
  made('a', '2022-05-10', 'https://example.org/speech', [
    'Президент {a ref=p1:Ана Первая} сказала, что {k1 stipulation=pass-2022/2 assertion=fulfilled by=a:техника отведена},',
    'а {k2 stipulation=pass-2022/1 assertion=fulfilled by=a general=yes:остальное выполнено}.',
    '{x1 type=CONSULT mode=meet actors=ab time=2022-05-09:Встреча} с {b ref=p3:Си Третьим} прошла накануне.',
  ]),
  made('b', '2022-05-11', null, [
    'Министр {b ref=p3:Си Третий} ответил: «{q1 by=b act=deny:{k1 stipulation=pass-2022/2 assertion=breached by=b in=1:техника стоит}}».',
    '{n:Политолог} считает, что {k2 stipulation=pass-2022/3a assertion=not-begun by=n:дорогу не начинали}.',
    '{x1 type=AID actors=b background=yes status=ongoing time=2021:Помощь} шла и раньше.',
  ]),
  made('c', '2022-05-12', null, [
    'Огонь {k1 stipulation=pass-2022/1 assertion=fulfilled:прекращён}, но {k2 stipulation=pass-2022/1 assertion=breached:стреляли дважды}.',
    '{k3 stipulation=pass-2022/3b assertion=progress said=undated by=b:Обмен идёт}, говорит {b ref=vel:Велория}.',
  ]),
]

const READER = { version: '0.1.0', languages: 'f'.repeat(64), dossier: 'd'.repeat(64) }

export const STATUS: StatusReport = {
  format: 'parley/status@1',
  reader: READER,
  asOf: '2022-06-01',
  months: null,
  documents: DOCUMENTS.map(({ document }) => document),
  matrices: [
    makeMatrix(
      SAMPLE_DOSSIER,
      DOCUMENTS.flatMap(analysis => matrixClaims(analysis, SAMPLE_DOSSIER)),
      { asOf: '2022-06-01' },
    ),
  ],
}

export const TIMELINE: TimelineReport = {
  format: 'parley/timeline@1',
  reader: READER,
  filter: { from: null, until: null, by: null, about: null },
  documents: STATUS.documents,
  items: sortTimeline(DOCUMENTS.flatMap(timelineItems)),
}

function made(id: string, published: string, url: string | null, lines: readonly string[]): Analysis {
  const analysis = handMade(lines.join(' '), { id, published, url, title: `Доклад ${id}`, publisher: 'Вестник' })
  const sha256 = createHash('sha256').update(analysis.text).digest('hex')
  return { ...analysis, document: { ...analysis.document, sha256 } }
}
