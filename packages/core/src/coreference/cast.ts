/**
 * The cast of a document: its referents, who is mentioned where and why, and the indexes by which the rules find candidates.
 * Every look-up is by key, and gives at most `CANDIDATES` of the latest, so that a long document costs no more per word than a short one.
 */
import type { EntityKind } from '../analysis.ts'
import type { Layers } from '../layers.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Quotation } from '../quotations/quotation.ts'
import type { Trace } from '../trace.ts'
import type { OfficeFact, Referent } from './referent.ts'
import type { HeldRole } from './role-book.ts'

const CANDIDATES = 40

export class Cast {
  readonly layers: Layers
  readonly mentions: readonly Mention[]
  readonly quotations: readonly Quotation[]
  readonly referents: Referent[] = []
  /** Referent of each mention, or -1. */
  readonly of: Int32Array
  /** What joined each mention. */
  readonly rule: string[]
  /** Quotation whose speaker a mention is, or -1. */
  readonly speaks: Int32Array
  /** Quotation in whose own (direct) words a mention stands, or -1. */
  readonly inside: Int32Array
  /** Quotation of any kind in whose words a mention stands, the innermost, or -1. */
  readonly reportedIn: Int32Array
  /** Mention that speaks each quotation, or -1. */
  readonly speakerOf: Int32Array
  /** Roles of a dossier that referents held on the day of publication. */
  readonly roles = new Map<number, HeldRole[]>()
  readonly #byKey = new Map<string, number>()
  readonly #byIndex = new Map<string, number[]>()
  readonly #joined: Uint8Array

  readonly trace: Trace | null

  constructor(
    layers: Layers,
    mentions: readonly Mention[],
    quotations: readonly Quotation[],
    trace: Trace | null = null,
  ) {
    this.trace = trace
    this.layers = layers
    this.mentions = mentions
    this.quotations = quotations
    this.of = new Int32Array(mentions.length).fill(-1)
    this.rule = new Array(mentions.length).fill('')
    this.speaks = new Int32Array(mentions.length).fill(-1)
    this.inside = new Int32Array(mentions.length).fill(-1)
    this.reportedIn = new Int32Array(mentions.length).fill(-1)
    this.speakerOf = new Int32Array(quotations.length).fill(-1)
    this.#joined = new Uint8Array(mentions.length)
    this.#locateQuotations()
  }

  add(kind: EntityKind, country: string | null = null, gender = 0): Referent {
    const referent: Referent = {
      index: this.referents.length,
      kind,
      country,
      name: null,
      things: [],
      gender,
      offices: [],
      mentions: [],
    }
    this.referents.push(referent)
    return referent
  }

  /** The one referent of this kind and key, made at first sight. */
  keyed(kind: EntityKind, key: string, country: string | null = null): Referent {
    const name = `${kind} ${key}`
    let index = this.#byKey.get(name)
    if (index === undefined) {
      index = this.add(kind, country).index
      this.#byKey.set(name, index)
    }
    return this.referents[index]
  }

  known(kind: EntityKind, key: string): Referent | null {
    const index = this.#byKey.get(`${kind} ${key}`)
    return index === undefined ? null : this.referents[index]
  }

  /** Makes `key` another key of a referent. */
  alias(kind: EntityKind, key: string, referent: Referent): void {
    this.#byKey.set(`${kind} ${key}`, referent.index)
  }

