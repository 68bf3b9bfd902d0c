/** Two names that are one person, or a name that is another's in this report: said of the speaker of a statement, and taken back. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementAnswer } from '../../api/contract.ts'
import { outbox } from '../../decisions/decisions.ts'
import { useReviewer } from '../../reviewer.ts'
import { useMay } from '../../session/use-session.ts'

export function WhoIsWho({ item }: { readonly item: StatementAnswer }) {
  const { t } = useTranslation()
  const by = useReviewer()
  const may = useMay('edit')
  const [other, setOther] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const { speaker, speakerRef, document } = item
  if (!may || by === '' || speaker === null) return null
  const said = { by, about: `${speaker}: ${other.trim()}`, language: item.language }
  const undo = async (id: string) => {
    const seq = await outbox.takeBack(id)
    if (seq !== null) outbox.put({ kind: 'undo', target: `decision/${seq}` }, said)
    setMade(null)
  }
  const decide = (kind: 'merge' | 'split') => {
    const who = `who/${speakerRef ?? speaker}`
    const target = kind === 'merge' ? who : `${document}/${who}`
    const value = { with: `who/${other.trim()}` }
    setMade(outbox.put({ kind, target, value }, said))
  }
  return (
    <div className="who-is-who">
      <label>
        {t('statements.who.is', { name: speaker })}{' '}
        <input className="field" value={other} onChange={event => setOther(event.target.value)} />
      </label>
      <button type="button" className="button" disabled={other.trim() === ''} onClick={() => decide('merge')}>
        {t('statements.who.merge')}
      </button>
      <button type="button" className="button" disabled={other.trim() === ''} onClick={() => decide('split')}>
        {t('statements.who.split')}
      </button>
      {made !== null && (
        <button type="button" className="button" onClick={() => void undo(made)}>
          {t('review.undo')}
        </button>
      )}
    </div>
  )
}
