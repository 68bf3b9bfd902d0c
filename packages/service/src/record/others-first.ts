/** The database answers on the thread that asks: between two questions of one answer others have their turn. */
export function othersFirst(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
