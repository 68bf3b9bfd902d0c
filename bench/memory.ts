/** Child of the bench: reads a corpus once, in a fresh process; prints the greatest memory the process ever held, in bytes, as JSON. */
import { readDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { news } from './texts.ts'

export interface Memory {
  readonly peak: number
}

const corpus = news(process.argv[2])
const kit = loadKit()
let quotations = 0
for (const document of corpus.documents) quotations += readDocument(document, kit).quotations.length
if (quotations === 0) throw new Error(`nothing was read in ${corpus.name}`)
process.stdout.write(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 } satisfies Memory))
