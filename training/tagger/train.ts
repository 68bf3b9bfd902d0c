/**
 * Trains the tagger of a language and writes its model.
 *   node training/tagger/train.ts --out languages/ru/models/tagger.bin FILE.conllu…
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { readExamples } from './examples.ts'
import { learn } from './learn.ts'
import { writeModel } from './quantise.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: 'build/packs/ru.pack' },
    out: { type: 'string', default: 'languages/ru/models/tagger.bin' },
    epochs: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '8' },
  },
})
const pack = openPack(readFileSync(values.pack))
const examples = readExamples(positionals, pack)
const learned = learn(
  examples,
  { epochs: Number(values.epochs), rounds: Number(values.rounds), contextAtLeast: 6 },
  line => console.error(line),
)
const bytes = writeModel(learned)
writeFileSync(values.out, bytes)
console.error(`${examples.length} sentences, ${bytes.length} bytes to ${values.out}`)
