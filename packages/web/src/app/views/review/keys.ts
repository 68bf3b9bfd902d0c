/** The keys of review, by their place on the keyboard (`event.code`): they work under any layout. Dead in fields, and off where the reader says so. */
import { useEffect, useRef } from 'react'

export type Action =
  | { readonly do: 'accept' | 'reject' | 'later' | 'next' | 'back' | 'undo' | 'point' | 'speaker' | 'copy' | 'help' }
  /** Of happenings: two that are one, one that is two. */
  | { readonly do: 'merge' | 'split' }
  | { readonly do: 'says'; readonly place: number }
  | { readonly do: 'move'; readonly edge: 'start' | 'end'; readonly step: 1 | -1 }

const PLAIN: Readonly<Record<string, Exclude<Action['do'], 'says' | 'move'>>> = {
  KeyA: 'accept',
  KeyR: 'reject',
  KeyL: 'later',
  KeyJ: 'next',
  KeyK: 'back',
  KeyZ: 'undo',
  KeyP: 'point',
  KeyS: 'speaker',
  Period: 'copy',
  KeyM: 'merge',
  KeyX: 'split',
}

/** null for a key that does nothing here. */
export function actionOf({ code, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Action | null {
  if (ctrlKey || metaKey || altKey) return null
  if (code === 'BracketLeft' || code === 'BracketRight')
    return { do: 'move', edge: shiftKey ? 'start' : 'end', step: code === 'BracketRight' ? 1 : -1 }
  if (code === 'Slash' && shiftKey) return { do: 'help' }
  if (shiftKey) return null
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)
  if (digit !== null) return { do: 'says', place: Number(digit[1]) - 1 }
  return PLAIN[code] === undefined ? null : { do: PLAIN[code] }
}

export function useReviewKeys(isOn: boolean, act: (action: Action) => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (isField(event.target)) return
      const action = actionOf(event)
      if (action === null) return
      event.preventDefault()
      latest.current(action)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isOn])
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
