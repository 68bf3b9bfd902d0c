/** What is chosen of facets, each with a way to take it away. */
import { useTranslation } from 'react-i18next'

export interface Chip<Name extends string> {
  readonly facet: Name
  readonly value: string
  readonly name: string
}

export function Chips<Name extends string>({
  chips,
  onRemove,
}: {
  readonly chips: readonly Chip<Name>[]
  readonly onRemove: (facet: Name, value: string) => void
}) {
  const { t } = useTranslation()
  return chips.map(({ facet, value, name }) => (
    <span key={`${facet} ${value}`} className="chip">
      {name}
      <button type="button" aria-label={t('facets.remove', { name })} onClick={() => onRemove(facet, value)}>
        ×
      </button>
    </span>
  ))
}
