/** A side in a few letters, in a frame of its place's hue; aloud its name. */
import type { Side } from './use-sides.ts'

interface Props {
  readonly side: Side | undefined
}

export function SideCode({ side }: Props) {
  if (side === undefined) return null
  return (
    <>
      <SideLetters side={side} />
      <span className="aloud">{side.name}: </span>
    </>
  )
}

/** Beside the name in words: nothing aloud. */
export function SideLetters({ side }: Props) {
  if (side === undefined) return null
  return (
    <>
      <span className={`voice voice-${side.slot}`} title={side.name} aria-hidden="true">
        {side.code}
      </span>{' '}
    </>
  )
}
