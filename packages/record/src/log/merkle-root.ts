/** The Merkle tree hash of RFC 6962, section 2.1: leaves are hashed behind a 0 byte, nodes behind a 1 byte, so neither can pass for the other. */
import { createHash } from 'node:crypto'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hex. No leaves: the hash of nothing. */
export function merkleRoot(leaves: readonly (string | Uint8Array)[]): string {
  if (leaves.length === 0) return createHash('sha256').digest('hex')
  let level = leaves.map(leaf => createHash('sha256').update(LEAF).update(leaf).digest())
  // Pairing from the left and passing an odd last one up gives the RFC's split at the largest power of two.
  while (level.length > 1) {
    const above: (typeof level)[number][] = []
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1]
      above.push(
        right === undefined ? level[i] : createHash('sha256').update(NODE).update(level[i]).update(right).digest(),
      )
    }
    level = above
  }
  return level[0].toString('hex')
}
