/** `parley export --format …`: what the record holds, for other programs. */
import { addAudit, currentUser } from '@parley/record'
import { loadDossiers } from '@parley/service/dossiers'
import {
  asFile,
  dossiersOf,
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
  exportRecord,
  toFilter,
} from '@parley/service/record'
import { Command, Option } from 'commander'
import { addSpeechFilters, asked, dropUndefined, type FilterOptions, typeOption } from '../item-filters.ts'
import { print } from '../output.ts'
import { withRecordToRead } from '../record-options.ts'
import { systemReason } from '../system-error.ts'
import { writeWhole } from '../write-whole.ts'
import { WrongUse } from '../wrong-use.ts'
import { dossierOption, openKit, pathOption } from './shared.ts'

type Options = FilterOptions & {
  readonly format: ExportFormat | typeof SITE
  readonly what: ExportTable
  readonly out?: string
  readonly dossier?: readonly string[]
}

/** The page itself, read only, as files. */
const SITE = 'site'

export function exportCommand(): Command {
  const command = new Command('export')
    .description(
      'Write what the record holds for other programs: tables, FollowTheMoney, event rows, annotations, a calendar, a map.',
    )
    .addOption(
      new Option('--format <format>', 'what to write').choices([...EXPORT_FORMATS, SITE]).makeOptionMandatory(),
    )
    .addOption(
      new Option('--what <items>', 'the items of csv, xlsx and jsonl')
        .choices(Object.keys(EXPORT_TABLES))
        .default('quotations'),
    )
    .argument('[folder]', 'where the files of --format site are written')
    .addOption(pathOption('--out <file>', 'into this file (default: standard output)'))
  return addSpeechFilters(command).addOption(typeOption()).addOption(dossierOption()).action(exportItems)
}

async function exportItems(folder: string | undefined, options: Options): Promise<void> {
  const { format } = options
  if (format === SITE) {
    const { writeSite } = await import('./export-site.ts')
    return writeSite(folder, options)
  }
  if (folder !== undefined) throw new WrongUse(`a folder is for --format ${SITE}; name a file with --out`)
  return exportTo(format, options)
}

async function exportTo(format: ExportFormat, options: Options): Promise<void> {
  const { what, out, from, until, reportedFrom, reportedUntil, language, source, type, stipulation } = options
  const { record: location } = options
  if (format === 'xlsx' && out === undefined) throw new WrongUse('--format xlsx needs a file: --out FILE')
  const dossiers = dossiersOf(location, options.dossier)
  const kit = await openKit({ dossier: dossiers })
  await withRecordToRead(location, async record => {
    const at = new Date().toISOString()
    const entry = { at, who: currentUser(), how: 'command line', from: null, what: 'export', about: format }
    if (record.readOnly === null) await addAudit(record.db, entry)
    const common = dropUndefined({ from, until, reportedFrom, reportedUntil, language, source })
    const pieces = exportRecord(
      format,
      what,
      {
        record,
        filter: toFilter(asked('', options), kit),
        events: { ...common, ...dropUndefined({ type, actor: options.by }) },
        claims: { ...common, ...dropUndefined({ stipulation }) },
        dossiers: loadDossiers(dossiers),
        rejected: options.rejected === true,
      },
      at,
    )
    try {
      if (out === undefined) for await (const piece of pieces) await print(piece as string)
      else await writeWhole(out, asFile(format, pieces))
    } catch (error) {
      if (error instanceof RangeError) throw new WrongUse(error.message)
      const reason = systemReason(error)
      if (out !== undefined && reason !== null) throw new WrongUse(`${out} cannot be written: ${reason}`)
      throw error
    }
  })
}
