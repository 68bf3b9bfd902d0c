/** Two names that are one person, or a name that is another's in this report: said of the speaker of a statement, and taken back. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../../api/client.ts'
import type { StatementAnswer } from '../../api/contract.ts'
import { useReviewer } from '../../reviewer.ts'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'

/** Queries whose answers it changes. */
const CHANGED = [
  'statements',
  'facets',
  'people',
  'person',
  'claim-points',
  'claims',
  'events',
  'network',
  'review-state',
]

export function WhoIsWho({ item }: { readonly item: StatementAnswer }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const by = useReviewer()
  const may = useMay('edit')
  const [other, setOther] = useState('')
  const [made, setMade] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { speaker, speakerRef, document } = item
  if (!may || by === '' || speaker === null) return null
  const write = async (path: string, body: unknown): Promise<number | null> => {
    try {
      const { seq } = await tell<{ readonly seq: number }>(path, body)
      setFailure(null)
      for (const name of CHANGED) void queries.invalidateQueries({ queryKey: [name] })
      return seq
    } catch (error) {
      setFailure((error as Error).message)
      return null
    }
  }
  const decide = (kind: 'merge' | 'split') => {
    const who = `who/${speakerRef ?? speaker}`
    const target = kind === 'merge' ? who : `${document}/${who}`
    void write('decisions', { kind, target, value: { with: `who/${other.trim()}` }, by }).then(setMade)
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
        <button
          type="button"
          className="button"
          onClick={() => void write(`decisions/${made}/undo`, { by }).then(() => setMade(null))}
        >
          {t('review.undo')}
        </button>
      )}
      {failure !== null && <Failed reason={failure} />}
    </div>
  )
}
