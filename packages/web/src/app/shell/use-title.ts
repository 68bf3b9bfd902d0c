/** The name of a browser's tab: which view stands in it. */
import { useEffect } from 'react'

/** null: not known yet, the tab keeps its name. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Parley`
  }, [title])
}
