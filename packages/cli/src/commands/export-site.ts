/** `parley export --format site DIR`: the record's page as files, to read only. */

import { addAudit, currentUser } from '@parley/record'
import { exportSite, SiteError } from '@parley/server'
import { dossiersOf } from '@parley/service/record'
import { counted } from '../counted.ts'
import type { FilterOptions } from '../item-filters.ts'
import { withRecordToRead } from '../record-options.ts'
import { systemReason } from '../system-error.ts'
import { WrongUse } from '../wrong-use.ts'
import { PAGE, recordName } from './page.ts'
import { openKit } from './shared.ts'

/** Of the options of `export`: what says of which record. */
const NOT_FILTERS: readonly string[] = ['format', 'record', 'dossier', 'what']

export async function writeSite(
  out: string | undefined,
  options: FilterOptions & { readonly dossier?: readonly string[]; readonly out?: string },
): Promise<void> {
  if (out === undefined) throw new WrongUse('--format site needs a folder: parley export --format site DIR')
  const filters = Object.keys(options).filter(name => !NOT_FILTERS.includes(name))
  if (filters.length > 0)
    throw new WrongUse(`--format site writes the whole record: leave out --${filters.join(', --')}`)
  const { record: location, dossier } = options
  const kit = await openKit({ dossier: dossiersOf(location, dossier) })
  await withRecordToRead(location, async record => {
    const shelf = { name: recordName(location), record, kit }
    try {
      const at = new Date().toISOString()
      const now = at.replace(/\.\d+/, '')
      const count = await exportSite({ shelf, page: PAGE, out, now })
      const entry = { at, who: currentUser(), how: 'command line', from: null, what: 'export', about: 'site' }
      if (record.readOnly === null) await addAudit(record.db, entry)
      process.stderr.write(
        `${out}: the page with ${counted(count, 'answer')}. Any web server of files shows it: npx serve ${out}\n`,
      )
    } catch (error) {
      const reason = systemReason(error)
      if (error instanceof SiteError) throw new WrongUse(error.message)
      if (reason !== null) throw new WrongUse(`${out} cannot be written: ${reason}`)
      throw error
    }
  })
}
