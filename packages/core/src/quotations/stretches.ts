/** Where direct speech stands among the words of a narrator. */
import type { Span } from '../span.ts'
import type { Scene } from './scene.ts'

/** Which tokens stand in which stretch of direct speech. */
export class Stretches {
  readonly #scene: Scene
  /** Stretch of each token, -1 for the narrator's words. */
  readonly #of: Int32Array

  constructor(scene: Scene, parts: readonly Span[]) {
    this.#scene = scene
    const { start, count } = scene.layers.tokens
    this.#of = new Int32Array(count).fill(-1)
    const sorted = [...parts].sort((a, b) => a.start - b.start)
    let part = 0
    for (let token = 0; token < count && part < sorted.length; token++) {
      while (part < sorted.length && sorted[part].end <= start[token]) part++
      if (part < sorted.length && start[token] >= sorted[part].start) this.#of[token] = part
    }
  }

  /** Whether a token stands in direct speech. */
  holds(token: number): boolean {
    return this.#of[token] >= 0
  }

  /** The tokens of a speech's sentence that stay in the speech; a narrator's sentence whole. */
  around(token: number): [number, number] {
    let floor = this.#scene.sentenceFrom(token)
    let limit = this.#scene.sentenceTo(token)
    const stretch = this.#of[token]
    if (stretch >= 0) {
      while (this.#of[floor] !== stretch) floor++
      while (this.#of[limit - 1] !== stretch) limit--
    }
    return [floor, limit]
  }
}

export function overlaps(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(x => b.some(y => x.start < y.end && y.start < x.end))
}
