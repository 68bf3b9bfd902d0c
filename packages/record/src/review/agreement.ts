/**
 * How far reviewers agree beyond chance: Krippendorff's alpha (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). 1 is
 * agreement, 0 what chance would give, below 0 is disagreement by system.
 */
import type { Decision } from './decisions.ts'

/** nominal: values are the same or not; ordinal: they stand in an order, given by number; interval: their differences count. */
export type Metric = 'nominal' | 'ordinal' | 'interval'

/**
 * `units`: for each thing judged, the values it was given, one a judge; numbers stand in the order they have. Things judged once say nothing. null when
 * fewer than two things were judged twice or all values are the same: then chance cannot be told from agreement.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): number | null {
  const paired = units.filter(values => values.length >= 2)
  const values = [...new Set(paired.flat())].sort((a, b) => a - b)
  if (paired.length < 2 || values.length < 2) return null
  const index = new Map(values.map((value, i) => [value, i]))
  const size = values.length
  const coincidences = Array.from({ length: size }, () => new Float64Array(size))
  for (const unit of paired) {
    for (let a = 0; a < unit.length; a++) {
      for (let b = 0; b < unit.length; b++) {
        if (a !== b) coincidences[index.get(unit[a])!][index.get(unit[b])!] += 1 / (unit.length - 1)
      }
    }
  }
  const counts = coincidences.map(row => row.reduce((sum, cell) => sum + cell, 0))
  const total = counts.reduce((sum, count) => sum + count, 0)
  let observed = 0
  let expected = 0
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < size; k++) {
      const distance = difference(metric, values, counts, c, k)
      observed += coincidences[c][k] * distance
      expected += counts[c] * counts[k] * distance
    }
  }
  return 1 - ((total - 1) * observed) / expected
}

/** Squared. */
function difference(
  metric: Metric,
  values: readonly number[],
  counts: readonly number[],
  c: number,
  k: number,
): number {
  if (c === k) return 0
  if (metric === 'nominal') return 1
  if (metric === 'interval') return (values[c] - values[k]) ** 2
  let between = 0
  for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += counts[g]
  return (between - (counts[c] + counts[k]) / 2) ** 2
}

export interface Agreement {
  /** Items that two reviewers or more have decided. */
  readonly items: number
  readonly reviewers: readonly string[]
  readonly alpha: number | null
}

/** Agreement on whether items are as found: the latest decision of each reviewer on each item. */
export function agreementOnItems(decisions: readonly Decision[]): Agreement {
  const byItem = new Map<string, Map<string, number>>()
  for (const { kind, target, by } of decisions) {
    if (kind !== 'accept' && kind !== 'reject' && kind !== 'correct') continue
    const judged = byItem.get(target) ?? new Map<string, number>()
    byItem.set(target, judged.set(by, kind === 'reject' ? 0 : 1))
  }
  return agreementOf(byItem, 'nominal')
}

/** Agreement on assessments of the same stipulation as of the same day, on the scale of 0 to 3. */
export function agreementOnAssessments(decisions: readonly Decision[]): Agreement {
  const byDay = new Map<string, Map<string, number>>()
  for (const { kind, target, by, value } of decisions) {
    if (kind !== 'assess') continue
    const { on, pam } = value as { on: string; pam: number }
    const key = `${target} ${on}`
    byDay.set(key, (byDay.get(key) ?? new Map<string, number>()).set(by, pam))
  }
  return agreementOf(byDay, 'ordinal')
}

function agreementOf(judged: ReadonlyMap<string, ReadonlyMap<string, number>>, metric: Metric): Agreement {
  const twice = [...judged.values()].filter(values => values.size >= 2)
  const reviewers = [...new Set(twice.flatMap(values => [...values.keys()]))].sort()
  return {
    items: twice.length,
    reviewers,
    alpha: krippendorffAlpha(
      twice.map(values => [...values.values()]),
      metric,
    ),
  }
}
