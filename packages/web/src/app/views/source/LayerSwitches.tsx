/** Which layers of findings the text shows; each switch shows how its layer looks. */
import type { Analysis } from '@parley/core'
import { useTranslation } from 'react-i18next'

export const LAYERS = ['claims', 'quotations', 'speakers', 'events', 'times'] as const
export type LayerName = (typeof LAYERS)[number]

const SAMPLES: Readonly<Record<LayerName, string>> = {
  claims: '',
  quotations: 'layer-direct',
  speakers: 'layer-speaker',
  events: 'layer-event',
  times: 'layer-time',
}

interface Props {
  readonly analysis: Analysis
  readonly hidden: readonly LayerName[]
  readonly onToggle: (layer: LayerName) => void
}

export function LayerSwitches({ analysis, hidden, onToggle }: Props) {
  const { t } = useTranslation()
  const counts: Readonly<Record<LayerName, number>> = {
    claims: analysis.claims.length,
    quotations: analysis.quotations.length,
    speakers: analysis.quotations.filter(({ speaker }) => speaker !== null).length,
    events: analysis.events.length,
    times: analysis.times.length,
  }
  return (
    <fieldset className="layers">
      <legend>{t('layers.label')}</legend>
      {LAYERS.map(layer => (
        <label key={layer}>
          <input type="checkbox" checked={!hidden.includes(layer)} onChange={() => onToggle(layer)} />
          <span className={`sample ${SAMPLES[layer]}`}>{t(`layers.${layer}`)}</span>
          <span className="mute">{counts[layer]}</span>
        </label>
      ))}
    </fieldset>
  )
}
