/** What no database keeps as it came, a NUL or half of a character, as U+FFFD: one unit for one, so offsets stay. */
export function storable(words: string): string {
  return words.toWellFormed().replaceAll('\0', '\ufffd')
}

/** Plain data with all its strings so. */
export function storableStrings<T>(data: T): T {
  if (typeof data === 'string') return storable(data) as T
  if (Array.isArray(data)) return data.map(storableStrings) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [storable(name), storableStrings(value)])) as T
}
