/** The reader's own choices. */
import { useTranslation } from 'react-i18next'
import { choicesOf, keepSetting, type SettingName, useSetting } from '../settings.ts'
import { Menu } from './Menu.tsx'
import { NamesMenu } from './NamesMenu.tsx'

export function ViewMenu() {
  const { t } = useTranslation()
  return (
    <Menu label={t('view.label')}>
      <NamesMenu />
      <Choices name="theme" />
      <Choices name="language" />
    </Menu>
  )
}

function Choices({ name }: { readonly name: SettingName }) {
  const { t } = useTranslation()
  const chosen = useSetting(name)
  return (
    <fieldset>
      <legend>{t(`view.${name}`)}</legend>
      {choicesOf(name).map(value => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => keepSetting(name, value)}
          />
          {t(`view.${name}_${value}`)}
        </label>
      ))}
    </fieldset>
  )
}
