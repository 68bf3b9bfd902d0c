/**
 * A control may go away, or go dead, with what it did: a chip, "clear", "whole". The focus is then not lost but held by what is left
 * around it, so that the next key goes on from there.
 */
import { useEffect } from 'react'

/** Frames within which the page has followed a click. */
const FRAMES = 60

export function useHeldFocus(): void {
  useEffect(() => {
    const onClick = () => {
      const control = document.activeElement
      if (control === null || control === document.body) return
      const around = ancestorsOf(control)
      const look = (left: number) => {
        const isGone = !control.isConnected || control.matches(':disabled')
        if (isGone && [control, document.body, null].includes(document.activeElement)) hold(around)
        else if (left > 0 && !isGone) requestAnimationFrame(() => look(left - 1))
      }
      requestAnimationFrame(() => look(FRAMES))
    }
    // Before the click is acted on: after it the control may be gone already.
    document.addEventListener('click', onClick, true)
    return () => document.removeEventListener('click', onClick, true)
  }, [])
}

function hold(around: readonly HTMLElement[]): void {
  const place = around.find(element => element.isConnected)
  if (place === undefined) return
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** From the nearest to the page's main part. */
function ancestorsOf(element: Element): HTMLElement[] {
  const all: HTMLElement[] = []
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) all.push(at)
  return all
}
