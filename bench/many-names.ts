/** A dossier of as many names as wanted, none of them anyone's: syllables put together, always the same. */
import type { Dossier, DossierName } from '@parley/core'

const BEGINNINGS = 'ба ве го ди жа зо ка ле му но пы ра си ту фе ха ця чо шу эр юл яр'.split(' ')
const MIDDLES = 'ран лит мор сав ден кул пат вол гер тис'.split(' ')
const SURNAMES = 'ов ян ский енко дзе ич ук ель'.split(' ')
const PLACES = 'град ск ово ина ань и поль ур'.split(' ')

/** The `n`th word of an ending; words differ as long as `n` stays below 23,000. */
function word(n: number, endings: readonly string[]): string {
  const beginning = BEGINNINGS[n % BEGINNINGS.length]
  const rest = Math.floor(n / BEGINNINGS.length)
  const middle = (power: number) => MIDDLES[Math.floor(rest / MIDDLES.length ** power) % MIDDLES.length]
  const spelled = beginning + middle(0) + middle(1) + middle(2) + endings[(n * 7 + rest) % endings.length]
  return spelled.charAt(0).toUpperCase() + spelled.slice(1)
}

function name(text: string): DossierName {
  return { lang: 'ru', text, kind: 'full', usedBy: [], declines: true, endings: null, source: null }
}

/** Half of the names are persons', a quarter places', a quarter bodies'. */
export function dossierOf(names: number): Dossier {
  const half = Math.floor(names / 2)
  const quarter = Math.floor(names / 4)
  const list = <T>(length: number, make: (i: number, id: string) => T): T[] =>
    Array.from({ length }, (_, i) => make(i, String(i + 1).padStart(6, '0')))
  return {
    id: `names-${names}`,
    titles: { en: 'Names' },
    scope: { en: 'Names' },
    languages: ['ru'],
    parties: [],
    persons: list(half, (i, id) => ({
      id: `person-${id}`,
      gender: i % 3 === 0 ? 'f' : 'm',
      names: [name(`${i % 3 === 0 ? 'Анна' : 'Марк'} ${word(i, SURNAMES)}`)],
      roles: [],
    })),
    places: list(quarter, (i, id) => ({
      id: `place-${id}`,
      kind: 'town',
      partOf: null,
      names: [name(word(i, PLACES))],
      coordinates: null,
    })),
    bodies: list(quarter, (i, id) => ({
      id: `body-${id}`,
      kind: 'organisation',
      standing: 'none',
      party: null,
      partOf: null,
      names: [name(`Северный комитет ${word(i, SURNAMES)}`)],
      since: null,
      until: null,
      source: 'src-1',
    })),
    terms: [],
    sources: [],
    agreements: [],
    duties: [],
    hash: String(names),
  }
}
