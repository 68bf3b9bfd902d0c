/** A side in a few letters, in a frame of its place's hue; aloud its name. */
import type { Side } from './use-sides.ts'

export function SideCode({ side }: { readonly side: Side | undefined }) {
  if (side === undefined) return null
  return (
    <>
      <span className={`voice voice-${side.slot}`} title={side.name} aria-hidden="true">
        {side.code}
      </span>{' '}
      <span className="aloud">{side.name}: </span>
    </>
  )
}
