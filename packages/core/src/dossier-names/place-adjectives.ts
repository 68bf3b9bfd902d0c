/** Adjectives of places by the table `names/place-adjectives`: «Лачин» -> «лачинский». Some rows give two: only one of them is ever written. */
import type { LanguagePack } from '../kit.ts'
import { ACCS, ADJECTIVAL, ANIM, CASES, FEMN, INAN, MASC, NEUT, NOMN, PLUR, SING } from '../words/grammar.ts'
import { fold } from './decline-name.ts'

interface Row {
  readonly place: string
  readonly adjectives: readonly string[]
}

function compileRows(pack: LanguagePack): readonly Row[] {
  const table = pack.hasTable('names/place-adjectives') ? pack.table('names/place-adjectives') : []
  return table
    .map(row => ({ place: row.place, adjectives: row.adjectives.split(' ') }))
    .sort((a, b) => b.place.length - a.place.length)
}

/** Adjectives of a place of one word, folded, in the masculine nominative; by the longest ending that fits. */
export function adjectivesOf(pack: LanguagePack, place: string): readonly string[] {
  const folded = fold(place)
  const row = pack.derive(compileRows).find(one => folded.length > one.place.length + 1 && folded.endsWith(one.place))
  if (row === undefined) return []
  const stem = folded.slice(0, folded.length - row.place.length)
  return row.adjectives.map(ending => stem + ending)
}

/** All forms of an adjective, folded; [] for a word that the pack does not read as one. */
export function adjectiveForms(pack: LanguagePack, adjective: string): readonly string[] {
  const { lexicon } = pack
  const reading = lexicon
    .form(adjective)
    .readings.find(({ pos, agr }) => (pos & ADJECTIVAL) !== 0 && (agr & NOMN) !== 0 && (agr & SING) !== 0)
  if (reading === undefined) return []
  const forms = new Set<string>()
  for (const wanted of CASES) {
    for (const number of [SING | MASC, SING | FEMN, SING | NEUT, PLUR]) {
      for (const animacy of wanted === ACCS ? ANIMACIES : [0]) {
        const form = lexicon.inflect(reading, wanted | number | animacy)
        if (form !== null) forms.add(fold(form))
      }
    }
  }
  return [...forms]
}

const ANIMACIES = [0, ANIM, INAN]
