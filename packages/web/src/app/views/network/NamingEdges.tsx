/** Whose statements name whom, as a table; each pair opens the statements. */
import { useTranslation } from 'react-i18next'
import type { NamingAnswer } from '../../api/contract.ts'
import { SideCode } from '../../sides/SideCode.tsx'
import type { Side } from '../../sides/use-sides.ts'
import { formatDay } from '../../words/dates.ts'
import { EdgeRow } from './EdgeRow.tsx'
import { edgeOfNaming } from './network-model.ts'
import { StatementList } from './StatementList.tsx'

interface Props {
  readonly namings: readonly NamingAnswer[]
  readonly open: string | undefined
  readonly onOpen: (key: string) => void
  readonly nameOf: (actor: string) => string
  readonly sideOf: (actor: string) => Side | undefined
}

export function NamingEdges({ namings, open, onOpen, nameOf, sideOf }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <table className="table list edge-table">
      <thead>
        <tr>
          <th scope="col">{t('network.speaks')}</th>
          <th scope="col">{t('network.named')}</th>
          <th scope="col">{t('network.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {namings.map(naming => {
          const key = edgeOfNaming(naming)
          const { by, of, count, last } = naming
          return (
            <EdgeRow
              key={key}
              isOpen={key === open}
              onOpen={() => onOpen(key)}
              label={t('network.statements', { count })}
              evidence={<StatementList search={{ by, about: of }} />}
              columns={3}
            >
              <th scope="row">
                <SideCode side={sideOf(by)} />
                {nameOf(by)}
              </th>
              <td>
                <SideCode side={sideOf(of)} />
                {nameOf(of)}
                {last !== null && (
                  <span className="other-names">{t('network.last', { day: formatDay(last, i18n.language) })}</span>
                )}
              </td>
            </EdgeRow>
          )
        })}
      </tbody>
    </table>
  )
}
