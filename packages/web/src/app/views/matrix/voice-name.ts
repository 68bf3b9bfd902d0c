import { useTranslation } from 'react-i18next'
import { nameIn } from '../../words/texts.ts'
import type { Voice } from './matrix-model.ts'

/** The name of a voice in the language of the page. */
export function useVoiceName(): (voice: Voice) => string {
  const { t, i18n } = useTranslation()
  return voice => (voice.of === null ? t('matrix.press') : nameIn(voice.of.names, i18n.language))
}
