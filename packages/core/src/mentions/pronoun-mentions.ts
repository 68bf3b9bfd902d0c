/** Pronouns and the adjectives of countries: «он», «их», «российский». */
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { countryAdjective } from '../names/countries.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, ADJF, CASE, GENDER, NOUN, NPRO, NUMBER, PERSON } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'
import { type Mention, makeMention } from './mention.ts'

export interface Pronouns {
  readonly table: PhraseTable<{ readonly row: string; readonly kind: string }>
}

export function compilePronouns(pack: LanguagePack): Pronouns {
  const table = new PhraseTable<{ row: string; kind: string }>(pack.keys)
  for (const row of pack.table('pronouns'))
    table.add(row.wording, { row: `pronouns/${row.wording.replace('=', '')}`, kind: row.kind })
  return { table }
}

/** Kinds of pronouns that refer to nobody by themselves, or to the speaker alone. */
const NO_MENTION: ReadonlySet<string> = new Set(['reflexive', 'relative', 'speaker'])

/** Adds them to the mentions. */
export function addPronounsAndAdjectives(layers: Layers, mentions: Mention[]): void {
  const { tokens, pack } = layers
  const { table } = pack.derive(compilePronouns)
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== KIND_WORD) continue
    const form = tokens.form[token]
    if (layers.nameOf[token] < 0 && standsAsAdjective(layers, token)) {
      const country = countryAdjective(pack, form)
      if (country !== null) {
        mentions.push(
          makeMention({
            from: token,
            to: token + 1,
            head: token,
            form: 'adjective',
            kind: 'country',
            agr: reading(layers, token).agr & (CASE | NUMBER | GENDER),
            base: country,
            scope: { country, words: [], initials: '', named: false, former: false },
            rule: 'mentions/country-adjective',
          }),
        )
        continue
      }
    }
    if (form.keys.length === 0) continue
    const found = table.match(tokens.form, token, token + 1)
    if (found === null || NO_MENTION.has(found.row.kind)) continue
    // «им» is «он» in the instrumental or «они» in the dative: the sentence tells.
    const read = reading(layers, token)
    const chosen = (read.pos & NPRO) !== 0 ? read : (form.readings.find(r => (r.pos & NPRO) !== 0) ?? read)
    mentions.push(
      makeMention({
        from: token,
        to: token + 1,
        head: token,
        form: 'pronoun',
        kind: 'person',
        agr: chosen.agr & (CASE | NUMBER | GENDER | PERSON),
        base: form.folded,
        rule: found.row.row + (found.row.kind === 'possessive' ? '/possessive' : ''),
      }),
    )
  }
}

/** «российский»; where order tells, also what stands right before a noun: «an Israeli plan», though «an Israeli» is a person. */
function standsAsAdjective(layers: Layers, token: number): boolean {
  const { pos } = reading(layers, token)
  if ((layers.tokens.form[token].pos & pos & ADJECTIVAL) !== 0) return true
  if (!isOrdered(layers.pack) || (pos & NOUN) === 0 || token + 1 >= layers.tokens.count) return false
  return layers.tokens.kind[token + 1] === KIND_WORD && (reading(layers, token + 1).pos & (NOUN | ADJF)) !== 0
}
