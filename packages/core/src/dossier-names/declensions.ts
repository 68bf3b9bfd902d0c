/**
 * How names of places and bodies decline that no dictionary has, from the table `names/declensions`: by the row a dossier names under
 * `endings`, else by the longest ending that fits. A row declines as its model does.
 */
import type { DossierName } from '../dossier.ts'
import type { Kit, LanguagePack } from '../kit.ts'
import { CASES, FIXD, GUESS, NOMN, NOUN, PLUR, SING } from '../words/grammar.ts'

export interface Declensions {
  /** Names of the rows. */
  readonly names: ReadonlySet<string>
  /** Folded forms of a folded word by case bit, by the row of this name or, with null, by its ending; null where no row fits. */
  decline(pack: LanguagePack, word: string, name: string | null): ReadonlyMap<number, readonly string[]> | null
}

interface Row {
  readonly name: string
  readonly endings: readonly string[]
  readonly like: string
}

export function compileDeclensions(pack: LanguagePack): Declensions {
  const table = pack.hasTable('names/declensions') ? pack.table('names/declensions') : []
  const rows: Row[] = table.map(row => ({
    name: row.name,
    endings: row.endings.split(' '),
    like: row.like,
  }))
  return {
    names: new Set(rows.map(row => row.name)),
    decline(from, word, name) {
      const found = name === null ? byEnding(rows, word) : rows.find(row => row.name === name)
      if (found === undefined) return null
      return likeModel(from, word, found.like)
    },
  }
}

/** A name whose dossier declines it by a row that the language does not have. */
export interface UnknownEndings {
  /** Id of the process. */
  readonly dossier: string
  readonly name: DossierName
  /** Rows there are. */
  readonly known: readonly string[]
}

/** Such names in the dossiers of a kit, of languages that the kit reads. */
export function findUnknownEndings({ packs, dossiers }: Kit): UnknownEndings[] {
  return dossiers.flatMap(({ id, persons, parties, bodies, places, terms }) =>
    [...persons, ...parties, ...bodies, ...places, ...terms].flatMap(({ names }) =>
      names.flatMap(name => {
        const pack = packs.get(name.lang)
        if (name.endings === null || pack === undefined) return []
        const known = pack.derive(compileDeclensions).names
        return known.has(name.endings) ? [] : [{ dossier: id, name, known: [...known] }]
      }),
    ),
  )
}

function byEnding(rows: readonly Row[], word: string): Row | undefined {
  let best: Row | undefined
  let longest = 0
  for (const row of rows) {
    for (const ending of row.endings) {
      if (ending.length <= longest || !word.endsWith(ending) || word.length <= ending.length) continue
      best = row
      longest = ending.length
    }
  }
  return best
}

/** The model's endings on the word's stem. A model that does not decline, or whose ending the word lacks, leaves the word as it is. */
function likeModel(pack: LanguagePack, word: string, like: string): ReadonlyMap<number, readonly string[]> {
  const forms = new Map<number, readonly string[]>(CASES.map(wanted => [wanted, [word]]))
  const reading = pack.lexicon
    .form(like)
    .readings.find(r => (r.pos & NOUN) !== 0 && (r.agr & NOMN) !== 0 && (r.lex & GUESS) === 0)
  if (reading === undefined || (reading.lex & FIXD) !== 0) return forms
  const number = (reading.agr & SING) !== 0 ? SING : PLUR
  const spelled = CASES.map(wanted => pack.lexicon.inflect(reading, wanted | number))
  if (spelled.includes(null)) return forms
  const models = (spelled as string[]).map(form => form.replaceAll('ё', 'е'))
  const shared = sharedStart(models)
  const ending = models[0].slice(shared)
  if (!word.endsWith(ending) || word.length <= ending.length) return forms
  const stem = word.slice(0, word.length - ending.length)
  CASES.forEach((wanted, i) => {
    forms.set(wanted, [stem + models[i].slice(shared)])
  })
  return forms
}

function sharedStart(words: readonly string[]): number {
  let length = 0
  while (words.every(word => word.length > length && word[length] === words[0][length])) length++
  return length
}
