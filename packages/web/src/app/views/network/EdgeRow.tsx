/** A row of edges with the button that opens its evidence beneath it. */
import { type ReactNode, useId } from 'react'

interface Props {
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** How much evidence. */
  readonly label: string
  readonly evidence: ReactNode
  readonly columns: number
  /** The other cells. */
  readonly children: ReactNode
}

export function EdgeRow({ isOpen, onOpen, label, evidence, columns, children }: Props) {
  const id = useId()
  return (
    <>
      <tr aria-selected={isOpen ? 'true' : undefined}>
        {children}
        <td>
          <button type="button" className="link" aria-expanded={isOpen} aria-controls={id} onClick={onOpen}>
            {label}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className="edge-open" id={id}>
          <td colSpan={columns}>{evidence}</td>
        </tr>
      )}
    </>
  )
}
