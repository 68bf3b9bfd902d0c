/** People described by a noun that no table knows: with their name behind it, or with their country before it. */
import { indexedName, type Layers, reading } from '../layers.ts'
import { countryAdjective } from '../names/countries.ts'
import { ANIM, CASE, GENDER, NOUN, NUMBER, PLUR } from '../words/grammar.ts'
import { baseOfPhrase } from './base-form.ts'
import type { Phrases } from './find-phrases.ts'
import { type Mention, makeMention } from './mention.ts'
import { scopeOf } from './scope.ts'

/** Persons described by a noun that no table knows, with their name behind it: «судья округа Иван Петров». */
export function addApposed(layers: Layers, phrases: Phrases, mentions: Mention[], described: Set<number>): void {
  for (const phrase of phrases.all) {
    if (phrase.name < 0 || phrase.head === layers.names[phrase.name].from || described.has(phrase.head)) continue
    if (layers.names[phrase.name].kind !== 'person' || phrase.name === indexedName(layers, phrase.head)) continue
    const chosen = reading(layers, phrase.head)
    if ((chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) === 0) continue
    const to = layers.names[phrase.name].from
    if (to <= phrase.head) continue
    described.add(phrase.head)
    mentions.push(
      makeMention({
        from: phrase.from,
        to,
        head: phrase.head,
        form: 'title',
        kind: 'person',
        agr: chosen.agr & (CASE | NUMBER | GENDER),
        base: baseOfPhrase(layers, phrase.from, to, phrase.head),
        title: { row: 'mentions/apposed', office: chosen.lemma, scope: ['any'] },
        scope: scopeOf(layers, phrase.from, phrase.head + 1, to, phrase.head),
        apposedTo: phrase.name,
        rule: 'mentions/apposed',
      }),
    )
  }
}

/** «российские миротворцы»: people of a country, named by what they are. */
export function addGroups(layers: Layers, phrases: Phrases, mentions: Mention[], described: Set<number>): void {
  for (const phrase of phrases.all) {
    if (phrase.name >= 0 || described.has(phrase.head) || phrase.head === phrase.from) continue
    const chosen = reading(layers, phrase.head)
    if ((chosen.pos & NOUN) === 0 || (chosen.agr & ANIM) === 0 || (chosen.agr & PLUR) === 0) continue
    let country: string | null = null
    for (let token = phrase.from; token < phrase.head; token++)
      country ??= countryAdjective(layers.pack, layers.tokens.form[token])
    if (country === null) continue
    described.add(phrase.head)
    mentions.push(
      makeMention({
        from: phrase.from,
        to: phrase.head + 1,
        head: phrase.head,
        form: 'title',
        kind: 'group',
        agr: chosen.agr & (CASE | NUMBER | GENDER),
        base: baseOfPhrase(layers, phrase.from, phrase.head + 1, phrase.head),
        scope: { country, words: [chosen.lemma], initials: '', named: false, former: false },
        rule: 'mentions/group-of-country',
      }),
    )
  }
}
