/** Sweeping claims on a whole agreement: «все пункты, кроме 9, выполнены», from the table `claims/sweeps`. */
import type { LanguagePack } from '../kit.ts'
import { type Layers, reading } from '../layers.ts'
import type { TokenRange } from '../span.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import { NOUN } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'
import { climb, outcomeOf } from './outcome.ts'
import { carrierOf } from './read-noun.ts'
import type { AssertedDuty } from './read-sentence.ts'
import type { SentenceView } from './sentence-view.ts'
import type { Duty } from './stipulations.ts'

export interface Sweep extends TokenRange {
  readonly head: number
  /** Numbers of points left out. */
  readonly except: ReadonlySet<string>
}

type SweepRole = 'all' | 'none' | 'except'

export function compileSweeps(pack: LanguagePack): PhraseTable<SweepRole> {
  const table = new PhraseTable<SweepRole>(pack.keys)
  for (const { wordings, role } of pack.table('claims/sweeps'))
    for (const wording of wordings.split(', ')) table.add(wording, role as SweepRole)
  return table
}

/** The words of a sentence for all points at once, or null. */
export function findSweep({ tokens, sentences, pack, words }: Layers, sentence: number): Sweep | null {
  const table = pack.derive(compileSweeps)
  const from = sentences.from[sentence]
  const to = sentences.to[sentence]
  let found: TokenRange | null = null
  let excepts = -1
  for (let token = from; token < to; token++) {
    const match = table.match(tokens.form, token, to)
    if (match === null) continue
    if (match.row === 'except') excepts = match.to
    else found ??= { from: token, to: match.to }
  }
  if (found === null) return null
  const except = new Set<string>()
  for (let token = excepts; excepts >= 0 && token < to; token++)
    if (tokens.kind[token] === KIND_NUMBER) except.add(tokens.form[token].text)
  let head = found.to - 1
  for (let token = found.from; token < found.to; token++) if ((words.chosen[token].pos & NOUN) !== 0) head = token
  return { ...found, head, except }
}

/** What is said of all points; null when nothing is. */
export function readSweep(view: SentenceView, { head }: Sweep): AssertedDuty | null {
  const clause = view.clauseOf(head)
  if (clause === null || (reading(view.layers, head).pos & NOUN) === 0) return null
  const carrier = carrierOf(view, head, clause) ?? lastOf(view)
  if (carrier === null || carrier.preposition !== '') return null
  const outcome = climb(view, carrier.predicate, 'deed', outcomeOf('fulfilled', 'claims/sweeps'))
  if (outcome === null) return null
  const { subjects } = carrier.predicate
  return { duty: '', ...outcome, at: head, clause, refs: [], topics: new Set(), subjects }
}

/** «Все пункты, кроме 9, выполнены»: the only verb of the sentence. */
function lastOf({ sentence: { predicates } }: SentenceView): ReturnType<typeof carrierOf> {
  return predicates.length === 1 ? { predicate: predicates[0], preposition: '' } : null
}

/** Of each dossier the stipulations of its first agreement, which later ones carry on, without the points left out. */
export function dutiesSwept({ index }: SentenceView, { except }: Sweep): readonly Duty[] {
  return index.all.filter(
    ({ dossier, agreement, provision }) => agreement === dossier.agreements[0] && !except.has(provision.id),
  )
}
