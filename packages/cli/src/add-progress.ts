/** How far `add` is, on standard error, while somebody watches. */
import type { AddProgress } from '@parley/service/record'
import { inOneLine } from './terminal.ts'

const EVERY = 250
const STAGES = { archive: 'archiving', read: 'reading', group: 'grouping' } as const

export class AddProgressLine {
  readonly #isOn = process.stderr.isTTY === true
  #stage = ''
  #since = Date.now()
  #next = 0
  #isShown = false

  show({ stage, done, failed, left, item }: AddProgress): void {
    if (stage !== this.#stage) {
      this.#stage = stage
      this.#since = Date.now()
    }
    if (!this.#isOn || Date.now() < this.#next) return
    this.#next = Date.now() + EVERY
    const rate = done / Math.max(1, (Date.now() - this.#since) / 1000)
    const words = [`${STAGES[stage]}: ${done} done`]
    if (failed > 0) words.push(`${failed} failed`)
    if (left !== null) words.push(`${left} left`)
    words.push(`${rate.toFixed(0)} a second`)
    if (left !== null && rate > 0) words.push(`${clock(left / rate)} to go`)
    const line = `${words.join(', ')}  ${item}`
    const width = (process.stderr.columns ?? 80) - 1
    process.stderr.write(`\r\u001b[K${inOneLine(line).slice(0, width)}`)
    this.#isShown = true
  }

  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K')
    this.#isShown = false
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
