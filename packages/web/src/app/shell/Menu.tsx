/** A menu under a word: opens on click, closes on Escape (the word has the focus again), on a click beside it and on a choice of another view. */
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

export function Menu({ label, className = '', children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const { href } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address: the menu is done
  useEffect(() => {
    close(details.current)
  }, [href])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (!details.current?.contains(event.target as Node)) close(details.current)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.current?.open) return
      close(details.current)
      details.current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <details className={`menu ${className}`} ref={details}>
      <summary>
        <span>{label}</span> <span aria-hidden="true">▾</span>
      </summary>
      <div className="pop">{children}</div>
    </details>
  )
}

function close(details: HTMLDetailsElement | null): void {
  if (details !== null) details.open = false
}
