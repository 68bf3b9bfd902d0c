/** What language.yaml says of the language as a whole. */
import type { LanguagePack } from './kit.ts'

/** Whether the order of words tells who does what. */
export function isOrdered(pack: LanguagePack): boolean {
  return pack.grammar === 'order'
}
