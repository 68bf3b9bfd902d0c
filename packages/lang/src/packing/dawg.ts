/**
 * Reading automata in the dawgdic format, as pymorphy2 and Az.js pack the OpenCorpora data: 32-bit units and a guide
 * (first child and next sibling of each unit). Keys are Windows-1251 bytes. Only for compiling; the core reads our own format.
 */
const IS_LEAF = 0x80000000
const HAS_LEAF = 0x100
const EXTENSION = 0x200

export class Dawg {
  readonly #units: Uint32Array
  readonly #guide: Uint8Array

  /** `bytes`: a whole file. Throws RangeError when it is shorter than its own header says. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const unitCount = view.getUint32(0, true)
    const guideStart = 4 + unitCount * 4
    const guideCount = view.getUint32(guideStart, true)
    if (guideStart + 4 + guideCount * 2 > bytes.byteLength) {
      throw new RangeError(
        `dawg of ${bytes.byteLength} bytes is shorter than its ${unitCount} units and ${guideCount} guides`,
      )
    }
    this.#units = new Uint32Array(unitCount)
    for (let i = 0; i < unitCount; i++) this.#units[i] = view.getUint32(4 + i * 4, true)
    this.#guide = bytes.subarray(guideStart + 4, guideStart + 4 + guideCount * 2)
  }

  /** The node after `byte`, or -1. The root is 0. */
  follow(node: number, byte: number): number {
    const next = (node ^ offsetOf(this.#units[node]) ^ byte) >>> 0
    return (this.#units[next] & (IS_LEAF | 0xff)) >>> 0 === byte ? next : -1
  }

  /** First byte that leads on from `node`, or 0. */
  firstByte(node: number): number {
    return this.#guide[node * 2]
  }

  /** Next byte beside the one that led to `node`, or 0. */
  siblingByte(node: number): number {
    return this.#guide[node * 2 + 1]
  }

  hasValue(node: number): boolean {
    return (this.#units[node] & HAS_LEAF) !== 0
  }

  value(node: number): number {
    const leaf = (node ^ offsetOf(this.#units[node])) >>> 0
    return this.#units[leaf] & ~IS_LEAF
  }

  /** Calls `found` with the bytes of each key below `node` and the node where it ends, in byte order of the keys. */
  walk(node: number, found: (key: readonly number[], node: number) => void): void {
    const key: number[] = []
    const down = (at: number): void => {
      if (this.hasValue(at)) found(key, at)
      for (let byte = this.firstByte(at); byte !== 0; ) {
        const child = this.follow(at, byte)
        key.push(byte)
        down(child)
        key.pop()
        byte = this.siblingByte(child)
      }
    }
    down(node)
  }
}

function offsetOf(unit: number): number {
  return (unit >>> 10) << ((unit & EXTENSION) >>> 6)
}
