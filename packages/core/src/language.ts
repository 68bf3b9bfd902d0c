/** What language.yaml says of the language as a whole. */
import type { LanguagePack } from './kit.ts'

/** What tells who does what: the case of nouns, or the order of words. */
export type Grammar = 'case' | 'order'

interface LanguageData {
  readonly grammar?: Grammar
}

export function grammarOf(pack: LanguagePack): Grammar {
  return (pack.data('language') as LanguageData).grammar ?? 'case'
}

/** Whether the order of words tells who does what. */
export function isOrdered(pack: LanguagePack): boolean {
  return grammarOf(pack) === 'order'
}
