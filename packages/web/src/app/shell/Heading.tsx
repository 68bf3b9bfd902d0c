/** What a view is called, which question it answers, and its tools; the tab is called the same. */
import type { ReactNode } from 'react'
import { useTitle } from './use-title.ts'

interface Props {
  readonly title: string
  readonly about?: ReactNode
  /** The tools. */
  readonly children?: ReactNode
}

export function Heading({ title, about, children }: Props) {
  useTitle(title)
  return (
    <div className="heading">
      <div>
        <h1>{title}</h1>
        {about !== undefined && <p>{about}</p>}
      </div>
      {children !== undefined && <div className="tools">{children}</div>}
    </div>
  )
}
