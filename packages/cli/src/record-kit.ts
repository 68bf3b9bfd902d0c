/** A record with the kit that its views need: its own dossier, or those named. */
import type { Kit } from '@parley/core'
import type { OpenRecord } from '@parley/record'
import { dossiersOf, staleness } from '@parley/service/record'
import { openKit, say } from './commands/shared.ts'
import { type RecordOption, withRecordToRead } from './record-options.ts'

export async function withRecordKit(
  options: RecordOption & { readonly dossier?: readonly string[] },
  act: (record: OpenRecord, kit: Kit) => Promise<void>,
): Promise<void> {
  await withRecordToRead(options.record, async record => {
    const kit = await openKit({ dossier: dossiersOf(options.record, options.dossier) })
    const stale = await staleness(record, kit)
    if (stale !== null) say(options.record, stale)
    await act(record, kit)
  })
}
