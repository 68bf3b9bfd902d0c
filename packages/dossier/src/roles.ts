/** Roles over time: what cannot be so is a mistake; what may be so is a note for the editor to confirm. */

import { dayText, firstDay, lastDay } from './dates.ts'
import type { Ontology } from './ontology.ts'
import type { Content } from './schema.ts'

type PersonContent = Content<'persons'>[number]
type RoleContent = PersonContent['roles'][number]

export interface RoleFinding {
  readonly code: 'role-order' | 'overlapping-roles' | 'role-overlap' | 'role-gap'
  /** True for what the editor is only asked to confirm. */
  readonly note: boolean
  /** Index of the person in the file, and of the role in the person's list. */
  readonly person: number
  readonly role: number
  readonly message: string
  readonly hint: string
}

interface Term {
  readonly person: number
  readonly role: number
  readonly id: string
  readonly content: RoleContent
  readonly first: number
  /** Infinity: still held. */
  readonly last: number
}

const CONFIRM = 'mend the dates, or say why under `confirmed`'

export function checkRoles(persons: readonly PersonContent[], ontology: Ontology): RoleFinding[] {
  const findings: RoleFinding[] = []
  const byOffice = new Map<string, Term[]>()
  for (const [person, { id, roles }] of persons.entries()) {
    for (const [role, content] of roles.entries()) {
      const first = firstDay(content.since)
      const last = content.until === null ? Number.POSITIVE_INFINITY : lastDay(content.until)
      if (last < first) {
        const message = `the role ends (${content.until}) before it begins (${content.since})`
        findings.push({ code: 'role-order', note: false, person, role, message, hint: 'mend since or until' })
        continue
      }
      const terms = byOffice.get(content.office) ?? []
      if (terms.length === 0) byOffice.set(content.office, terms)
      terms.push({ person, role, id, content, first, last })
    }
  }
  for (const [office, terms] of byOffice) {
    terms.sort((a, b) => a.first - b.first || a.last - b.last)
    findings.push(...checkOffice(office, terms, ontology.offices.get(office.split('/')[1]) === true))
  }
  return findings
}

/** `terms`: sorted by their first day. `one`: the office has one holder at a time. */
function checkOffice(office: string, terms: readonly Term[], one: boolean): RoleFinding[] {
  const findings: RoleFinding[] = []
  const latestOf = new Map<number, Term>()
  let before: Term | null = null
  for (const term of terms) {
    const { person, role } = term
    const own = latestOf.get(person)
    // A handing-over day belongs to both, so one shared day is no overlap.
    if (own !== undefined && own.last > term.first) {
      const message = `${term.id} holds ${office} twice at once: also from ${own.content.since} until ${own.content.until ?? 'now'}`
      findings.push({
        code: 'overlapping-roles',
        note: false,
        person,
        role,
        message,
        hint: 'join the two, or mend their dates',
      })
    } else if (one && before !== null && term.content.confirmed === undefined) {
      if (before.person !== person && before.last > sharedUntil(term)) {
        const message = `${office} has two holders from ${term.content.since}: ${term.id} and ${before.id}`
        findings.push({ code: 'role-overlap', note: true, person, role, message, hint: CONFIRM })
      } else if (before.last + 1 < term.first) {
        const message = `nobody holds ${office} from ${dayText(before.last + 1)} to ${dayText(term.first - 1)}`
        findings.push({ code: 'role-gap', note: true, person, role, message, hint: CONFIRM })
      }
    }
    if (own === undefined || term.last > own.last) latestOf.set(person, term)
    if (before === null || term.last > before.last) before = term
  }
  return findings
}

/** A term that begins in some month or year may share all of it with the one before. */
function sharedUntil(term: Term): number {
  return lastDay(term.content.since)
}
