/** `1 document`, `2 documents`, `0 analyses`: a number with its noun. `many`: where it is not the noun with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
