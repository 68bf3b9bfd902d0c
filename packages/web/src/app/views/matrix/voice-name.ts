import { useTranslation } from 'react-i18next'
import { useNames } from '../../names/use-names.ts'
import type { Voice } from './matrix-model.ts'

/** The name of a voice in the language of the page, as the reader chose. */
export function useVoiceName(): (voice: Voice) => string {
  const { t } = useTranslation()
  const { nameOf } = useNames()
  return voice => (voice.of === null ? t('matrix.press') : nameOf(voice.of.names))
}
