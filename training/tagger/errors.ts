/** Prints what a model gets wrong on treebanks: kinds of error by frequency, then examples with their sentence's words around. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { Tagger } from '../../packages/core/src/words/tagger/tagger.ts'
import { readExamples } from './examples.ts'
import { fitOf } from './match-readings.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: 'build/packs/ru.pack' },
    model: { type: 'string', default: 'languages/ru/models/tagger.bin' },
    show: { type: 'string', default: '40' },
  },
})
const pack = openPack(readFileSync(values.pack))
const tagger = new Tagger(readFileSync(values.model))
const kinds = new Map<string, number>()
const examples: string[] = []
for (const { tokens, forms } of readExamples(positionals, pack)) {
  const best = new Uint8Array(forms.length)
  tagger.choose(forms, 0, forms.length, best)
  for (const [i, token] of tokens.entries()) {
    if (!/\p{L}/u.test(token.form) || token.upos === 'PUNCT' || token.upos === 'X') continue
    const reading = forms[i].readings[best[i]]
    const fit = fitOf(token, reading)
    if (fit.pos && fit.grammar) continue
    const wanted = `${token.upos} ${['Case', 'Number', 'Gender', 'VerbForm']
      .map(name => token.feats.get(name) ?? '')
      .join(' ')
      .trim()}`
    const got = `${reading.pos.toString(2).length - 1}:${(reading.agr & 0x7ff).toString(2)}`
    const kind = fit.pos ? `${wanted.split(' ').slice(0, 2).join(' ')} > ${got.slice(0, 40)}` : `${wanted} > pos ${got}`
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const around = tokens
      .slice(Math.max(0, i - 5), i + 4)
      .map((other, k) => (k === Math.min(5, i) ? `[${other.form}]` : other.form))
    examples.push(`${around.join(' ')}   ${wanted}   ${reading.lemma} ${got}`)
  }
}
for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 30)) console.log(count, kind)
const every = Math.max(1, Math.floor(examples.length / Number(values.show)))
for (let i = 0; i < examples.length; i += every) console.log(examples[i])
