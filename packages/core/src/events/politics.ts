/** Whether those who take part make an event one of politics: powers, bodies, officials or crowds, not private people alone. */
import type { Cast } from '../coreference/cast.ts'
import { reading } from '../layers.ts'
import { compileParties, type Participant, type Participants } from './participants.ts'

export function isOfPolitics(cast: Cast, participants: Participants, list: readonly Participant[]): boolean {
  return list.some(one => isPower(cast, participants, one))
}

/** Whether someone acts by office: one who holds one, a body, a country, people of a power. */
export function isOfficial(cast: Cast, participants: Participants, one: Participant): boolean {
  if (one.referent >= 0 && one.kind === 'person') return cast.referents[one.referent].offices.length > 0
  return isPower(cast, participants, one)
}

function isPower(cast: Cast, participants: Participants, { referent, described, kind }: Participant): boolean {
  if (kind === 'country' || kind === 'organisation') return true
  if (kind === 'group') return true
  if (referent >= 0) {
    const { offices, name } = cast.referents[referent]
    return offices.length > 0 || name !== null
  }
  const { layers } = cast
  const parties = layers.pack.derive(compileParties)
  return participants.described[described].mentions.some(({ from, to }) => {
    for (let token = from; token < to; token++) {
      if (layers.tokens.form[token].keys.length === 0) continue
      if (parties.match(layers.tokens.form, token, to)?.row.power === true) return true
      if (reading(layers, token).lemma === '') return false
    }
    return false
  })
}
