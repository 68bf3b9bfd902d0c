/** Verbs of becoming and words that make a place a party, from the table `copulas`. */
import type { LanguagePack } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'

export interface Copulas {
  /** «стал», «назначен»: its instrumental says what someone is. */
  readonly becoming: PhraseTable<true>
  /** «со стороны», «между», «с»: what follows acts. */
  readonly parties: PhraseTable<true>
}

export function compileCopulas(pack: LanguagePack): Copulas {
  const becoming = new PhraseTable<true>(pack.keys)
  const parties = new PhraseTable<true>(pack.keys)
  for (const row of pack.table('copulas')) (row.role === 'becoming' ? becoming : parties).add(row.wording, true)
  return { becoming, parties }
}
