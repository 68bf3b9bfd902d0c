/** An import in a few words: `3 files: a.txt, b.html …`. */
import type { TFunction } from 'i18next'
import type { ImportAnswer } from '../../api/contract.ts'

const NAMED = 2

export function describeImport({ kind, inputs, names }: ImportAnswer, t: TFunction): string {
  if (kind === 'feeds') return t('add.kind_feeds')
  const named = names.slice(0, NAMED).join(', ')
  if (kind === 'text') return t('add.kind_text', { name: named })
  const rest = inputs > NAMED ? ' …' : ''
  return `${t(`add.kind_${kind ?? 'other'}`, { count: inputs })}: ${named}${rest}`
}
