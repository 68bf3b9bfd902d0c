/** Words with those marked that were sought. */
import type { Span } from '@parley/core'

export function Found({ words, found }: { readonly words: string; readonly found: readonly Span[] }) {
  const pieces: React.ReactNode[] = []
  let at = 0
  for (const { start, end } of found) {
    if (start < at) continue
    pieces.push(words.slice(at, start), <mark key={start}>{words.slice(start, end)}</mark>)
    at = end
  }
  pieces.push(words.slice(at))
  return <>{pieces}</>
}
