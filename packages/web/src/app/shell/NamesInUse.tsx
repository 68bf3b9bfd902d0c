/** What the foot says of names and order, so that nobody takes them for the only ones. */
import { useTranslation } from 'react-i18next'
import { useNames } from '../names/use-names.ts'
import { useOpenSetting } from '../settings.ts'
import { nameIn } from '../words/texts.ts'
import { useProcess } from './use-process.ts'

export function NamesInUse() {
  const { t, i18n } = useTranslation()
  const { whose } = useNames()
  const process = useProcess()
  const order = useOpenSetting('order')
  const name =
    whose.kind === 'party'
      ? nameIn(process?.parties.find(({ id }) => id === whose.id)?.names ?? [], i18n.language)
      : whose.kind === 'language'
        ? new Intl.DisplayNames(i18n.language, { type: 'language' }).of(whose.code)
        : ''
  return (
    <>
      <span>{t(`foot.names_${whose.kind}`, { name })}</span>
      <span>{t(order === '' ? 'foot.order_alphabet' : 'foot.order_own')}</span>
    </>
  )
}
