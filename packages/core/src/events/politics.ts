/** Whether those who take part make an event one of politics: powers, bodies, officials, their people and crowds; not private persons, not sport or stage. */
import type { Cast } from '../coreference/cast.ts'
import type { LanguagePack } from '../kit.ts'
import type { Layers } from '../layers.ts'
import { countryAdjective, countryDemonym } from '../names/countries.ts'
import type { TokenRange } from '../span.ts'
import { PhraseTable } from '../words/phrases.ts'
import { compileParties, type Participant, type Participants } from './participants.ts'

/** Mentions asked of one who takes part. */
const ASKED = 8

/** Words of sport and stage, from the table `elsewhere`. */
export function compileElsewhere(pack: LanguagePack): PhraseTable<true> {
  const table = new PhraseTable<true>(pack.keys)
  for (const row of pack.table('elsewhere')) table.add(row.wording, true)
  return table
}

/** Whether someone acts by office or for a power. */
export function isPower(cast: Cast, participants: Participants, { referent, described, kind }: Participant): boolean {
  if (kind === 'country' || kind === 'organisation') return true
  if (referent < 0) return participants.described[described].mentions.some(range => holdsPower(cast.layers, range))
  const { offices, mentions } = cast.referents[referent]
  if (offices.length > 0) return true
  return mentions.slice(0, ASKED).some(m => {
    const { title } = cast.mentions[m]
    // «министры союза» hold an office together.
    return (kind === 'group' && title?.row.startsWith('titles/') === true) || holdsPower(cast.layers, cast.mentions[m])
  })
}

/** Besides powers somebody the text names: what is done by or to him may be politics. */
export function mayMatter(cast: Cast, participants: Participants, one: Participant): boolean {
  return (one.referent >= 0 && cast.referents[one.referent].name !== null) || isPower(cast, participants, one)
}

/** «боевики», «российские солдаты», «украинцы»: a word for people of a power, or a country's name or adjective. */
function holdsPower(layers: Layers, { from, to }: TokenRange): boolean {
  const parties = layers.pack.derive(compileParties)
  const { form } = layers.tokens
  for (let token = from; token < to; token++) {
    if (form[token].keys.length > 0 && parties.match(form, token, to)?.row.power === true) return true
    if (layers.countryNameOf[token] >= 0) return true
    if (countryAdjective(layers.pack, form[token]) !== null || countryDemonym(layers.pack, form[token]) !== null)
      return true
  }
  return false
}

/** Whether a sentence, or the document's first, speaks of sport or stage. */
export class Elsewhere {
  readonly #layers: Layers
  readonly #known = new Map<number, boolean>()

  constructor(layers: Layers) {
    this.#layers = layers
  }

  at(sentence: number): boolean {
    return this.#asked(sentence) || this.#asked(0) || (this.#layers.sentences.count > 1 && this.#asked(1))
  }

  #asked(sentence: number): boolean {
    let answer = this.#known.get(sentence)
    if (answer === undefined) {
      const { sentences, tokens, pack } = this.#layers
      const table = pack.derive(compileElsewhere)
      answer = false
      for (let token = sentences.from[sentence]; token < sentences.to[sentence] && !answer; token++)
        answer = tokens.form[token].keys.length > 0 && table.match(tokens.form, token, sentences.to[sentence]) !== null
      this.#known.set(sentence, answer)
    }
    return answer
  }
}
