/** Who vouches for a claim, and as whose voice: by a role of the dossier held on the day it was said, or as the text calls them. */
import type { AnalysedClaim, Analysis, Entity } from '../analysis.ts'
import type { Dossier, PersonRole } from '../dossier.ts'
import { idIn } from '../dossier-names/refs.ts'
import { PRESS } from './find-status.ts'
import { voiceAbove, voiceRoles } from './voices.ts'

/**
 * What made the claimant a voice. press: the document's own words. publisher: the same, of a document that a voice of the dossier, or an
 * outlet that declares itself for one, has published. party, body: the party or body itself, or a body of it. role: a person, by a role
 * held that day. official: the text calls them its organ or official. Others speak for nobody: `nobody` with nothing of the kind,
 * `several` where roles lead to more voices than one.
 */
export type VoiceReason = 'press' | 'publisher' | 'party' | 'body' | 'role' | 'official' | 'several' | 'nobody'

export interface Claimant {
  /** Party, body, `press`, or null: voice `other`, shown by name and not counted. */
  readonly voice: string | null
  readonly because: VoiceReason
  /** As the document names them; null for the document's own voice. */
  readonly name: string | null
  /** Id in the dossier, or null. */
  readonly ref: string | null
  /** The role that gave the voice, or null. */
  readonly role: PersonRole | null
}

export type ClaimantOf = (claim: Pick<AnalysedClaim, 'claimantId' | 'said' | 'reported'>) => Claimant

/** Made once for a document, asked for each of its claims. */
export function findClaimants(analysis: Analysis, dossier: Dossier): ClaimantOf {
  const entities = new Map(analysis.entities.map(entity => [entity.id, entity]))
  const narrator = narratorOf(analysis.document.publisher, dossier)
  return ({ claimantId, said, reported }) => {
    if (claimantId === null) return narrator
    const entity = entities.get(claimantId)
    if (entity === undefined) throw new RangeError(`claimant '${claimantId}' is no entity of ${analysis.document.id}`)
    return claimantOf(entity, dossier, said ?? reported?.slice(0, 10) ?? null)
  }
}

/** What tells whose voice an entity is. */
type NamedEntity = Pick<Entity, 'name' | 'ref' | 'speaksFor'>

/**
 * The same for a claimant as a record keeps it: by name and id in the dossier; null for the document's own voice, which is its
 * publisher's.
 */
export function claimantBehind(
  dossier: Dossier,
  claimant: NamedEntity | null,
  from: { readonly publisher: string | null; readonly said: string | null; readonly reported: string | null },
): Claimant {
  if (claimant === null) return narratorOf(from.publisher, dossier)
  return claimantOf(claimant, dossier, from.said ?? from.reported?.slice(0, 10) ?? null)
}

/** The document's own voice: the press, unless it was published by a body that is a voice itself or by an outlet of a party. */
function narratorOf(publisher: string | null, dossier: Dossier): Claimant {
  const named = publisher === null ? null : publishingVoice(fold(publisher), dossier)
  if (named === null) return { voice: PRESS, because: 'press', name: null, ref: null, role: null }
  return { voice: named.voice, because: 'publisher', name: publisher, ref: named.ref, role: null }
}

interface PublishingVoice {
  readonly voice: string
  readonly ref: string | null
}

/** By the folded name of the publisher; made once for a dossier, for a record asks it of every claim. */
const publishing = new WeakMap<Dossier, ReadonlyMap<string, PublishingVoice>>()

function publishingVoice(publisher: string, dossier: Dossier): PublishingVoice | null {
  const known = publishing.get(dossier) ?? publishingVoices(dossier)
  publishing.set(dossier, known)
  return known.get(publisher) ?? null
}

function publishingVoices(dossier: Dossier): ReadonlyMap<string, PublishingVoice> {
  const voices = new Map<string, PublishingVoice>()
  // Who comes first keeps the name.
  const add = (name: string, holder: string, ref: string | null): void => {
    const voice = voiceAbove(dossier, holder)
    if (voice !== null && !voices.has(fold(name))) voices.set(fold(name), { voice, ref })
  }
  for (const { id, names } of dossier.bodies) for (const { text } of names) add(text, id, id)
  // A party's short name alone may be an outlet's.
  for (const { id, names } of dossier.parties)
    for (const { text, kind } of names) if (kind === 'full') add(text, id, id)
  for (const { kind, title, side } of dossier.sources) if (kind === 'outlet' && side !== null) add(title, side, null)
  return voices
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').trim()
}

/** `day`: when it was said, or at least reported; null: undated, so that only a person with one voice at all times has one. */
function claimantOf(entity: NamedEntity, dossier: Dossier, day: string | null): Claimant {
  const { name } = entity
  const ref = idIn(entity.ref, dossier.id)
  const nobody: Claimant = { voice: null, because: 'nobody', name, ref, role: null }
  const official = officialOf(entity, dossier, nobody)
  if (ref === null) return official
  const person = dossier.persons.find(item => item.id === ref)
  if (person === undefined) {
    const voice = voiceAbove(dossier, ref)
    const because = dossier.parties.some(item => item.id === ref) ? 'party' : 'body'
    return voice === null ? official : { ...nobody, voice, because }
  }
  const roles = voiceRoles(dossier, person, day)
  if (roles.length === 0) return official
  if (roles.length > 1) return { ...nobody, because: 'several' }
  return { ...nobody, voice: roles[0].voice, because: 'role', role: roles[0].role }
}

/** The voice whose organ or official the text calls the claimant; nobody where it says none. */
function officialOf({ speaksFor }: NamedEntity, dossier: Dossier, nobody: Claimant): Claimant {
  const id = idIn(speaksFor ?? null, dossier.id)
  const voice = id === null ? null : voiceAbove(dossier, id)
  return voice === null ? nobody : { ...nobody, voice, because: 'official' }
}
