/** Days as the interface writes them: `26 Nov 2021`, `26 нояб. 2021`. Values stay ISO in fields and in the record. */

/** `date`: ISO day, month or year (a clock time behind it is left out). A value of another shape is returned as it stands. */
export function formatDay(date: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date)
  if (match === null) return date
  const [, year, month, day] = match
  if (month === undefined) return year
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(at).replace(/\s*г\.$/, '')
}

/** A month as narrow as a cell: `Nov 21`, `ноя 21`; three letters hold the column in every language. */
export function formatMonth(date: string, language: string): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00Z`)
  const month = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { month: 'short', timeZone: 'UTC' })
  return `${month.format(at).slice(0, 3)} ${date.slice(2, 4)}`
}
