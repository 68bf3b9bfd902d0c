/** Who speaks for whom: the voices of a dossier, and the voices a person speaks for on a day by the roles held then. */
import type { Body, Dossier, Person } from '../dossier.ts'
import { lastDayOf } from './due-date.ts'

/** Ids of the parties, then of the bodies, whose standing makes them a voice of the matrix, each sorted by id; the press is not among them. */
export function standingVoices(dossier: Dossier): string[] {
  return [...dossier.parties, ...dossier.bodies].filter(item => item.standing !== 'none').map(item => item.id)
}

/**
 * The voices `person` speaks for on `day` (`YYYY-MM-DD`), sorted by id: through each role held that day the party or body it is
 * held in, or the nearest body or party above it that is a voice. Empty: nobody's voice that day.
 */
export function voicesOn(dossier: Dossier, person: Person, day: string): string[] {
  const voices = new Set<string>()
  for (const role of person.roles) {
    if (firstDayOf(role.since) > day || (role.until !== null && lastDayOf(role.until) < day)) continue
    const voice = voiceAbove(dossier, role.holder)
    if (voice !== null) voices.add(voice)
  }
  return [...voices].sort()
}

function voiceAbove(dossier: Dossier, id: string): string | null {
  const party = dossier.parties.find(item => item.id === id)
  if (party !== undefined) return party.standing === 'none' ? null : party.id
  const body: Body | undefined = dossier.bodies.find(item => item.id === id)
  if (body === undefined) return null
  if (body.standing !== 'none') return body.id
  const above = body.party ?? body.partOf
  return above === null ? null : voiceAbove(dossier, above)
}

function firstDayOf(date: string): string {
  return `${date.slice(0, 10)}-01-01`.slice(0, 10)
}
