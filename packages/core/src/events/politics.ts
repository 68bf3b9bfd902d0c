/** Whether those who take part make an event one of politics: powers, bodies, officials, their people and crowds; not private persons, not sport or stage. */
import type { Cast } from '../coreference/cast.ts'
import type { LanguagePack } from '../kit.ts'
import { type Layers, reading } from '../layers.ts'
import { compileDescriptions } from '../mentions/descriptions.ts'
import { countryAdjective, countryDemonym } from '../names/countries.ts'
import type { TokenRange } from '../span.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { CLIT } from '../words/grammar.ts'
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

/** The offices that titles stand for. */
function compileOffices(pack: LanguagePack): ReadonlySet<string> {
  return new Set(pack.table('titles').map(({ office }) => office))
}

/** Names of bodies that are none of sport, from the table `names/organisations`. */
function compilePolitical(pack: LanguagePack): ReadonlySet<string> {
  const rows = pack.table('names/organisations').filter(({ kind }) => kind !== 'sport')
  return new Set(rows.map(({ name }) => name))
}

/** Whether someone acts by office or for a power. */
export function isPower(cast: Cast, participants: Participants, { referent, described, kind }: Participant): boolean {
  if (kind === 'country') return true
  const speaksAlone = referent >= 0 && isOnlySpeaker(cast, referent)
  if (kind === 'organisation' && !speaksAlone && !isPrivateBody(cast, participants, referent, described)) return true
  if (referent < 0) return participants.described[described].mentions.some(range => holdsPower(cast.layers, range))
  const { name, offices, mentions } = cast.referents[referent]
  if (speaksAlone) return mentions.slice(0, ASKED).some(m => holdsPower(cast.layers, cast.mentions[m]))
  // «покупатель обещает», «the doctor advises»: a nameless speaker is described by any noun, which makes it no office.
  const titles = cast.layers.pack.derive(compileOffices)
  const known = cast.layers.pack.derive(compileDescriptions).offices
  const isPrivate = (office: string): boolean => known.get(office)?.private === true
  if (offices.some(({ office }) => !isPrivate(office) && (name !== null || titles.has(office)))) return true
  return mentions.slice(0, ASKED).some(m => {
    const { title } = cast.mentions[m]
    // «министры союза» hold an office together.
    return (kind === 'group' && title?.row.startsWith('titles/') === true) || holdsPower(cast.layers, cast.mentions[m])
  })
}

/** «dark clouds threaten», «the waiter apologised»: whom nothing but speaking makes somebody. */
function isOnlySpeaker({ referents, mentions, layers }: Cast, referent: number): boolean {
  const { name, mentions: own } = referents[referent]
  return (
    name === null &&
    own.slice(0, ASKED).every(m => {
      const { rule, from, to, head, form } = mentions[m]
      if (form === 'pronoun') return true
      const isWord =
        layers.tokens.form[head].shape === SHAPE_LOWER || layers.sentences.from[layers.sentences.of[head]] === head
      return rule === 'mentions/speaker' && isWord && layers.nameOf.slice(from, to).every(at => at < 0)
    })
  )
}

/** «редакция», «музей»: a body without a name, which the table `parties` does not count among powers. */
function isPrivateBody(cast: Cast, participants: Participants, referent: number, described: number): boolean {
  if (referent >= 0 && cast.referents[referent].name !== null) return false
  const ranges: readonly TokenRange[] =
    referent < 0
      ? participants.described[described].mentions
      : cast.referents[referent].mentions.map(m => cast.mentions[m])
  const { form } = cast.layers.tokens
  const parties = cast.layers.pack.derive(compileParties)
  return ranges.slice(0, ASKED).some(({ from, to }) => {
    for (let token = from; token < to; token++)
      if (form[token].keys.length > 0 && parties.match(form, token, to)?.row.power === false) return true
    return false
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
    const party = form[token].keys.length > 0 ? parties.match(form, token, to) : null
    // «the minister's aunt» holds no office.
    if (party?.row.power === true && !isOwnerMark(layers, party.to, to)) return true
    if (layers.countryNameOf[token] >= 0) return true
    if (countryAdjective(layers.pack, form[token]) !== null || countryDemonym(layers.pack, form[token]) !== null)
      return true
  }
  return false
}

function isOwnerMark(layers: Layers, at: number, to: number): boolean {
  return at < to && (reading(layers, at).lex & CLIT) !== 0
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
      const known = pack.derive(compilePolitical)
      for (let token = sentences.from[sentence]; token < sentences.to[sentence] && !answer; token++) {
        const name = this.#layers.nameOf[token]
        // «Arab League» plays in none.
        if (tokens.form[token].keys.length === 0 || (name >= 0 && known.has(this.#layers.names[name].base))) continue
        answer = table.match(tokens.form, token, sentences.to[sentence]) !== null
      }
      this.#known.set(sentence, answer)
    }
    return answer
  }
}
