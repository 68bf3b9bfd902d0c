/** The Russian pack as built, for tests that need real words. */
import { readFileSync } from 'node:fs'
import { openPack } from '../../src/kit/open-pack.ts'
import type { LanguagePack } from '../../src/kit.ts'

let pack: LanguagePack | null = null

/** Opened once for all tests of a file. Throws when `npm run prepare` has not built it. */
export function russianPack(): LanguagePack {
  pack ??= openPack(readFileSync(new URL('../../../../build/packs/ru.pack', import.meta.url)))
  return pack
}
