/** What may be chosen of each facet, with how many rows it would leave. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetAnswer, FacetsAnswer } from '../../api/contract.ts'
import './facets.css'

interface Props<Name extends string> {
  readonly counts: FacetsAnswer<Name>
  readonly chosen: Readonly<Partial<Record<Name, readonly string[] | undefined>>>
  /** What a facet is called. */
  readonly titleOf: (facet: Name) => string
  /** What a value is called; `label`: as documents name it. */
  readonly nameOf: (facet: Name, value: string, label: string | null) => string
  /** Before the name of a value. */
  readonly markOf?: (facet: Name, value: string) => ReactNode
  readonly onChoose: (facet: Name, values: readonly string[]) => void
}

export function Facets<Name extends string>({ counts, chosen, onChoose, ...words }: Props<Name>) {
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
            onChoose={values => onChoose(facet.facet, values)}
            {...words}
          />
        ))}
      {!isWhole && <p className="small mute">{t('facets.leastWhy', { count: MOST })}</p>}
    </>
  )
}

/** Hits that the server counts at most. */
const MOST = 2000
const SHOWN = 7

interface GroupProps<Name extends string> extends Pick<Props<Name>, 'titleOf' | 'nameOf' | 'markOf'> {
  readonly facet: FacetAnswer<Name>
  readonly picked: readonly string[]
  readonly onChoose: (values: readonly string[]) => void
}

function FacetGroup<Name extends string>({
  facet: { facet, values, others, isWhole },
  picked,
  titleOf,
  nameOf,
  markOf = () => null,
  onChoose,
}: GroupProps<Name>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? values : values.filter(({ value }, i) => i < SHOWN || picked.includes(value))
  const hidden = values.length - shown.length
  return (
    <fieldset className="facet">
      <legend>{titleOf(facet)}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={picked.includes(value)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...picked, value] : picked.filter(other => other !== value))
            }
          />
          {markOf(facet, value)}
          <span className="facet-name">{nameOf(facet, value, label)}</span>
          <span className="facet-count">{isWhole ? count : t('facets.least', { count })}</span>
        </label>
      ))}
      {(hidden > 0 || isOpen) && (
        <button type="button" className="link small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('facets.fewer') : t('facets.more', { count: hidden })}
        </button>
      )}
      {isOpen && others > 0 && <p className="small mute">{t('facets.othersToo', { count: others })}</p>}
    </fieldset>
  )
}
