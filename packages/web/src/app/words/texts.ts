/** Texts and names that come in several languages. */
import type { DossierName, Texts } from '@parley/core'

/** The text in the language of the page, else in English, else in any. */
export function inLanguage(texts: Texts, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? ''
}

/** The name as one says it: a short one where there is one, in the language of the page, else in English, else in any. */
export function nameIn(names: readonly Pick<DossierName, 'lang' | 'text' | 'kind'>[], language: string): string {
  const order: readonly DossierName['kind'][] = ['short', 'full', 'abbreviation', 'former']
  for (const lang of [language, 'en', null]) {
    const own = names.filter(name => lang === null || name.lang === lang)
    for (const kind of order) {
      const found = own.find(name => name.kind === kind)
      if (found !== undefined) return found.text
    }
  }
  return ''
}
