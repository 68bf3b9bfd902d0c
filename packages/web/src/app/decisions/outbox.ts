/**
 * Decisions until the record has them. Each is kept on this device before it is sent and forgotten once it is written, so that none is lost with a
 * server that is gone, a session that ended or a page that was closed. They are sent one after the other, in the order they were made; what the
 * server refuses stays, with its reason, until the reviewer asks again or takes it back. Knows nothing of a page: tests hand in what it needs.
 */
import type { DecisionAnswer } from '../api/contract.ts'

/** As the API takes it; an undoing names its decision: `decision/5`. */
export interface Decided {
  readonly kind: DecisionAnswer['kind']
  readonly target: string
  readonly value?: Readonly<Record<string, unknown>>
  readonly why?: string
}

export interface Unwritten {
  readonly id: string
  /** Instant it was decided. */
  readonly at: string
  readonly by: string
  readonly decided: Decided
  /** Words of what it is about, and their language. */
  readonly about: string
  readonly language: string | null
  /** How often it was sent. */
  readonly tries: number
  /** null: not sent yet, or on its way. */
  readonly problem: Problem | null
}

/** Why it is not written. waits: it goes again by itself; refused: when somebody asks for it. */
export interface Problem {
  readonly kind: 'waits' | 'refused'
  /** Of HTTP; null: no answer. */
  readonly status: number | null
  /** What the server said, in English; '' for no answer. */
  readonly message: string
}

export type Sent =
  | { readonly ok: true; readonly seq: number }
  /** `retryAfter`: seconds the server asks for, or null. */
  | { readonly ok: false; readonly problem: Problem; readonly retryAfter: number | null }

export interface OutboxParts {
  /** What was kept under a name, or null; throws where the device keeps nothing. */
  readonly load: (place: string) => string | null
  readonly save: (place: string, text: string) => void
  readonly send: (entry: Unwritten) => Promise<Sent>
  /** Runs while no other page of this browser sends. */
  readonly alone: <Result>(act: () => Promise<Result>) => Promise<Result>
  /** Calls in so many milliseconds; returns the way to call it off. */
  readonly later: (act: () => void, wait: number) => () => void
  readonly now: () => string
  readonly newId: () => string
}

/** Whose decisions may be sent now: everybody's, one name's, or nobody's. */
export type Author = { readonly is: 'anyone' } | { readonly is: 'one'; readonly name: string } | { readonly is: 'none' }

/** Milliseconds until what waits is sent again: longer each time. */
const WAITS = [3_000, 6_000, 15_000, 30_000, 60_000]

export class Outbox {
  readonly #parts: OutboxParts
  readonly #listeners = new Set<() => void>()
  readonly #written = new Map<string, number>()
  #place: string | null = null
  #author: Author = { is: 'none' }
  #entries: readonly Unwritten[] = []
  #isKept = true
  #sending: { readonly id: string; readonly done: Promise<unknown> } | null = null
  #flushing: Promise<void> | null = null
  #callOff: (() => void) | null = null
  #failures = 0
  #onWritten: () => void = () => {}

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  /** Turns to what is kept of a record and sends what may be sent. */
  open(record: string, author: Author): void {
    this.#place = `parley.unwritten.${record}`
    this.#author = author
    this.refresh()
    void this.flush()
  }

  whenWritten(act: () => void): void {
    this.#onWritten = act
  }

  /** In the order they were made; the same list until something changes. */
  readonly list = (): readonly Unwritten[] => this.#entries

  /** False: this device keeps nothing, they are gone with the page. */
  readonly isKept = (): boolean => this.#isKept

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes a decision, and sends it behind those before it. Returns its id here. */
  put(decided: Decided, said: Pick<Unwritten, 'by' | 'about' | 'language'>): string {
    const id = this.#parts.newId()
    this.#change(all => [...all, { id, at: this.#parts.now(), ...said, decided, tries: 0, problem: null }])
    void this.flush()
    return id
  }

  /** Its number in the record where it is written by now; null: it was taken back, or is unknown. */
  async takeBack(id: string): Promise<number | null> {
    if (this.#sending?.id === id) await this.#sending.done
    this.#change(all => all.filter(each => each.id !== id))
    return this.#written.get(id) ?? null
  }

  /** Sends everything again, what was refused as well. */
  retry(): Promise<void> {
    this.#change(all => all.map(each => (each.problem === null ? each : { ...each, problem: null })))
    return this.flush()
  }

  /** Sends what waits, until nothing does or the server does not take it. */
  async flush(): Promise<void> {
    if (this.#flushing === null && this.#next() === undefined) return
    this.#flushing ??= this.#flushAll()
    await this.#flushing
  }

  async #flushAll(): Promise<void> {
    try {
      // What was put behind the last one meanwhile is not left lying.
      for (let isStopped = false; !isStopped && this.#next() !== undefined; )
        isStopped = await this.#parts.alone(() => this.#sendAll())
    } finally {
      this.#flushing = null
    }
  }

  /** Another page of this browser has changed what is kept. */
  refresh(): void {
    if (this.#place === null) return
    const kept = this.#read(this.#place)
    if (kept === null) return
    this.#entries = kept
    this.#tell()
  }

  /** True: one waits, and is sent again later. */
  async #sendAll(): Promise<boolean> {
    this.#callOff?.()
    this.#callOff = null
    this.refresh()
    for (let entry = this.#next(); entry !== undefined; entry = this.#next()) {
      const { id } = entry
      const done = this.#parts.send(entry)
      this.#sending = { id, done }
      const sent = await done
      this.#sending = null
      if (sent.ok) {
        this.#failures = 0
        this.#written.set(id, sent.seq)
        this.#change(all => all.filter(each => each.id !== id))
        this.#onWritten()
        continue
      }
      const { problem, retryAfter } = sent
      this.#change(all => all.map(each => (each.id === id ? { ...each, tries: each.tries + 1, problem } : each)))
      if (problem.kind === 'refused') continue
      const wait = WAITS[Math.min(this.#failures++, WAITS.length - 1)]
      this.#callOff = this.#parts.later(() => void this.flush(), Math.max(wait, (retryAfter ?? 0) * 1000))
      return true
    }
    return false
  }

  #next(): Unwritten | undefined {
    const author = this.#author
    if (author.is === 'none') return undefined
    return this.#entries.find(
      ({ by, problem }) => problem?.kind !== 'refused' && (author.is === 'anyone' || by === author.name),
    )
  }

  #change(change: (all: readonly Unwritten[]) => readonly Unwritten[]): void {
    const kept = this.#place === null ? null : this.#read(this.#place)
    this.#entries = change(kept ?? this.#entries)
    if (this.#place !== null) {
      try {
        this.#parts.save(this.#place, JSON.stringify(this.#entries))
        this.#isKept = true
      } catch {
        // A private window, or a full one: they are there as long as the page is.
        this.#isKept = false
      }
    }
    this.#tell()
  }

  /** null: nothing can be read there; what this page has, counts. */
  #read(place: string): readonly Unwritten[] | null {
    if (!this.#isKept) return null
    try {
      return JSON.parse(this.#parts.load(place) ?? '[]') as readonly Unwritten[]
    } catch {
      return null
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
