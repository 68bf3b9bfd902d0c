/** Why the server did not let somebody in, in the page's own words. */
import type { TFunction } from 'i18next'
import { Refused } from '../api/client.ts'

export function refusalOf(error: unknown, t: TFunction): string {
  if (error instanceof Refused && error.status === 401) return t('session.wrong')
  if (error instanceof Refused && error.status === 429)
    return t('session.tooMany', { count: Math.ceil((error.retryAfter ?? 60) / 60) })
  return (error as Error).message
}
