/** The invented dossier of the gold lines, and a kit with it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Dossier, formatProblem, type Kit, makeKit } from '@parley/core'
import { checkDossier } from '@parley/dossier'

const { dossier, problems } = checkDossier(
  fileURLToPath(new URL('../../../../gold/dossiers/strait-2019', import.meta.url)),
)
if (dossier === null) throw new Error(problems.map(formatProblem).join('\n'))

export const STRAIT: Dossier = dossier
export const PACK = readFileSync(new URL('../../../../build/packs/ru.pack', import.meta.url))
export const straitKit: Kit = makeKit([PACK], [STRAIT])
