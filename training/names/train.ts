/**
 * Trains the Russian namer and writes `languages/ru/models/namer.bin`.
 * usage: node training/names/train.ts --bsnlp names.jsonl --factrueval FOLDER [--out FILE] [--folds N] [--test FOLDER] [--analyses FOLDER]
 * `--folds N` measures by cross-validation on the documents of factRuEval instead of writing; `--test` measures the namer of all
 * data on a folder it did not learn from. Both measure the whole reader with that namer in its pack; `--analyses` keeps what it read.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { compileKnownWords } from '../../packages/core/src/names/known-words.ts'
import { compileListedNames } from '../../packages/core/src/names/listed-names.ts'
import {
  Namer,
  type NamerWeights,
  noWeights,
  readNamer,
  writeNamer,
} from '../../packages/core/src/names/namer-model.ts'
import { type GoldDocument, readBsnlp, readFolder } from './corpus.ts'
import { makeExample } from './examples.ts'
import { course } from './lessons.ts'
import { kitWithNamer, measure, read } from './measure.ts'
import { DEFAULTS, type TrainingOptions } from './trainer.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values } = parseArgs({
  options: {
    bsnlp: { type: 'string' },
    factrueval: { type: 'string' },
    out: { type: 'string', default: `${root}languages/ru/models/namer.bin` },
    folds: { type: 'string' },
    test: { type: 'string' },
    analyses: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
})
if (values.bsnlp === undefined || values.factrueval === undefined) {
  console.error(
    'usage: train.ts --bsnlp names.jsonl --factrueval FOLDER [--out FILE] [--folds N] [--test FOLDER] [--analyses FOLDER] [--set option=number]…',
  )
  process.exit(2)
}

const file = readFileSync(`${root}build/packs/ru.pack`)
const pack = openPack(file)
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
  const results = Array.from({ length: folds }, (_, fold) => {
    const seen = news.filter((_, i) => i % folds !== fold)
    const unseen = news.filter((_, i) => i % folds === fold)
    return readAll(
      unseen.map(({ document }) => document),
      course([...seen, ...others], known, listed, options),
    )
  })
  console.log(`factRuEval, ${folds} folds\n${measure(results.flat())}`)
} else {
  const weights = course([...news, ...others], known, listed, options)
  const bytes = writeNamer(weights)
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, bytes)
  console.log(`${values.out}: ${weights.hashes.length} form features, ${bytes.length} bytes`)
}
if (values.test !== undefined) {
  console.log(`${values.test}\n${measure(readAll(readFolder(values.test), readNamer(readFileSync(values.out))))}`)
}

function readAll(documents: readonly GoldDocument[], weights: NamerWeights) {
  const kit = kitWithNamer(file, weights)
  return documents.map(document => {
    const analysis = read(document, kit)
    if (values.analyses !== undefined) {
      mkdirSync(values.analyses, { recursive: true })
      writeFileSync(`${values.analyses}/${document.id}.json`, JSON.stringify(analysis))
    }
    return { document, analysis }
  })
}
