/** Days as numbers, for sliders and strips: days since 1970-01-01. */
const DAY = 86_400_000

/** `date`: an ISO day, month or year, or a date-time; the first day of it. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${`${date.slice(0, 10)}-01-01`.slice(0, 10)}T00:00Z`) / DAY)
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** A stretch of days and where each lies in it. */
export interface DayScale {
  readonly first: number
  readonly last: number
  /** First days of the years inside. */
  readonly years: readonly number[]
  /** 0 to 100. */
  at(day: number): number
}

/** `from` and `to`: ISO days. A margin is kept on both sides, so that marks on the ends are whole. */
export function dayScale(from: string, to: string): DayScale {
  const first = dayNumber(from)
  const last = Math.max(dayNumber(to), first + 1)
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)) + 1; dayNumber(`${year}`) <= last; year++) years.push(dayNumber(`${year}`))
  return { first, last, years, at: day => 2 + (96 * (Math.min(Math.max(day, first), last) - first)) / (last - first) }
}

/** First days of the months inside; none where they would stand too close to be told apart, beyond six years. */
export function monthsOf({ first, last }: DayScale): number[] {
  const months: number[] = []
  if (last - first > 6 * 366) return months
  const [year, month] = isoDay(first).split('-').map(Number)
  for (let i = month; ; i++) {
    const day = Date.UTC(year, i) / DAY
    if (day > last) return months
    months.push(day)
  }
}
