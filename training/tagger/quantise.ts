/** Weights to bytes, and bytes to a file that packages/core reads (words/tagger/model.ts). */
import { FEATURE_SPACE, MODEL_VERSION } from '../../packages/core/src/words/tagger/layout.ts'
import type { Learned } from './learn.ts'

/** The largest weights are cut: few are, and the others keep their grain. */
const CUT = 0.9999

export function quantise(weights: Float64Array): Int8Array {
  const sizes = weights
    .map(Math.abs)
    .filter(size => size > 0)
    .sort()
  const largest = sizes.length === 0 ? 1 : sizes[Math.floor((sizes.length - 1) * CUT)]
  return Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round((weight / largest) * 127))))
}

export function writeModel({ contexts, weights }: Learned): Uint8Array {
  const forms = [...contexts.keys()].join(' ')
  const bytes = new Uint8Array(8 + forms.length * 2 + FEATURE_SPACE)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MODEL_VERSION, true)
  view.setUint32(4, forms.length, true)
  for (let i = 0; i < forms.length; i++) view.setUint16(8 + i * 2, forms.charCodeAt(i), true)
  bytes.set(new Uint8Array(quantise(weights).buffer), 8 + forms.length * 2)
  return bytes
}
