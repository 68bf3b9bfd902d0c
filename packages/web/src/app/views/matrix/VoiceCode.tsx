/** A voice in two to four letters, in a frame of its place's hue; dotted for voices beside the parties. */
import { useTranslation } from 'react-i18next'
import type { Voice } from './matrix-model.ts'

export function VoiceCode({ voice }: { readonly voice: Voice }) {
  const { t } = useTranslation()
  const beside = voice.standing === 'press' || voice.standing === 'monitor'
  const country = voice.of !== null && 'country' in voice.of ? voice.of.country : null
  const code = voice.standing === 'press' ? t('matrix.pressCode') : (country ?? voice.id.slice(0, 4).toUpperCase())
  return (
    <span className={`voice voice-${voice.slot}${beside ? ' voice-beside' : ''}`} aria-hidden="true">
      {code}
    </span>
  )
}
