/** A door of the record: what a thread makes of an analysis. Loads no database. */
export { itemsOf, passagesOf, quotationWords } from './items/item-rows.ts'
export {
  type PackedReading,
  packAnalysis,
  packReading,
  type ReadingFailed,
  type ReadingMade,
} from './items/packed-reading.ts'
export type { Unread } from './items/readings.ts'
export { signatureOf } from './stories/near-duplicates.ts'