  join(mention: number, referent: Referent, rule: string): void {
    this.of[mention] = referent.index
    this.rule[mention] = rule
    if (this.#joined[mention] !== 0) return
    this.#joined[mention] = 1
    referent.mentions.push(mention)
  }

  /** Takes a joined mention to another referent; the one it leaves forgets it by itself. */
  move(mention: number, to: Referent, rule: string): void {
    this.of[mention] = to.index
    this.rule[mention] = rule
    to.mentions.push(mention)
  }

  /** Remembers a referent under a word by which a later mention may ask for it. */
  file(index: string, referent: Referent): void {
    const held = this.#byIndex.get(index)
    if (held === undefined) this.#byIndex.set(index, [referent.index])
    else if (!held.includes(referent.index, Math.max(0, held.length - CANDIDATES))) held.push(referent.index)
  }

  /** Referents filed under a word, the latest last, at most `CANDIDATES`. */
  filed(index: string): readonly number[] {
    const held = this.#byIndex.get(index) ?? []
    return held.length > CANDIDATES ? held.slice(-CANDIDATES) : held
  }

  giveOffice(referent: Referent, fact: OfficeFact): void {
    if (referent.offices.length < CANDIDATES) referent.offices.push(fact)
    this.file(`office ${fact.office}`, referent)
  }

  /** A role of the dossier that a referent held on the day of publication. */
  giveRole(referent: Referent, role: HeldRole): void {
    const held = this.roles.get(referent.index)
    if (held === undefined) this.roles.set(referent.index, [role])
    else held.push(role)
    this.file(`role ${role.role.office}`, referent)
  }

  /** Tells a weighed candidate, when somebody listens. */
  weigh(mention: number, referent: Referent, weight: number, taken: boolean): void {
    if (this.trace === null) return
    const { from, to } = this.mentions[mention]
    const { start, end } = this.layers.tokens
    const first = this.mentions[referent.mentions[0]]
    this.trace({
      stage: 'coreference',
      rule: `candidate ${first.base}`,
      start: start[from],
      end: end[to - 1],
      spoke: taken,
      because: `weight ${weight.toFixed(1)}: office, scope, and how much it is on the reader's mind`,
    })
  }

  sentenceOf(mention: Mention): number {
    return this.layers.sentences.of[mention.head]
  }

  /** First token of a mention's sentence. */
  floorOf(mention: Mention): number {
    return this.layers.sentences.from[this.sentenceOf(mention)]
  }

  /**
   * Whether a mention cannot be this referent because he says the words himself: nobody calls himself «он» in his own words, nor «президент» in
   * his own or a reporter's.
   */
  isOwnSpeaker(mention: number, referent: Referent): boolean {
    const quotation = this.mentions[mention].form === 'title' ? this.reportedIn[mention] : this.inside[mention]
    if (quotation < 0) return false
    const speaker = this.speakerOf[quotation]
    return speaker >= 0 && speaker !== mention && this.of[speaker] === referent.index
  }

  #locateQuotations(): void {
    const { start } = this.layers.tokens
    const byHead = new Map<number, number[]>()
    this.quotations.forEach(({ speaker }, q) => {
      if (speaker === null) return
      const held = byHead.get(speaker.head)
      if (held === undefined) byHead.set(speaker.head, [q])
      else held.push(q)
    })
    const own = this.quotations
      .flatMap(({ kind, parts }, quotation) => (kind === 'direct' ? parts.map(part => ({ ...part, quotation })) : []))
      .sort((a, b) => a.start - b.start)
    const innermost = this.#innermostQuotation()
    let next = 0
    this.mentions.forEach((mention, m) => {
      const at = start[mention.from]
      while (next < own.length && own[next].end <= at) next++
      if (next < own.length && at >= own[next].start) this.inside[m] = own[next].quotation
      this.reportedIn[m] = innermost(at)
      if (mention.form === 'adjective') return
      for (const q of byHead.get(mention.head) ?? []) {
        this.speaks[m] = q
        if (this.speakerOf[q] < 0) this.speakerOf[q] = m
      }
    })
  }

  /** A look-up of the innermost quotation at an offset; offsets must be asked in rising order. */
  #innermostQuotation(): (offset: number) => number {
    const parts = this.quotations
      .flatMap(({ parts }, quotation) => parts.map(part => ({ ...part, quotation })))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    const open: typeof parts = []
    let next = 0
    return offset => {
      while (next < parts.length && parts[next].start <= offset) open.push(parts[next++])
      while (open.length > 0 && open[open.length - 1].end <= offset) open.pop()
      for (let i = open.length - 1; i >= 0; i--) if (open[i].end > offset) return open[i].quotation
      return -1
    }
  }
}
