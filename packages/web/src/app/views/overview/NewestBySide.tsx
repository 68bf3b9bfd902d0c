/** The newest statements of each side, in the order the reader set, each with its words. */
import { useTranslation } from 'react-i18next'
import type { Voice } from '../matrix/matrix-model.ts'
import { VoiceCode } from '../matrix/VoiceCode.tsx'
import { useVoiceName } from '../matrix/voice-name.ts'
import { StatementList } from '../network/StatementList.tsx'

/** Statements of a side. */
const SHOWN = 2

/** `voices`: those of the dossier's parties and bodies; voices beside them are no side. */
export function NewestBySide({ voices }: { readonly voices: readonly Voice[] }) {
  const { t } = useTranslation()
  const voiceName = useVoiceName()
  return (
    <section className="section">
      <h2>{t('overview.newest')}</h2>
      <div className="newest-by-side">
        {voices.map(voice => (
          <div key={voice.id}>
            <h3>
              <VoiceCode voice={voice} /> {voiceName(voice)}
            </h3>
            <StatementList search={{ side: [voice.id] }} shown={SHOWN} empty={t('overview.noStatement')} />
          </div>
        ))}
      </div>
    </section>
  )
}
