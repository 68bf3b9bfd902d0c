/** Which cues go on with the narrator's subject behind a conjunction: «X said C1 and added C2», not «X knew of it and discussed it». */
import type { CueRow } from '../cues.ts'

/** A cue of none of these takes but questions or deeds. */
const SAYING_FRAMES = ['clause', 'that', 'parenthesis', 'quote', 'infinitive', 'fragment']

export function takesSaying({ frames }: CueRow): boolean {
  return SAYING_FRAMES.some(frame => frames.has(frame))
}
