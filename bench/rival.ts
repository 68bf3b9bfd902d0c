/** Us and the plainest reader on the same texts: speed, and where the annotated set lies beside the project, what each finds and gets wrong. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeDocument, readDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { cpuSeconds, median } from './measure.ts'
import { analysePlainly, readPlainly } from './plainest-reader.ts'
import { news } from './texts.ts'

export interface RivalTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly note: string | null
}

interface Scores {
  readonly quotations: Readonly<
    Record<'span' | 'attributed', { readonly p: number; readonly r: number; readonly f1: number }>
  >
}

const HEAD = ['reader', 'characters a second', 'span P', 'span R', 'span F1', 'span and speaker F1']

export async function compareWithRival(root: string, shared: string): Promise<RivalTable> {
  const kit = loadKit()
  const corpus = news(shared)
  const speed = (read: () => void) => {
    read()
    return Math.round(corpus.characters / median([1, 2, 3].map(() => cpuSeconds(read)))).toLocaleString('en')
  }
  const speeds = {
    'one regular expression': speed(() => {
      for (const { text } of corpus.documents) readPlainly(text)
    }),
    parley: speed(() => {
      for (const document of corpus.documents) readDocument(document, kit)
    }),
  }

  const gold = join(shared, 'gold', 'ru-dev')
  const scorer = join(shared, 'tools', 'score.mjs')
  if (!existsSync(gold) || !existsSync(scorer)) {
    const rows = Object.entries(speeds).map(([name, figure]) => [name, figure, '', '', '', ''])
    return { head: HEAD, rows, note: 'The annotated set is not there: speed alone.' }
  }
  const score = (name: string, analyse: (id: string, text: string) => object): Scores => {
    const out = join(root, 'out', 'bench', name)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    for (const file of readdirSync(gold).filter(file => file.endsWith('.json'))) {
      const { text } = JSON.parse(readFileSync(join(gold, file), 'utf8')) as { text: string }
      writeFileSync(join(out, file), JSON.stringify(analyse(basename(file, '.json'), text)))
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [scorer, gold, out, '--json'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${scorer}: ${stderr}`)
    return JSON.parse(stdout) as Scores
  }
  const scores = {
    'one regular expression': score('plainest', analysePlainly),
    parley: score('parley', (id, text) => readDocument(makeDocument({ id, text, language: 'ru' }), kit)),
  }
  const rows = Object.entries(scores).map(([name, { quotations }]) => [
    name,
    speeds[name as keyof typeof speeds],
    quotations.span.p.toFixed(3),
    quotations.span.r.toFixed(3),
    quotations.span.f1.toFixed(3),
    quotations.attributed.f1.toFixed(3),
  ])
  return { head: HEAD, rows, note: 'Quotations of gold/ru-dev, all three kinds.' }
}
