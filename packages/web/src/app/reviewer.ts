/** The name that stands under the reader's decisions: asked once, kept on this device. */
import { useSyncExternalStore } from 'react'
import { subscribe, touchSettings } from './settings.ts'

const PLACE = 'parley.reviewer'
let forgetful = ''

export function readReviewer(): string {
  try {
    return localStorage.getItem(PLACE) ?? forgetful
  } catch {
    return forgetful
  }
}

export function keepReviewer(name: string): void {
  forgetful = name.trim()
  try {
    localStorage.setItem(PLACE, forgetful)
  } catch {
    // A private window forgets: the name holds as long as the page does.
  }
  touchSettings()
}

/** '' while nobody gave a name. */
export function useReviewer(): string {
  return useSyncExternalStore(subscribe, readReviewer)
}
