/**
 * A peace process as plain data: what the package `dossier` compiles from YAML and the kit carries. Types only; ids are resolved
 * (every reference names something in the same dossier), lists are sorted by id, so that no order of parties or names is a preference.
 *
 * Dates are ISO strings at the precision written: `2018`, `2018-05` or `2018-05-08`; `since` and `until` are both included.
 */

/** ISO 639-1 or 639-3 code in lower case: `ru`, `hy`, `fil`. */
export type LanguageCode = string
/** Text of the editors' own, by language. */
export type Texts = Readonly<Record<LanguageCode, string>>

/** One name of something in one language. Several names of one thing stand side by side; none of them is the name. */
export interface DossierName {
  readonly lang: LanguageCode
  /** Base form (nominative), as written by those who use it. */
  readonly text: string
  /** short: a name that is clear only beside the full one; former: no longer in official use by those it is `usedBy`. */
  readonly kind: 'full' | 'short' | 'abbreviation' | 'former'
  /** Parties that use it, as observed; empty: used by all or not observed. */
  readonly usedBy: readonly string[]
  /** False for a name that keeps one form in all cases. */
  readonly declines: boolean
  /** Name of a row of the language's table `names/declensions`, or null: the language pack works it out. */
  readonly endings: string | null
  /** Id of a source where the use was disputed, or null. */
  readonly source: string | null
}

/** What a party or body is in the process: whose words about a stipulation are counted as a voice of the matrix (all but `none`). */
export type Standing = 'party' | 'guarantor' | 'mediator' | 'monitor' | 'none'

/** A side of the process: a state, a movement, a government. */
export interface Party {
  /** Short public code: `arm`, `splm-io`. */
  readonly id: string
  readonly kind: 'state' | 'government' | 'movement' | 'armed-group' | 'coalition' | 'authorities'
  readonly standing: Standing
  /** ISO 3166-1 alpha-2 code of the country it governs, or null. Through it a language pack's country names, capitals and seats reach the party. */
  readonly country: string | null
  readonly names: readonly DossierName[]
  readonly source: string
}

/** An institution, mission or group that is no side: a commission, a monitoring mission, a working group. */
export interface Body {
  readonly id: string
  readonly kind:
    | 'organisation'
    | 'mission'
    | 'commission'
    | 'working-group'
    | 'government'
    | 'parliament'
    | 'ministry'
    | 'force'
    | 'court'
  readonly standing: Standing
  /** The party it speaks for, or null. */
  readonly party: string | null
  /** The body it belongs to, or null; never a cycle. */
  readonly partOf: string | null
  readonly names: readonly DossierName[]
  readonly since: string | null
  readonly until: string | null
  readonly source: string
}

/** An office held for a time. */
export interface PersonRole {
  /** Id of the party or body it is held in. */
  readonly holder: string
  /** Office of `ontology/offices.tsv`: `head-of-government`. */
  readonly office: string
  readonly since: string
  /** null: still held as far as the dossier knows. */
  readonly until: string | null
  readonly source: string
}

export interface Person {
  /** Carries no name: `person-0012`. */
  readonly id: string
  readonly gender: 'f' | 'm' | null
  readonly names: readonly DossierName[]
  /** Sorted by `since`. */
  readonly roles: readonly PersonRole[]
}

export interface Place {
  /** Carries no name: `place-0147`. */
  readonly id: string
  readonly kind:
    | 'city'
    | 'town'
    | 'village'
    | 'district'
    | 'region'
    | 'country'
    | 'route'
    | 'line'
    | 'border'
    | 'site'
    | 'camp'
  readonly partOf: string | null
  readonly names: readonly DossierName[]
  readonly coordinates: Coordinates | null
}

export interface Coordinates {
  /** Degrees, north positive. */
  readonly lat: number
  /** Degrees, east positive. */
  readonly lon: number
  /** How far the point may be off, in kilometres: a district's centre may be 20 km from its border. */
  readonly within: number
  readonly source: string
}

/** What each side calls the same thing: a route, a commission's subject, a group of people. */
export interface Term {
  readonly id: string
  readonly names: readonly DossierName[]
  /** What is meant, in words no side owns. */
  readonly meaning: string
}

/** Where a datum or a text comes from; outlets stand here, too. */
export interface DossierSource {
  readonly id: string
  readonly kind: 'agreement' | 'statement' | 'document' | 'law' | 'report' | 'web-page' | 'news' | 'dataset' | 'outlet'
  readonly title: string
  readonly publisher: string
  readonly lang: LanguageCode | null
  readonly date: string | null
  readonly url: string | null
  /** Document symbol: `S/2015/117`. */
  readonly symbol: string | null
  /** The party an outlet declares itself to speak for, or null. */
  readonly side: string | null
}

/** A due date that replaced the one before it. */
export interface Amendment {
  /** null: the duty has no date any more. */
  readonly due: string | null
  /** The day it came into force. */
  readonly since: string
  readonly source: string
}

/** One duty that can be checked. */
export interface Stipulation {
  /** `<agreement>/<number>`: `karabakh-2020/6a`. */
  readonly id: string
  readonly titles: Texts
  readonly summaries: Texts
  /** Parties and bodies that must do it. */
  readonly bearers: readonly string[]
  /** Kind of `ontology/duties.tsv`. */
  readonly duty: string
  /** What the duty is about, in a few words of English. */
  readonly object: string
  /** Places, terms, bodies, persons and parties the duty is about: what tells it from other duties of its kind. */
  readonly about: readonly string[]
  /** ISO date or date-time as agreed at first, or null. Passed once its last day is over. */
  readonly due: string | null
  /** In order of `since`. */
  readonly amendments: readonly Amendment[]
  /** The duty has no end: it is kept, not finished. */
  readonly continuing: boolean
  /** Provision type of the Peace Accords Matrix. */
  readonly pam: string
}

/** A numbered point of an agreement. */
export interface Provision {
  /** As the agreement numbers it: `6`. */
  readonly id: string
  readonly source: string
  readonly stipulations: readonly Stipulation[]
}

export interface Agreement {
  readonly id: string
  readonly titles: Texts
  /** The day it was signed or announced. */
  readonly signed: string
  readonly source: string
  readonly signatories: readonly string[]
  /** In the agreement's own order. */
  readonly provisions: readonly Provision[]
}

export interface DutyKind {
  readonly id: string
  readonly definition: string
  /** Provision type of the Peace Accords Matrix, unless a stipulation says otherwise. */
  readonly pam: string
  /** PLOVER event types, `TYPE` or `TYPE/mode`, whose occurrence speaks for the duty being done. */
  readonly speaksFor: readonly string[]
  /** … and against. */
  readonly speaksAgainst: readonly string[]
}

export interface Dossier {
  /** Id of the process: `karabakh-2020`. */
  readonly id: string
  readonly titles: Texts
  /** What the dossier covers. */
  readonly scope: Texts
  readonly languages: readonly LanguageCode[]
  readonly parties: readonly Party[]
  readonly bodies: readonly Body[]
  readonly persons: readonly Person[]
  readonly places: readonly Place[]
  readonly terms: readonly Term[]
  readonly sources: readonly DossierSource[]
  /** By date of signature. */
  readonly agreements: readonly Agreement[]
  /** The duty kinds its stipulations use, from the ontology. */
  readonly duties: readonly DutyKind[]
  /** SHA-256 of all of the above, hex: the same data, however its files are laid out, gives the same hash. */
  readonly hash: string
}
