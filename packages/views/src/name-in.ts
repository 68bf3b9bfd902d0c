/** What to show of a dossier's names and texts, which stand side by side in many languages. */
import type { DossierName, Texts } from '@parley/core'

type Name = Pick<DossierName, 'lang' | 'text' | 'kind' | 'usedBy'>

/** The text in a language, else in English, else in the first there is; '' for none. */
export function textIn(texts: Texts, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? ''
}

/**
 * The short name in a language, else the full one, else a name in English or any language. Where sides use different names all stand,
 * joined by ` / `, in the dossier's order; `id` where there is no name.
 */
export function nameIn(names: readonly Name[], language: string, id: string): string {
  for (const lang of [language, 'en', names[0]?.lang]) {
    for (const kind of ['short', 'full', 'abbreviation'] as const) {
      const found = names.filter(name => name.lang === lang && name.kind === kind)
      if (found.length === 0) continue
      const disputed = found.every(({ usedBy }) => usedBy.length > 0)
      return (disputed ? found : found.slice(0, 1)).map(({ text }) => text).join(' / ')
    }
  }
  return id
}
