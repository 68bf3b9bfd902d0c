/** Which names are shown where they would stand on each other: those wanted first; the others are dots until one comes nearer. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Indexes of the boxes shown; `boxes` in the order they are wanted. */
export function apart(boxes: readonly Box[]): ReadonlySet<number> {
  const shown = new Set<number>()
  boxes.forEach((box, i) => {
    if ([...shown].every(j => !touch(box, boxes[j]))) shown.add(i)
  })
  return shown
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
