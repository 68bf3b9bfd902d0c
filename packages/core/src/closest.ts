/** «Did you mean»: the known word that takes the fewest changes. */

/** `did you mean cues?`, or null where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  const near = closest(word, known)
  return near === null ? null : `did you mean ${near}?`
}

/** The nearest of `known`, the first of equals, or null when none is near: a third of the letters may differ, at least one. */
export function closest(word: string, known: Iterable<string>): string | null {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: string | null = null
  let bestChanges = allowed + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestChanges) continue
    const changes = changesBetween(word, candidate)
    if (changes < bestChanges) {
      best = candidate
      bestChanges = changes
    }
  }
  return best
}

/** Letters inserted, left out, replaced, or two neighbours swapped (optimal string alignment). */
export function changesBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    before = last
    last = row
  }
  return last[b.length]
}
