/** The words of the interface in the reader's language. Tables are JSON, one a language; plural forms by Intl.PluralRules. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { readSetting, subscribe } from '../settings.ts'
import en from './en.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }

const TABLES = { en: { translation: en }, ru: { translation: ru } }

export async function loadWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: TABLES,
    lng: chosenLanguage(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const apply = () => {
    document.documentElement.lang = i18next.language
  }
  i18next.on('languageChanged', apply)
  subscribe(() => {
    const language = chosenLanguage()
    if (language !== i18next.language) void i18next.changeLanguage(language)
  })
  apply()
}

/** The reader's choice, else the first language of the browser's that we have. */
function chosenLanguage(): string {
  const choice = readSetting('language')
  if (choice !== 'system') return choice
  return navigator.languages.map(tag => tag.split('-')[0]).find(code => code in TABLES) ?? 'en'
}
