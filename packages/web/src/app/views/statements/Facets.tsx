/** What may be chosen of each facet, with how many statements it would leave. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetAnswer, FacetName, FacetsAnswer } from '../../api/contract.ts'
import type { FacetNames } from './use-facet-names.ts'

interface Props {
  readonly counts: FacetsAnswer
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[] | undefined>>>
  readonly names: FacetNames
  readonly onChoose: (facet: FacetName, values: readonly string[]) => void
}

export function Facets({ counts, chosen, names, onChoose }: Props) {
  const { t } = useTranslation()
  const isWhole = counts.facets.every(facet => facet.isWhole)
  return (
    <>
      {counts.facets
        .filter(({ values }) => values.length > 0)
        .map(facet => (
          <FacetGroup
            key={facet.facet}
            facet={facet}
            picked={chosen[facet.facet] ?? []}
            names={names}
            onChoose={values => onChoose(facet.facet, values)}
          />
        ))}
      {!isWhole && <p className="small mute">{t('statements.leastWhy', { count: MOST })}</p>}
    </>
  )
}

/** Hits that the server counts at most. */
const MOST = 2000
const SHOWN = 7

interface GroupProps {
  readonly facet: FacetAnswer
  readonly picked: readonly string[]
  readonly names: FacetNames
  readonly onChoose: (values: readonly string[]) => void
}

function FacetGroup({ facet: { facet, values, others, isWhole }, picked, names, onChoose }: GroupProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? values : values.filter(({ value }, i) => i < SHOWN || picked.includes(value))
  const hidden = values.length - shown.length
  return (
    <fieldset className="facet">
      <legend>{t(`statements.facet.${facet}`)}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={picked.includes(value)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...picked, value] : picked.filter(other => other !== value))
            }
          />
          <span className="facet-name">{names(facet, value, label)}</span>
          <span className="facet-count">{isWhole ? count : t('statements.least', { count })}</span>
        </label>
      ))}
      {(hidden > 0 || isOpen) && (
        <button type="button" className="link small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('statements.fewer') : t('statements.more', { count: hidden })}
        </button>
      )}
      {isOpen && others > 0 && <p className="small mute">{t('statements.othersToo', { count: others })}</p>}
    </fieldset>
  )
}
