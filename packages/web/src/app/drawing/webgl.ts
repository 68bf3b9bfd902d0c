/** Whether this browser can draw a map or a network at all; where it cannot, the tables beside them say the same. */

let known: boolean | null = null

export function canDraw(): boolean {
  known ??= document.createElement('canvas').getContext('webgl2') !== null
  return known
}
