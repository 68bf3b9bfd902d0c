/** Where facets stand: beside the list where there is room, else behind a word. */
import { type ReactNode, useEffect, useState } from 'react'
import './facets.css'

export function FacetPlace({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const isWide = useWide()
  if (isWide) return <aside className="facets">{children}</aside>
  return (
    <details className="facets-folded">
      <summary className="button">{label}</summary>
      <div className="facets">{children}</div>
    </details>
  )
}

const WIDE = '(min-width: 821px)'

function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const media = matchMedia(WIDE)
    const onChange = () => setWide(media.matches)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [])
  return isWide
}
