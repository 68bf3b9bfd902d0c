/** What a value of a facet is called on the page: sides as the reader chose, points by number and title, languages by the page's own. */
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { DossierAnswer, FacetName } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { useRecord } from '../../shell/use-record.ts'
import { inLanguage } from '../../words/texts.ts'

/** `label`: as documents name a speaker. */
export type FacetNames = (facet: FacetName, value: string, label: string | null) => string

export interface Dossiers {
  readonly nameOf: FacetNames
  readonly all: readonly DossierAnswer[]
}

export function useFacetNames(): Dossiers {
  const { t, i18n } = useTranslation()
  const names = useNames()
  const record = useRecord()
  const { language } = i18n
  const dossiers = useQueries({
    queries: (record.data?.dossiers ?? []).map(({ id }) => ({
      queryKey: ['dossier', id],
      queryFn: () => ask<DossierAnswer>(`dossiers/${id}`),
    })),
  }).flatMap(({ data }) => (data === undefined ? [] : [data]))
  const nameOf: FacetNames = (facet, value, label) => {
    switch (facet) {
      case 'side': {
        const side = dossiers.flatMap(({ parties, bodies }) => [...parties, ...bodies]).find(({ id }) => id === value)
        return side === undefined ? value : names.nameOf(side.names)
      }
      case 'stipulation': {
        const title = stipulationsOf(dossiers).find(({ id }) => id === value)?.titles
        const number = value.slice(value.lastIndexOf('/') + 1)
        return title === undefined ? value : `${number} ${inLanguage(title, language)}`
      }
      case 'checked':
        return t(`statements.checked.${value}`, { defaultValue: value })
      case 'kind':
        return t(`found.${value}`)
      case 'act':
        return t(`act.${value}`, { defaultValue: value })
      case 'language':
        return new Intl.DisplayNames([language], { type: 'language' }).of(value) ?? value
      default:
        return label ?? value
    }
  }
  return { nameOf, all: dossiers }
}

function stipulationsOf(dossiers: readonly DossierAnswer[]) {
  return dossiers.flatMap(({ agreements }) =>
    agreements.flatMap(({ provisions }) => provisions.flatMap(({ stipulations }) => stipulations)),
  )
}
