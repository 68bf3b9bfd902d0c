/** The claims of one document as the matrix takes them: whose voice, and the exact words with what stands around them. */
import type { AnalysedClaim, Analysis } from '../analysis.ts'
import type { Dossier } from '../dossier.ts'
import { type Claimant, findClaimants } from './claimant.ts'
import type { StatusClaim } from './find-status.ts'

/** Exact words of a document. Offsets are UTF-16 code units into its text, half-open. */
export interface ClaimEvidence {
  /** Id of the document. */
  readonly document: string
  /** SHA-256 of its text, hex: the evidence counts for this text only. */
  readonly sha256: string
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)`. */
  readonly quote: string
  /** The words around it in its paragraph, at most `AROUND` characters on each side. */
  readonly before: string
  readonly after: string
}

export interface MatrixClaim extends StatusClaim {
  readonly stipulation: string
  readonly claimant: Claimant
  /** Day of publication, or null. */
  readonly reported: string | null
  readonly evidence: ClaimEvidence
  /** What made the claim. */
  readonly rule: string
}

/** Characters of context kept on each side. */
const AROUND = 240

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Claims on stipulations of the dossier, in the order of the text. */
export function matrixClaims(analysis: Analysis, dossier: Dossier): MatrixClaim[] {
  const known = stipulationIds(dossier)
  const claimantOf = findClaimants(analysis, dossier)
  return analysis.claims
    .filter(claim => known.has(claim.stipulation))
    .map(claim => matrixClaim(claim, claimantOf(claim), evidenceAt(analysis, claim.words.start, claim.words.end)))
}

/** A claim not dated to the day counts as undated. */
export function matrixClaim(
  {
    stipulation,
    assertion,
    said,
    general,
    reported,
    rule,
  }: Pick<AnalysedClaim, 'stipulation' | 'assertion' | 'said' | 'general' | 'reported' | 'rule'>,
  claimant: Claimant,
  evidence: ClaimEvidence,
): MatrixClaim {
  return {
    stipulation,
    assertion,
    voice: claimant.voice,
    said: said !== null && DAY.test(said) ? said : null,
    general,
    claimant,
    reported,
    evidence,
    rule,
  }
}

/** Words of a document with what stands around them in their paragraph. */
export function evidenceAt(
  { text, document }: { readonly text: string; readonly document: Pick<Analysis['document'], 'id' | 'sha256'> },
  start: number,
  end: number,
): ClaimEvidence {
  const paragraphStart = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const paragraphEnd = next < 0 ? text.length : next
  return {
    document: document.id,
    sha256: document.sha256,
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(wordStart(text, Math.max(paragraphStart, start - AROUND), paragraphStart), start),
    after: text.slice(end, wordEnd(text, Math.min(paragraphEnd, end + AROUND), paragraphEnd)),
  }
}

// Context begins and ends at a space, unless a word longer than any stands there.
const LONGEST_WORD = 40

function wordStart(text: string, from: number, floor: number): number {
  if (from === floor) return from
  const space = text.indexOf(' ', from)
  return space >= 0 && space < from + LONGEST_WORD ? space + 1 : from
}

function wordEnd(text: string, to: number, ceiling: number): number {
  if (to === ceiling) return to
  const space = text.lastIndexOf(' ', to)
  return space > to - LONGEST_WORD ? space : to
}

/** Ids of all stipulations of a dossier's agreements. */
export function stipulationIds({ agreements }: Dossier): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { provisions } of agreements) {
    for (const { stipulations } of provisions) for (const { id } of stipulations) ids.add(id)
  }
  return ids
}
