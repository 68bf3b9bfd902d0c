/** Weeks of the ISO calendar. */

/** Monday of an ISO week, as an ISO day: the week of 4 January is the first. */
export function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000
  return new Date(monday).toISOString().slice(0, 10)
}
