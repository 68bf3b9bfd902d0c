/**
 * Trains the Russian namer and writes `languages/ru/models/namer.bin`.
 * usage: node training/names/train.ts --bsnlp names.jsonl --factrueval FOLDER [--out FILE] [--folds N] [--test FOLDER]
 * `--folds N` measures by cross-validation on the documents of factRuEval instead of writing; `--test` measures the namer of all
 * data on a folder it did not learn from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { compileKnownWords } from '../../packages/core/src/names/known-words.ts'
import { labelTokens } from '../../packages/core/src/names/label-tokens.ts'
import { compileListedNames } from '../../packages/core/src/names/listed-names.ts'
import {
  Namer,
  type NamerWeights,
  noWeights,
  readNamer,
  writeNamer,
} from '../../packages/core/src/names/namer-model.ts'
import { spansOfLabels } from '../../packages/core/src/names/spans-of-labels.ts'
import { readBsnlp, readFolder } from './corpus.ts'
import { type Example, makeExample } from './examples.ts'
import { course, forget } from './lessons.ts'
import { measure } from './measure.ts'
import { DEFAULTS, type TrainingOptions } from './trainer.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values } = parseArgs({
  options: {
    bsnlp: { type: 'string' },
    factrueval: { type: 'string' },
    out: { type: 'string', default: `${root}languages/ru/models/namer.bin` },
    folds: { type: 'string' },
    test: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
})
if (values.bsnlp === undefined || values.factrueval === undefined) {
  console.error(
    'usage: train.ts --bsnlp names.jsonl --factrueval FOLDER [--out FILE] [--folds N] [--test FOLDER] [--set option=number]…',
  )
  process.exit(2)
}

const pack = openPack(readFileSync(`${root}build/packs/ru.pack`))
const known = compileKnownWords(pack)
const listed = compileListedNames(pack)
// Classes and kinds of forms hang on no weights; the forms are told to forget them before each namer reads.
const kinds = new Namer(noWeights(), known, listed)
const given = Object.fromEntries(values.set.map(pair => [pair.split('=')[0], Number(pair.split('=')[1])]))
const options: TrainingOptions = { ...DEFAULTS, ...given, report: line => console.error(line) }
const news = readFolder(values.factrueval).map(document => makeExample(document, pack, kinds))
const others = readBsnlp(values.bsnlp).map(document => makeExample(document, pack, kinds))

if (values.folds !== undefined) {
  const folds = Number(values.folds)
  const results: { example: Example; spans: ReturnType<typeof spansOfLabels> }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = course([...news.filter((_, i) => i % folds !== fold), ...others], known, listed, options)
    const unseen = news.filter((_, i) => i % folds === fold)
    results.push(...read(unseen, weights))
  }
  console.log(`factRuEval, ${folds} folds\n${measure(results)}`)
} else {
  const weights = course([...news, ...others], known, listed, options)
  const bytes = writeNamer(weights)
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, bytes)
  console.log(`${values.out}: ${weights.hashes.length} form features, ${bytes.length} bytes`)
}
if (values.test !== undefined) {
  const weights = readNamer(readFileSync(values.out))
  const unseen = readFolder(values.test).map(document => makeExample(document, pack, kinds))
  console.log(`${values.test}\n${measure(read(unseen, weights))}`)
}

function read(examples: readonly Example[], weights: NamerWeights) {
  const namer = new Namer(weights, known, listed)
  for (const example of examples) forget(example)
  const results = examples.map(example => {
    const { tokens, sentences, columns } = example
    return { example, spans: spansOfLabels(labelTokens(tokens, sentences, columns, namer)) }
  })
  for (const example of examples) forget(example)
  return results
}
