/** The days a text has told of so far, and the day it speaks on: what relative times are resolved against. */
/** A date told of. `month` 1..12 or 0, `day` 1..31 or 0. */
export interface Told {
  readonly year: number
  readonly month: number
  readonly day: number
  /** The text names the year itself; false when it was resolved. */
  readonly dated: boolean
  /** The story stands there: «в сентябре 2020 года», not «с 2004 года», not a birth. */
  readonly scene: boolean
  readonly sentence: number
  readonly paragraph: number
}

export class Story {
  /** Day of speaking, or null: then relative times have no value. */
  now: number | null
  /** True when `now` comes from the text itself and not from the publication date. */
  readonly selfDated: boolean
  /** Value of the duration told of last. */
  length: string | null = null
  readonly #told: Told[] = []

  constructor(now: number | null) {
    this.now = now
    this.selfDated = now === null
  }

  tell(told: Told): void {
    this.#told.push(told)
  }

  get last(): Told | null {
    return this.#told.at(-1) ?? null
  }

  /** The scene of this paragraph: the date with a year told last in it, before the sentence's end. */
  sceneOf(paragraph: number): Told | null {
    for (let i = this.#told.length - 1; i >= 0 && i >= this.#told.length - LOOK_BACK; i--) {
      const told = this.#told[i]
      if (told.paragraph !== paragraph) return null
      if (told.scene) return told
    }
    return null
  }

  /** The last date told of that has a day, within so many paragraphs. */
  lastDay(paragraph: number, reach: number): Told | null {
    for (let i = this.#told.length - 1; i >= 0 && i >= this.#told.length - LOOK_BACK; i--) {
      const told = this.#told[i]
      if (told.paragraph < paragraph - reach) return null
      if (told.day > 0 && told.scene) return told
    }
    return null
  }

  /** The last date told of, of any precision, within so many paragraphs. */
  lastYear(paragraph: number, reach: number): Told | null {
    const { last } = this
    return last === null || last.paragraph < paragraph - reach ? null : last
  }

  /** A date told with its year that has this month (and this day, when one is given). */
  recall(month: number, day: number): Told | null {
    for (let i = this.#told.length - 1; i >= 0 && i >= this.#told.length - LOOK_BACK; i--) {
      const told = this.#told[i]
      if (told.dated && told.month === month && (day === 0 || told.day === day)) return told
    }
    return null
  }
}

/** Dates looked back at: what keeps a text of nothing but dates linear. */
const LOOK_BACK = 64
