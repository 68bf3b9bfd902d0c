/**
 * Names of countries and territories in a language, asked of ICU when the pack is built: engines differ on some names,
 * and the core asks none at run time.
 */
export interface RegionName {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly name: string
  /** The short name where CLDR has one (США), else the name again. */
  readonly short: string
}

/**
 * Every country and territory that has people and clocks: codes of two letters that CLDR names, that are no alias of
 * another code (SU, UK) and that have a time zone. The last leaves out groupings and pseudo-locales (EU, UN, ZZ), codes
 * outside ISO 3166-1 (XK, IC) and two uninhabited islands (BV, HM).
 */
export function regionNames(language: string): RegionName[] {
  const long = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const short = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' })
  const regions: RegionName[] = []
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second
      const name = long.of(code)
      if (name === undefined || !isCountry(code)) continue
      regions.push({ code, name: name.normalize('NFC'), short: (short.of(code) ?? name).normalize('NFC') })
    }
  }
  return regions
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function isCountry(code: string): boolean {
  if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) return false
  // lib.es2024 does not know getTimeZones yet (ECMA-402 Intl Locale Info).
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones(): string[] | undefined }
  return (locale.getTimeZones() ?? []).length > 0
}
