/**
 * Child of the bench: what dossiers cost the whole pipeline. Kits without a dossier, with a bundled one and with many names read the same texts in turn,
 * on one core; prints JSON. argv: shared folder, rounds.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeKit, readDocument } from '@parley/core'
import { loadDossiers, PACKS } from '@parley/service'
import { dossierOf } from './many-names.ts'
import { cpuSeconds } from './measure.ts'
import { news } from './texts.ts'

export interface DossierCost {
  readonly characters: number
  readonly kits: readonly {
    readonly name: string
    /** Seconds until the first text is read: the names are declined then. */
    readonly first: number
    /** Seconds of each round. */
    readonly rounds: readonly number[]
  }[]
}

/** Documents read a round: enough to be even, and done in minutes. */
const DOCUMENTS = 400

const [shared, roundsText] = process.argv.slice(2)
const documents = news(shared).documents.slice(0, DOCUMENTS)
const pack = () => readFileSync(join(PACKS, 'ru.pack'))
const kits = [
  { name: 'no dossier', kit: makeKit([pack()]) },
  { name: 'karabakh-2020', kit: makeKit([pack()], loadDossiers(['karabakh-2020'])) },
  { name: '10,000 names', kit: makeKit([pack()], [dossierOf(10_000)]) },
].map(one => {
  readDocument({ ...documents[0], language: 'ru', text: 'Один.' }, { ...one.kit, dossiers: [], dossier: null })
  return { ...one, first: cpuSeconds(() => readDocument(documents[0], one.kit)), rounds: [] as number[] }
})
for (let round = -1; round < Number(roundsText); round++) {
  for (const { kit, rounds } of kits) {
    const time = cpuSeconds(() => {
      for (const document of documents) readDocument(document, kit)
    })
    // The first round is for the engine's compiler.
    if (round >= 0) rounds.push(time)
  }
}
const characters = documents.reduce((sum, { text }) => sum + text.length, 0)
const cost: DossierCost = { characters, kits: kits.map(({ name, first, rounds }) => ({ name, first, rounds })) }
process.stdout.write(JSON.stringify(cost))
