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
