/** Prints the forms of a treebank for which the lexicon has no right reading: what tables and patches should mend. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openPack } from '../../packages/core/src/kit/open-pack.ts'
import { readTreebank } from './conllu.ts'
import { rightReadings } from './match-readings.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const pack = openPack(readFileSync('build/packs/ru.pack'))
let tokens = 0
let missing = 0
const counts = new Map<string, number>()
for (const file of positionals) {
  for (const sentence of readTreebank(file)) {
    for (const token of sentence) {
      tokens++
      const form = pack.lexicon.form(token.form)
      if (rightReadings(token, form).length > 0) continue
      missing++
      const feats = [...token.feats].map(([name, value]) => `${name}=${value}`).join('|')
      const line = `${token.form.toLowerCase()} ${token.upos} ${token.lemma} ${feats}`
      counts.set(line, (counts.get(line) ?? 0) + 1)
    }
  }
}
console.log(`${missing} of ${tokens} tokens have no right reading (${((missing / tokens) * 100).toFixed(2)} %)`)
for (const [line, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200)) console.log(count, line)
