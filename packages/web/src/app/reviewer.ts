/** The name that stands under the reader's decisions: of the user logged in; where the record has none, asked once and kept on this device. */
import { useSyncExternalStore } from 'react'
import { useSession } from './session/use-session.ts'
import { subscribe, touchSettings } from './settings.ts'

const PLACE = 'parley.reviewer'
let forgetful = ''

function readReviewer(): string {
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
  const typed = useSyncExternalStore(subscribe, readReviewer)
  const session = useSession().data
  return session === undefined || session.kind === 'local' ? typed : (session.name ?? '')
}

/** Whether the reader gives the name, or the log-in has given it. */
export function useNamesThemself(): boolean {
  const session = useSession().data
  return session === undefined || session.kind === 'local'
}
