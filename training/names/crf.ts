/**
 * A linear-chain conditional random field with partly known labels: each token carries the set of labels it may have, so
 * that what a corpus leaves open (the place inside an organisation where only the outer name is marked) pulls nowhere.
 */

export interface Chain {
  /** First column of the chain in a row of scores. */
  readonly first: number
  readonly labels: number
  /** Whether a label may follow another, `from * labels + to`. */
  readonly allowed: Uint8Array
  /** Weights of transitions, same layout. */
  readonly transitions: Float64Array
}

export function makeChain(first: number, labels: number, mayFollow: (from: number, to: number) => boolean): Chain {
  const allowed = new Uint8Array(labels * labels)
  for (let a = 0; a < labels; a++)
    for (let b = 0; b < labels; b++) if (mayFollow(first + a, first + b)) allowed[a * labels + b] = 1
  return { first, labels, allowed, transitions: new Float64Array(labels * labels) }
}

/** Whether a sentence may begin with the label: only what may follow none. */
function mayBegin(chain: Chain, label: number): boolean {
  return chain.allowed[label] === 1
}

export class ForwardBackward {
  #alpha = new Float64Array(0)
  #beta = new Float64Array(0)
  /** Probability of each label of each token, `token * labels + label`. */
  marginal = new Float64Array(0)
  /** Expected number of each transition. */
  pairs = new Float64Array(0)

  /** Runs over `n` tokens whose scores are rows of `width` columns; `masks`: bit set of labels each may have. Returns log Z. */
  run(chain: Chain, scores: Float64Array, width: number, n: number, masks: Uint8Array | null): number {
    const L = chain.labels
    if (this.#alpha.length < n * L) {
      this.#alpha = new Float64Array(n * L)
      this.#beta = new Float64Array(n * L)
      this.marginal = new Float64Array(n * L)
    }
    if (this.pairs.length !== L * L) this.pairs = new Float64Array(L * L)
    const { transitions, allowed } = chain
    const alpha = this.#alpha
    const beta = this.#beta
    const pairs = this.pairs
    const first = chain.first
    const open = (t: number, l: number) => masks === null || ((masks[t] >> l) & 1) === 1
    const work = new Float64Array(L)
    for (let t = 0; t < n; t++) {
      for (let b = 0; b < L; b++) {
        if (!open(t, b)) {
          alpha[t * L + b] = -Infinity
          continue
        }
        const emission = scores[t * width + first + b]
        if (t === 0) {
          alpha[b] = mayBegin(chain, b) ? emission : -Infinity
          continue
        }
        let max = -Infinity
        for (let a = 0; a < L; a++) {
          const s = allowed[a * L + b] === 1 ? alpha[(t - 1) * L + a] + transitions[a * L + b] : -Infinity
          work[a] = s
          if (s > max) max = s
        }
        if (max === -Infinity) {
          alpha[t * L + b] = -Infinity
          continue
        }
        let sum = 0
        for (let a = 0; a < L; a++) sum += Math.exp(work[a] - max)
        alpha[t * L + b] = max + Math.log(sum) + emission
      }
    }
    let z = -Infinity
    for (let b = 0; b < L; b++) z = logAdd(z, alpha[(n - 1) * L + b])
    for (let b = 0; b < L; b++) beta[(n - 1) * L + b] = 0
    for (let t = n - 2; t >= 0; t--) {
      for (let a = 0; a < L; a++) {
        let max = -Infinity
        for (let b = 0; b < L; b++) {
          const s =
            allowed[a * L + b] === 1 && open(t + 1, b)
              ? beta[(t + 1) * L + b] + transitions[a * L + b] + scores[(t + 1) * width + first + b]
              : -Infinity
          work[b] = s
          if (s > max) max = s
        }
        let sum = 0
        if (max !== -Infinity) for (let b = 0; b < L; b++) sum += Math.exp(work[b] - max)
        beta[t * L + a] = max === -Infinity ? -Infinity : max + Math.log(sum)
      }
    }
    for (let i = 0; i < n * L; i++) this.marginal[i] = alpha[i] === -Infinity ? 0 : Math.exp(alpha[i] + beta[i] - z)
    pairs.fill(0)
    for (let t = 1; t < n; t++) {
      for (let a = 0; a < L; a++) {
        const left = alpha[(t - 1) * L + a]
        if (left === -Infinity) continue
        for (let b = 0; b < L; b++) {
          if (allowed[a * L + b] === 0 || !open(t, b)) continue
          pairs[a * L + b] += Math.exp(
            left + transitions[a * L + b] + scores[t * width + first + b] + beta[t * L + b] - z,
          )
        }
      }
    }
    return z
  }
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/** The best labels (0..labels-1) of `n` tokens. */
export function viterbi(chain: Chain, scores: Float64Array, width: number, n: number): Uint8Array {
  const L = chain.labels
  const best = new Float64Array(n * L)
  const back = new Uint8Array(n * L)
  for (let t = 0; t < n; t++) {
    for (let b = 0; b < L; b++) {
      const emission = scores[t * width + chain.first + b]
      if (t === 0) {
        best[b] = mayBegin(chain, b) ? emission : -Infinity
        continue
      }
      let max = -Infinity
      let arg = 0
      for (let a = 0; a < L; a++) {
        if (chain.allowed[a * L + b] === 0) continue
        const s = best[(t - 1) * L + a] + chain.transitions[a * L + b]
        if (s > max) {
          max = s
          arg = a
        }
      }
      best[t * L + b] = max + emission
      back[t * L + b] = arg
    }
  }
  const labels = new Uint8Array(n)
  let at = 0
  for (let b = 1; b < L; b++) if (best[(n - 1) * L + b] > best[(n - 1) * L + at]) at = b
  for (let t = n - 1; t >= 0; t--) {
    labels[t] = at
    at = back[t * L + at]
  }
  return labels
}
