/** Who speaks for whom: the voices of a dossier, and the voices a person speaks for on a day by the roles held then. */
import type { Body, Dossier, Person, PersonRole } from '../dossier.ts'
import { lastDayOf } from './due-date.ts'

/** Ids of the parties, then of the bodies, whose standing makes them a voice of the matrix, each sorted by id; the press is not among them. */
export function standingVoices(dossier: Dossier): string[] {
  return [...dossier.parties, ...dossier.bodies].filter(item => item.standing !== 'none').map(item => item.id)
}

/** A role, and the voice of the matrix that its holder speaks for. */
export interface VoiceRole {
  readonly voice: string
  readonly role: PersonRole
}

/**
 * The voices `person` speaks for on `day` (`YYYY-MM-DD`), sorted by id: through each role held that day the party or body it is
 * held in, or the nearest body or party above it that is a voice. Empty: nobody's voice that day.
 */
export function voicesOn(dossier: Dossier, person: Person, day: string): string[] {
  return voiceRoles(dossier, person, day).map(({ voice }) => voice)
}

/** The same with the first role that gives each voice; `day` null: whenever it was held. */
export function voiceRoles(dossier: Dossier, person: Person, day: string | null): VoiceRole[] {
  const found = new Map<string, PersonRole>()
  for (const role of person.roles) {
    if (day !== null && !isHeld(role, day)) continue
    const voice = voiceAbove(dossier, role.holder)
    if (voice !== null && !found.has(voice)) found.set(voice, role)
  }
  return [...found].map(([voice, role]) => ({ voice, role })).sort((a, b) => (a.voice < b.voice ? -1 : 1))
}

/** Whether a role is held on a day (`YYYY-MM-DD`). */
export function isHeld(role: PersonRole, day: string): boolean {
  return firstDayOf(role.since) <= day && (role.until === null || lastDayOf(role.until) >= day)
}

/** The party or body itself, or the nearest above it whose standing makes it a voice; null for neither and for an unknown id. */
export function voiceAbove(dossier: Dossier, id: string): string | null {
  const party = dossier.parties.find(item => item.id === id)
  if (party !== undefined) return party.standing === 'none' ? null : party.id
  const body: Body | undefined = dossier.bodies.find(item => item.id === id)
  if (body === undefined) return null
  if (body.standing !== 'none') return body.id
  const above = body.party ?? body.partOf
  return above === null ? null : voiceAbove(dossier, above)
}

/** The first day of a date of any precision: `2018` -> `2018-01-01`. */
export function firstDayOf(date: string): string {
  return `${date.slice(0, 10)}-01-01`.slice(0, 10)
}
