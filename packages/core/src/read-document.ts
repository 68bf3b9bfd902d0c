/** Reading a document: the pipeline, stage by stage. Pure: the same document and kit give the same analysis. */
import { describeEntities, describeQuotations, describeTimes } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { compileClaimWords } from './claims/claim-words.ts'
import { canReadClaims, findClaims } from './claims/find-claims.ts'
import { compileOperators } from './claims/operators.ts'
import { compileSweeps } from './claims/sweeps.ts'
import { Clauses } from './clauses/clauses.ts'
import { compileMarkWords } from './clauses/mark-words.ts'
import { compileOrgans } from './coreference/affiliation.ts'
import { compileCopulas } from './coreference/copulas.ts'
import { resolveMentions } from './coreference/resolve-mentions.ts'
import { describeEvents, takingPart } from './describe-events.ts'
import type { TextDocument } from './document.ts'
import { findKnownNames } from './dossier-names/find-known-names.ts'
import { compileEventPatterns, compileIdioms } from './events/event-patterns.ts'
import { findEvents } from './events/find-events.ts'
import { compileParties } from './events/participants.ts'
import { compileBackgroundWords } from './events/place-and-time.ts'
import { compileElsewhere } from './events/politics.ts'
import type { Kit, LanguagePack } from './kit.ts'
import { joinAnalyses } from './languages/join-analyses.ts'
import { keepOnly, leaveOut, paragraphLanguages } from './languages/paragraph-languages.ts'
import { indexCountries, indexNames, type Layers } from './layers.ts'
import { compileDescriptions } from './mentions/descriptions.ts'
import { findMentions } from './mentions/find-mentions.ts'
import { findPhrases } from './mentions/find-phrases.ts'
import { compilePronouns } from './mentions/pronoun-mentions.ts'
import { compileStages } from './mentions/scope.ts'
import { compileCountries } from './names/countries.ts'
import { findNames } from './names/find-names.ts'
import { compileClauseWords } from './quotations/clause-words.ts'
import { compileCues } from './quotations/cues.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import { Scene } from './quotations/scene.ts'
import { cliticsOf } from './text/clitics.ts'
import { findZones } from './text/find-zones.ts'
import { splitSentences } from './text/split-sentences.ts'
import { splitTokens } from './text/split-tokens.ts'
import { findTimes } from './times/find-times.ts'
import type { Trace } from './trace.ts'
import { chooseReadings } from './words/choose-readings.ts'
import { compileCompoundPrepositions } from './words/compound-prepositions.ts'

export interface ReadOptions {
  /** Called before each stage with its name; for benches. */
  readonly watch?: (stage: string) => void
  readonly trace?: Trace
  /** Is handed the layers that the stages stand on, those of each language of the document: what indexes the words need not find them again. */
  readonly onLayers?: (layers: Layers) => void
}

/** Tokens, sentences, readings and names: what all later stages stand on. Throws RangeError when the kit has no pack for the language. */
export function readLayers(document: TextDocument, kit: Kit, watch: (stage: string) => void = ignore): Layers {
  const pack = packOf(document.language ?? 'ru', kit)
  pack.derive(compileTables)
  if (kit.dossiers.length > 0 && canReadClaims(pack)) pack.derive(compileClaimTables)
  const { text } = document
  watch('tokens')
  const tokens = splitTokens(text, pack.lexicon, cliticsOf(pack))
  watch('sentences')
  const sentences = splitSentences(text, tokens, pack)
  watch('readings')
  const words = chooseReadings(tokens, sentences, pack)
  watch('known names')
  const known = findKnownNames(tokens, sentences, pack, kit.dossiers)
  watch('names')
  const names = findNames(tokens, sentences, words, pack, known)
  return {
    document,
    pack,
    tokens,
    sentences,
    words,
    dossiers: kit.dossiers,
    known,
    names,
    nameOf: indexNames(names, tokens.count),
    countryNameOf: indexCountries(names, tokens.count),
  }
}

/**
 * The analysis of a document. A paragraph in another language of the kit is read in that language; `document.language` of the analysis is that
 * of the rest. Throws RangeError when the kit has no pack for the language.
 */
