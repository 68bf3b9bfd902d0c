/** Whose tokens are: the dossier's things and parties that the words of a document name, and countries that no dossier knows. */
import type { Cast } from '../coreference/cast.ts'
import type { Layers } from '../layers.ts'
import { capitalOf } from '../names/countries.ts'
import type { TokenRange } from '../span.ts'
import type { DutyIndex } from './stipulations.ts'

/** A stretch that names something of a dossier or a foreign country. */
export interface Named extends TokenRange {
  /** `dossier#id` of all that it may name; empty: a country no dossier knows. */
  readonly ids: readonly string[]
  readonly form: 'name' | 'surname' | 'adjective' | 'shared'
  /** A term names a matter, nobody and no place. */
  readonly isTerm: boolean
}

export class Sides {
  readonly #named: Named[] = []
  readonly #index: DutyIndex

  constructor(layers: Layers, cast: Cast, index: DutyIndex) {
    this.#index = index
    const taken = new Set<number>()
    for (const { from, to, things, form, kind } of layers.known) {
      this.#named.push({
        from,
        to,
        form,
        isTerm: kind === 'term',
        ids: things.map(({ dossier, id }) => `${dossier.id}#${id}`),
      })
      for (let token = from; token < to; token++) taken.add(token)
    }
    const add = (place: TokenRange, head: number, country: string | null, form: Named['form']): void => {
      if (country === null) return
      const ids = index.byCountry.get(country) ?? []
      // A known name inside says more than the country of the whole.
      if (!taken.has(head)) this.#named.push({ from: place.from, to: place.to, ids, form, isTerm: false })
    }
    cast.mentions.forEach((mention, m) => {
      const country = (cast.of[m] < 0 ? null : cast.referents[cast.of[m]].country) ?? mention.scope?.country ?? null
      add(mention, mention.head, country, mention.form === 'adjective' ? 'adjective' : 'name')
    })
    for (const name of layers.names)
      add(name, name.from, name.country ?? name.seatOf ?? capitalOf(layers.pack, name.base), 'name')
    this.#named.sort((a, b) => a.from - b.from || b.to - a.to)
  }

  /** All that is named between two tokens. */
  within(from: number, to: number): readonly Named[] {
    const named = this.#named
    let low = 0
    let high = named.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (named[middle].from < from) low = middle + 1
      else high = middle
    }
    const found: Named[] = []
    for (let i = low; i < named.length && named[i].from < to; i++) if (named[i].to <= to) found.push(named[i])
    return found
  }

  /** Parties that a name stands for, by itself or through a body or an office: ids in a dossier. */
  partiesOf({ ids }: Named, dossier: string): readonly string[] {
    const found: string[] = []
    for (const id of ids) if (id.startsWith(`${dossier}#`)) found.push(...(this.#index.partyOf.get(id) ?? []))
    return found
  }
}
