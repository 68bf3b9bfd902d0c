/** Names and order of parties as the reader chose them (the View menu, or the address). */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierAnswer, NameAnswer } from '../api/contract.ts'
import { useOpenSetting } from '../settings.ts'
import { useProcess } from '../shell/use-process.ts'
import { nameBy, readWhose, type Whose } from './name-choice.ts'
import { inOrder, readOrder } from './party-order.ts'

interface Named {
  readonly id: string
  readonly names: readonly NameAnswer[]
}

export interface Names {
  readonly whose: Whose
  /** '' for a thing without names. */
  readonly nameOf: (names: readonly NameAnswer[]) => string
  readonly inOrder: <Thing extends Named>(things: readonly Thing[]) => Thing[]
  /** Ids of all parties and bodies of a dossier. */
  readonly orderOf: (dossier: Pick<DossierAnswer, 'parties' | 'bodies'>) => string[]
}

export function useNames(): Names {
  const { i18n } = useTranslation()
  const { language } = i18n
  const names = useOpenSetting('names')
  const order = useOpenSetting('order')
  const known = useProcess()?.parties
  return useMemo(() => {
    const chosen = readOrder(order)
    const parties = inOrder(known ?? [], chosen, language)
    const whose = readWhose(names, parties)
    return {
      whose,
      nameOf: all => nameBy(all, { whose, parties, language }),
      inOrder: things => inOrder(things, chosen, language),
      orderOf: ({ parties, bodies }) => inOrder<Named>([...parties, ...bodies], chosen, language).map(({ id }) => id),
    }
  }, [known, names, order, language])
}
