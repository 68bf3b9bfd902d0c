/** Bytes as one says them: `3.4 MB`. */
export function sizeIn(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  const style = { style: 'unit', unit: units[power], unitDisplay: 'short' } as const
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(
    value,
  )
}
