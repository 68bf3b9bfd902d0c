/** Whose names of places and bodies are shown, and the order of the parties: the reader's own, kept on this device. */
import { useTranslation } from 'react-i18next'
import type { PartyFacts } from '../api/contract.ts'
import { writeWhose } from '../names/name-choice.ts'
import { moved, writeOrder } from '../names/party-order.ts'
import { useNames } from '../names/use-names.ts'
import { keepOpenSetting, useOpenSetting } from '../settings.ts'
import { nameIn } from '../words/texts.ts'
import { useProcess } from './use-process.ts'

export function NamesMenu() {
  const dossier = useProcess()
  if (dossier === undefined) return null
  return (
    <>
      <Whose parties={dossier.parties} languages={dossier.nameLanguages} />
      <Order parties={dossier.parties} />
    </>
  )
}

function Whose({
  parties,
  languages,
}: {
  readonly parties: readonly PartyFacts[]
  readonly languages: readonly string[]
}) {
  const { t, i18n } = useTranslation()
  const { whose, inOrder } = useNames()
  const languageName = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const own = parties.filter(({ standing }) => standing === 'party')
  return (
    <label className="choice">
      <b>{t('view.names')}</b>
      <select
        className="field"
        value={writeWhose(whose)}
        onChange={event => keepOpenSetting('names', event.target.value === 'every' ? '' : event.target.value)}
      >
        <option value="every">{t('view.names_every')}</option>
        <optgroup label={t('view.names_party')}>
          {inOrder(own).map(({ id, names }) => (
            <option key={id} value={id}>
              {nameIn(names, i18n.language)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('view.names_language')}>
          {languages.map(code => (
            <option key={code} value={`lang.${code}`}>
              {languageName.of(code) ?? code}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

function Order({ parties }: { readonly parties: readonly PartyFacts[] }) {
  const { t, i18n } = useTranslation()
  const { inOrder } = useNames()
  const chosen = useOpenSetting('order')
  const listed = inOrder(parties.filter(({ standing }) => standing !== 'none'))
  const ids = listed.map(({ id }) => id)
  return (
    <fieldset>
      <legend>{t('view.order')}</legend>
      <ol className="order">
        {listed.map(({ id, names }, i) => {
          const name = nameIn(names, i18n.language)
          const step = (by: -1 | 1) => keepOpenSetting('order', writeOrder(moved(ids, id, by)))
          return (
            <li key={id}>
              <span>{name}</span>
              <button type="button" className="button step" disabled={i === 0} onClick={() => step(-1)}>
                <span className="aloud">{t('view.earlier', { name })}</span>
                <span aria-hidden="true">↑</span>
              </button>
              <button type="button" className="button step" disabled={i === ids.length - 1} onClick={() => step(1)}>
                <span className="aloud">{t('view.later', { name })}</span>
                <span aria-hidden="true">↓</span>
              </button>
            </li>
          )
        })}
      </ol>
      {chosen === '' ? (
        <span className="small mute">{t('view.order_alphabet')}</span>
      ) : (
        <button type="button" className="link" onClick={() => keepOpenSetting('order', '')}>
          {t('view.order_reset')}
        </button>
      )}
    </fieldset>
  )
}
