/**
 * Building a minimal acyclic automaton from the leaves up. Two states with the same value and the same arrows are one
 * state, so the caller may build the words in any way as long as children come before their parents.
 *
 * The finished automaton is one Uint32Array of units, a state being a run of them:
 *   [value unit, if words end here] [arrow unit]…
 *   arrow unit:  bits 0-5 label (1..63), bit 6 set on the last unit of the state, bits 7-31 first unit of the target
 *   value unit:  bits 0-5 zero,          bit 6 likewise,                       bits 7-31 the value
 * The root is at unit 0. Arrows stand in falling order of the number of words behind them: most scans stop early.
 */
export const LAST = 1 << 6
const MAX_TARGET = 2 ** 25

export class AutomatonBuilder {
  /** Per state: start of its numbers in #data. Numbers: value + 1 (0: none), arrow count, then label, target pairs by label. */
  readonly #starts: number[] = []
  readonly #words: number[] = []
  #data = new Int32Array(1 << 16)
  #used = 0
  #table = new Int32Array(1 << 16).fill(-1)

  get stateCount(): number {
    return this.#starts.length
  }

  /**
   * The state with this value (-1: no word ends here) and these arrows; `labels` rise, `targets` are states made before.
   * `targets.length` must equal `labels.length`.
   */
  state(value: number, labels: readonly number[], targets: readonly number[]): number {
    const size = 2 + labels.length * 2
    if (this.#used + size > this.#data.length) {
      const grown = new Int32Array(this.#data.length * 2)
      grown.set(this.#data)
      this.#data = grown
    }
    const start = this.#used
    const data = this.#data
    data[start] = value + 1
    data[start + 1] = labels.length
    let words = value >= 0 ? 1 : 0
    for (let i = 0; i < labels.length; i++) {
      data[start + 2 + i * 2] = labels[i]
      data[start + 3 + i * 2] = targets[i]
      words += this.#words[targets[i]]
    }
    const mask = this.#table.length - 1
    let slot = hash(data, start, size) & mask
    while (this.#table[slot] >= 0) {
      const other = this.#starts[this.#table[slot]]
      if (same(data, start, other, size)) return this.#table[slot]
      slot = (slot + 1) & mask
    }
    const state = this.#starts.length
    this.#table[slot] = state
    this.#starts.push(start)
    this.#words.push(words)
    this.#used += size
    if (state * 2 > this.#table.length) this.#grow()
    return state
  }

  /** The units of the automaton whose root is `root`. Throws RangeError when it is too large for its units. */
  finish(root: number): Uint32Array {
    const data = this.#data
    const order: number[] = []
    const place = new Int32Array(this.#starts.length).fill(-1)
    let size = 0
    // Depth first along the busiest arrows: a common word runs through neighbouring units.
    const stack = [root]
    while (stack.length > 0) {
      const state = stack.pop() as number
      if (place[state] >= 0) continue
      place[state] = size
      order.push(state)
      const start = this.#starts[state]
      size += (data[start] > 0 ? 1 : 0) + data[start + 1]
      const arrows = this.#arrows(state)
      for (let i = arrows.length - 1; i >= 0; i--) if (place[arrows[i].target] < 0) stack.push(arrows[i].target)
    }
    if (size >= MAX_TARGET)
      throw new RangeError(`automaton of ${size} units; a unit can point to ${MAX_TARGET} at most`)
    const units = new Uint32Array(size)
    for (const state of order) {
      let at = place[state]
      const start = this.#starts[state]
      if (data[start] > 0) units[at++] = (data[start] - 1) * 128
      for (const { label, target } of this.#arrows(state)) units[at++] = place[target] * 128 + label
      units[at - 1] |= LAST
    }
    return units
  }

  #arrows(state: number): { label: number; target: number }[] {
    const start = this.#starts[state]
    const arrows = []
    for (let i = 0; i < this.#data[start + 1]; i++) {
      arrows.push({ label: this.#data[start + 2 + i * 2], target: this.#data[start + 3 + i * 2] })
    }
    return arrows.sort((a, b) => this.#words[b.target] - this.#words[a.target] || a.label - b.label)
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1)
    const mask = table.length - 1
    for (let state = 0; state < this.#starts.length; state++) {
      const start = this.#starts[state]
      let slot = hash(this.#data, start, 2 + this.#data[start + 1] * 2) & mask
      while (table[slot] >= 0) slot = (slot + 1) & mask
      table[slot] = state
    }
    this.#table = table
  }
}

function hash(data: Int32Array, start: number, size: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < start + size; i++) {
    h = Math.imul(h ^ data[i], 0x01000193)
    h ^= h >>> 15
  }
  return h >>> 0
}

function same(data: Int32Array, a: number, b: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (data[a + i] !== data[b + i]) return false
  return true
}
