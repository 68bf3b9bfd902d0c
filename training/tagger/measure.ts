/**
 * Measures choosing readings on treebanks: the most frequent reading, and a model.
 *   node training/tagger/measure.ts --model languages/ru/models/tagger.bin FILE.conllu…
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { Tagger } from '../../packages/core/src/words/tagger/tagger.ts'
import { format, measure } from './accuracy.ts'
import { readExamples } from './examples.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: 'build/packs/ru.pack' },
    model: { type: 'string', default: 'languages/ru/models/tagger.bin' },
  },
})
const pack = openPack(readFileSync(values.pack))
const tagger = new Tagger(readFileSync(values.model))
for (const file of positionals) {
  const examples = readExamples([file], pack)
  console.log(basename(file))
  console.log(
    format(
      '  most frequent reading',
      measure(examples, ({ forms }) => new Uint8Array(forms.length)),
    ),
  )
  const choose = ({ forms }: { forms: (typeof examples)[number]['forms'] }): Uint8Array => {
    const best = new Uint8Array(forms.length)
    tagger.choose(forms, 0, forms.length, best)
    return best
  }
  console.log(format('  tagger', measure(examples, choose)))
}
