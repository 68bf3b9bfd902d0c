/** Colours of the tokens, for what is drawn on a canvas. */

export interface Ink {
  readonly ink: string
  readonly mute: string
  /** Of lines between. */
  readonly line: string
  readonly rule: string
  readonly paper: string
  readonly sunken: string
  readonly surface: string
  /** By slot, from 1. */
  readonly sides: readonly string[]
  readonly font: string
}

/** As they stand for an element now; another theme has others. */
export function readInk(element: Element): Ink {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    mute: token('--ink-3'),
    line: token('--rule-2'),
    rule: token('--rule'),
    paper: token('--paper'),
    sunken: token('--sunken'),
    surface: token('--surface'),
    sides: ['--v-1', '--v-2', '--v-3', '--v-4', '--v-5'].map(token),
    font: style.fontFamily,
  }
}
