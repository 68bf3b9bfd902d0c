/** Endings and what they say, as an automaton over the letters from the last to the first. */
import { AutomatonBuilder } from './automaton-builder.ts'
import type { ListPool } from './list-pool.ts'

export class EndingTrie {
  readonly next = new Map<string, EndingTrie>()
  /** Records of the ending that leads here, or null. */
  records: number[] | null = null

  /** Adds a record (as many numbers as the pool's width) to an ending. */
  add(ending: string, record: readonly number[]): void {
    let node: EndingTrie = this
    for (let i = ending.length - 1; i >= 0; i--) {
      let next = node.next.get(ending[i])
      if (next === undefined) {
        next = new EndingTrie()
        node.next.set(ending[i], next)
      }
      node = next
    }
    node.records ??= []
    node.records.push(...record)
  }

  /** Units of the automaton; its values are ids of lists in `lists`. */
  finish(labels: ReadonlyMap<string, number>, lists: ListPool): Uint32Array {
    const builder = new AutomatonBuilder()
    const build = (node: EndingTrie): number => {
      const arrows = [...node.next]
        .map(([letter, child]) => [labels.get(letter) as number, build(child)] as const)
        .sort((a, b) => a[0] - b[0])
      return builder.state(
        node.records === null ? -1 : lists.id(node.records),
        arrows.map(arrow => arrow[0]),
        arrows.map(arrow => arrow[1]),
      )
    }
    return builder.finish(build(this))
  }
}
