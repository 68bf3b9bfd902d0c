/** The analysis in the exchange format, to look at and to copy. */
import type { Analysis } from '@parley/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export function JsonText({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const json = JSON.stringify(analysis, null, 1)
  return (
    <div className="json">
      <button
        type="button"
        className="button"
        onClick={() => navigator.clipboard.writeText(json).then(() => setCopied(true))}
      >
        {copied ? t('read.copied') : t('read.copy')}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <pre tabIndex={0}>{json}</pre>
    </div>
  )
}
