/** Light or dark: the reader's choice, else the system's. Set on the root element, where the tokens look. */
import { readSetting, subscribe } from './settings.ts'

export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const choice = readSetting('theme')
    document.documentElement.dataset.theme = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice
  }
  system.addEventListener('change', apply)
  subscribe(apply)
  apply()
}
