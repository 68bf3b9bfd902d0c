/** How fast something goes and how long it will still take, from the last seconds of it. */

/** Milliseconds looked back over. */
const WINDOW = 15_000
/** Before that a rate is chance. */
const ENOUGH = 1000

export interface Pace {
  /** A second; null: too early to say. */
  readonly rate: number | null
  /** Seconds; null: not known. */
  readonly remaining: number | null
}

export class PaceMeter {
  #stage = ''
  #seen: { readonly at: number; readonly done: number }[] = []

  /** `at`: milliseconds. A new stage begins anew. */
  measure(stage: string, done: number, left: number | null, at: number): Pace {
    if (stage !== this.#stage) this.#seen = []
    this.#stage = stage
    this.#seen.push({ at, done })
    while (this.#seen.length > 2 && this.#seen[1].at <= at - WINDOW) this.#seen.shift()
    const [first] = this.#seen
    const seconds = (at - first.at) / 1000
    if (at - first.at < ENOUGH || done <= first.done) return { rate: null, remaining: null }
    const rate = (done - first.done) / seconds
    return { rate, remaining: left === null ? null : left / rate }
  }
}
