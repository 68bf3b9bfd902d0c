/** Cues: the words that introduce speech, from the table `cues`. */
import type { LanguagePack } from '../kit.ts'
import type { Layers } from '../layers.ts'
import { reading } from '../layers.ts'
import type { Reading } from '../words/form.ts'
import { ADJS, COMP, GRND, IMPR, INFN, PER1, PER2, PRTF, PRTS, PSSV, VERB } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'

export interface CueRow {
  readonly row: string
  readonly act: string
  readonly frames: ReadonlySet<string>
}

/** A cue in a text: `from`..`to` its words, `verb` the word that inflects. */
export interface Cue {
  readonly from: number
  readonly to: number
  readonly verb: number
  readonly verbReading: Reading
  readonly row: CueRow
}

export interface CueTables {
  readonly verbs: PhraseTable<CueRow>
  /** «по словам»: the words after the preposition, by which the table is entered, and the whole. */
  readonly phrases: PhraseTable<CueRow>
  readonly prepositions: ReadonlySet<number>
}

export function compileCues(pack: LanguagePack): CueTables {
  const verbs = new PhraseTable<CueRow>(pack.keys)
  const phrases = new PhraseTable<CueRow>(pack.keys)
  const prepositions = new Set<number>()
  for (const row of pack.table('cues')) {
    const cue: CueRow = {
      row: `cues/${row.wording.replaceAll('=', '')}`,
      act: row.act,
      frames: new Set(row.frame.split(' ')),
    }
    if (cue.frames.has('genitive') || cue.frames.has('dative')) {
      phrases.add(row.wording, cue)
      prepositions.add(pack.keys.key(row.wording.split(' ')[0]))
    } else verbs.add(row.wording, cue)
  }
  return { verbs, phrases, prepositions }
}

/** All verbal cues of a document, in order. */
export function findCues(layers: Layers): Cue[] {
  const { tokens, sentences, pack } = layers
  const { verbs } = pack.derive(compileCues)
  const cues: Cue[] = []
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.form[token].keys.length === 0) continue
    const found = verbs.match(tokens.form, token, sentences.to[sentences.of[token]])
    if (found === null) continue
    const verb = verbOf(layers, token, found.to, found.row)
    if (verb === null) continue
    cues.push({ from: token, to: found.to, verb: verb.token, verbReading: verb.reading, row: found.row })
    token = found.to - 1
  }
  return cues
}

/** The word of a cue that speaks: finite, gerund, participle or short form; first and second persons and commands report nobody. */
function verbOf(layers: Layers, from: number, to: number, row: CueRow): { token: number; reading: Reading } | null {
  if (row.frames.has('impersonal')) return { token: from, reading: reading(layers, from) }
  const speaking = row.frames.has('short') ? ADJS | PRTS : VERB | GRND | PRTF | (row.frames.has('fragment') ? ADJS : 0)
  for (let token = from; token < to; token++) {
    const form = layers.tokens.form[token]
    if ((form.pos & speaking) === 0) {
      if ((form.pos & (INFN | COMP)) !== 0) return null
      continue
    }
    let chosen = reading(layers, token)
    // A wording of several words speaks for its verb; so does a short form, which looks like a participle.
    if (!speaks(chosen, speaking) && (to - from > 1 || row.frames.has('short') || row.frames.has('fragment')))
      chosen = form.readings.find(r => speaks(r, speaking)) ?? chosen
    if (!speaks(chosen, speaking)) return null
    return { token, reading: chosen }
  }
  return null
}

function speaks(candidate: Reading, speaking: number): boolean {
  if ((candidate.pos & PRTF) !== 0 && (candidate.agr & PSSV) !== 0) return false
  return (candidate.pos & speaking) !== 0 && (candidate.agr & (IMPR | PER1 | PER2)) === 0
}
