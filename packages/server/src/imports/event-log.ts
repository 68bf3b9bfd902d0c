/**
 * What happened to an import, numbered, for those who look on: whoever comes back names the last event he saw and gets what came after it. Of
 * states only the last one counts; failures are kept up to a number. Ids carry the log's own name, so an id of another server run is not mistaken.
 */

export interface ImportEvent {
  /** `k3f9-17`; goes into Last-Event-ID. */
  readonly id: string
  readonly event: 'state' | 'failure' | 'notice'
  /** Plain data. */
  readonly data: unknown
}

interface Kept extends ImportEvent {
  readonly seq: number
}

const KEPT = 500
/** Milliseconds between two signs of life, so that nothing in between takes the line for dead. */
const HEARTBEAT = 15_000

export class EventLog {
  readonly #name: string
  #seq = 0
  #kept: Kept[] = []
  #isEnded = false
  readonly #waiting = new Set<() => void>()

  constructor(name: string) {
    this.#name = name
  }

  add(event: ImportEvent['event'], data: unknown): void {
    const seq = ++this.#seq
    const others = event === 'state' ? this.#kept.filter(kept => kept.event !== 'state') : this.#kept
    this.#kept = [...others, { id: `${this.#name}-${seq}`, event, data, seq }]
    if (this.#kept.length > KEPT)
      this.#kept.splice(
        this.#kept.findIndex(kept => kept.event !== 'state'),
        1,
      )
    this.#stir()
  }

  /** Nothing more will come: who follows is let go after the last event. */
  end(): void {
    this.#isEnded = true
    this.#stir()
  }

  /** True where an id is that of the last event and nothing more will come. */
  isOver(lastId: string | null): boolean {
    return this.#isEnded && this.#seqOf(lastId) === this.#seq
  }

  /** Events after the one named, those to come as they come; null: still alive. An id not of this log: all there are. */
  async *follow(lastId: string | null, signal: AbortSignal): AsyncGenerator<ImportEvent | null> {
    let seen = this.#seqOf(lastId)
    while (!signal.aborted) {
      const next = this.#kept.find(({ seq }) => seq > seen)
      if (next !== undefined) {
        seen = next.seq
        const { id, event, data } = next
        yield { id, event, data }
      } else if (this.#isEnded) return
      else if (!(await this.#change(signal))) yield null
    }
  }

  #seqOf(id: string | null): number {
    const [, name, seq] = /^(.+)-(\d{1,15})$/.exec(id ?? '') ?? []
    return name === this.#name && Number(seq) <= this.#seq ? Number(seq) : 0
  }

  /** False: nothing happened for a while. */
  #change(signal: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      const wake = (changed: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(onChange)
        signal.removeEventListener('abort', onChange)
        resolve(changed)
      }
      const onChange = () => wake(true)
      const timer = setTimeout(() => wake(false), HEARTBEAT)
      timer.unref()
      this.#waiting.add(onChange)
      signal.addEventListener('abort', onChange)
    })
  }

  #stir(): void {
    for (const wake of [...this.#waiting]) wake()
  }
}