export function readDocument(document: TextDocument, kit: Kit, options: ReadOptions = {}): Analysis {
  const pack = packOf(document.language ?? 'ru', kit)
  const others = paragraphLanguages(document.text, pack, kit, other => other.derive(compileTables))
  if (others.size === 0) return readInOneLanguage(document, kit, options)
  const foreign = [...others].map(([language, paragraphs]) => {
    const text = keepOnly(document.text, paragraphs)
    const analysis = readInOneLanguage({ ...document, language, text }, kit, options)
    return { analysis, pack: packOf(language, kit) }
  })
  const text = leaveOut(
    document.text,
    [...others.values()].flat().sort((a, b) => a.start - b.start),
  )
  const own = { analysis: readInOneLanguage({ ...document, text }, kit, options), pack }
  return { ...joinAnalyses(own, foreign), text: document.text }
}

function readInOneLanguage(document: TextDocument, kit: Kit, options: ReadOptions): Analysis {
  const { watch = ignore, trace = null } = options
  const layers = readLayers(document, kit, watch)
  options.onLayers?.(layers)
  const { text } = document
  watch('phrases')
  const phrases = findPhrases(layers)
  watch('quotations')
  const scene = new Scene(layers, phrases, trace)
  const quotations = findQuotations(scene)
  watch('mentions')
  const mentions = findMentions(layers, phrases, quotations)
  watch('coreference')
  const cast = resolveMentions(layers, mentions, quotations, trace)
  watch('times')
  const times = describeTimes(findTimes(document, layers.tokens, layers.sentences, layers.words, layers.pack))
  watch('events')
  const clauses = new Clauses(scene, quotations)
  const told = findEvents(scene, cast, clauses, times, trace)
  watch('analysis')
  const taking = takingPart(told.events)
  /** With who takes part; who only says something in a claim is known when the claims are read, and is described then, too. */
  const describe = (wanted: Set<number>) => {
    const { entities, idOf, describedIds } = describeEntities(cast, told.described, new Set([...taking, ...wanted]))
    const said = describeQuotations(cast, idOf, times)
    const events = describeEvents(layers, told.events, idOf, describedIds)
    const described = told.described.map(({ mentions: ranges }, d) => ({ mentions: ranges, id: describedIds[d] }))
    const claims = findClaims({ cast, clauses, quotations: said, times, events, idOf, wanted, described })
    return { entities, said, events, claims }
  }
  watch('claims')
  const wanted = new Set<number>()
  const first = describe(wanted)
  const { entities, said, events, claims } = wanted.size === 0 ? first : describe(wanted)
  return {
    format: 'parley/analysis@1',
    document: {
      id: document.id,
      language: layers.pack.code,
      published: document.published,
      title: document.title,
      url: document.url,
      publisher: document.publisher,
      sha256: document.sha256,
    },
    reader: { version: kit.version, languages: kit.languages, dossier: kit.dossier },
    text,
    zones: findZones(text, layers.tokens, layers.sentences, layers.pack),
    entities,
    quotations: said,
    times,
    events,
    claims,
  }
}

function packOf(language: string, kit: Kit): LanguagePack {
  const pack = kit.packs.get(language)
  if (pack === undefined)
    throw new RangeError(`no language pack for "${language}" (the kit has: ${[...kit.packs.keys()].join(', ')})`)
  return pack
}

/** Every table a stage asks for: its words must have their keys before the first form is made. */
function compileTables(pack: LanguagePack): true {
  for (const compile of [
    compileClauseWords,
    compileCues,
    compileDescriptions,
    compilePronouns,
    compileStages,
    compileCopulas,
    compileCountries,
    compileMarkWords,
    compileOrgans,
    compileCompoundPrepositions,
    compileEventPatterns,
    compileParties,
    compileBackgroundWords,
    compileElsewhere,
    compileIdioms,
  ])
    pack.derive<unknown>(compile)
  return true
}

/** What only a kit with dossiers asks for. */
function compileClaimTables(pack: LanguagePack): true {
  pack.derive(compileClaimWords)
  pack.derive(compileOperators)
  pack.derive(compileSweeps)
  return true
}

function ignore(): void {}
