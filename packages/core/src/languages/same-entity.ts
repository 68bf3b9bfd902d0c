/** Who is who in two languages: by what a dossier says, by the code of a country, else by how a name is spelled. */
import type { Entity } from '../analysis.ts'
import type { LanguagePack } from '../kit.ts'
import { countryNamed } from '../names/countries.ts'
import { hasSpellings, initialsOf, isSpelledAlike } from './spelled-alike.ts'

/** Kinds whose names are taken over letter by letter; those of bodies are translated. */
const SPELLED: ReadonlySet<string> = new Set(['person', 'place'])

/** Of the entities read in one language, the one that an entity read in another is. */
export class EntityIndex {
  readonly #pack: LanguagePack
  readonly #byKey = new Map<string, Entity[]>()

  constructor(pack: LanguagePack, entities: readonly Entity[]) {
    this.#pack = pack
    for (const entity of entities) {
      for (const key of this.#keysOf(entity, pack)) {
        const held = this.#byKey.get(key)
        if (held === undefined) this.#byKey.set(key, [entity])
        else held.push(entity)
      }
    }
  }

  /** The entity and why it is the same, or null. `pack`: of the language that `foreign` was read in. */
  find(foreign: Entity, pack: LanguagePack): { entity: Entity; rule: string } | null {
    for (const key of this.#keysOf(foreign, pack)) {
      for (const entity of this.#byKey.get(key) ?? []) {
        if (key.startsWith('ref ')) return { entity, rule: 'language/dossier' }
        if (key.startsWith('country ')) return { entity, rule: 'language/country' }
        const isOther = entity.ref !== null && foreign.ref !== null
        if (!isOther && this.#isAlike(entity, foreign, pack)) return { entity, rule: 'language/spelling' }
      }
    }
    return null
  }

  #keysOf(entity: Entity, pack: LanguagePack): string[] {
    const keys: string[] = []
    if (entity.ref !== null) keys.push(`ref ${entity.ref}`)
    const country = entity.kind === 'country' ? countryNamed(pack, entity.name) : null
    if (country !== null) keys.push(`country ${country}`)
    if (!SPELLED.has(entity.kind)) return keys
    const initials = hasSpellings(pack) ? initialsOf(pack, entity.name) : [latinInitials(entity.name)]
    return [...keys, ...initials.map(letters => `${entity.kind} ${letters}`)]
  }

  #isAlike(own: Entity, foreign: Entity, pack: LanguagePack): boolean {
    if (hasSpellings(this.#pack)) return isSpelledAlike(this.#pack, own.name, foreign.name)
    return hasSpellings(pack) && isSpelledAlike(pack, foreign.name, own.name)
  }
}

function latinInitials(name: string): string {
  return (name.toLowerCase().match(/\p{L}+/gu) ?? []).map(word => word.normalize('NFD')[0]).join('')
}
