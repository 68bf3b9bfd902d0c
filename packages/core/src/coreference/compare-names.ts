/** Names for comparing: folded, and surnames of men and women in one spelling. */
import type { LanguagePack } from '../kit.ts'

const MARKS = /[«»„“”"'()]/g
const CHANGED = /[ё«»„“”"'()]/

/** A name for comparison: folded, without marks. */
export function bare(name: string): string {
  const lower = name.toLowerCase()
  return (CHANGED.test(lower) ? lower.replaceAll('ё', 'е').replace(MARKS, '') : lower).trim()
}

/** Surnames of men and women by their endings, from the table `names/surname-pairs`. */
function compileSurnamePairs(pack: LanguagePack): readonly (readonly [feminine: string, masculine: string])[] {
  return pack.table('names/surname-pairs').map(row => [bare(row.feminine), bare(row.masculine)] as const)
}

/** One spelling for both: «Ветрова» is compared as «Ветров»; gender tells them apart. */
export function commonSurname(pack: LanguagePack, surname: string): string {
  for (const [feminine, masculine] of pack.derive(compileSurnamePairs)) {
    if (surname.length > feminine.length + 2 && surname.endsWith(feminine))
      return surname.slice(0, -feminine.length) + masculine
  }
  return surname
}
