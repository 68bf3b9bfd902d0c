/** Verbs of becoming and words that make a place a party, from the table `copulas`. */
import type { LanguagePack } from '../kit.ts'
import { PhraseTable } from '../words/phrases.ts'

export interface Copulas {
  /** «стал», «назначен»: its instrumental says what someone is. */
  readonly becoming: PhraseTable<true>
  /** «возглавляет»: its object is what someone heads. */
  readonly heading: PhraseTable<true>
  /** «со стороны», «между», «с»: what follows acts. */
  readonly party: PhraseTable<true>
  /** «будет подписан»: only lends its tense. */
  readonly auxiliary: PhraseTable<true>
}

export function compileCopulas(pack: LanguagePack): Copulas {
  const copulas: Copulas = {
    becoming: new PhraseTable(pack.keys),
    heading: new PhraseTable(pack.keys),
    party: new PhraseTable(pack.keys),
    auxiliary: new PhraseTable(pack.keys),
  }
  for (const row of pack.table('copulas')) copulas[row.role as keyof Copulas].add(row.wording, true)
  return copulas
}
