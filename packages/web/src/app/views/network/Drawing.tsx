/**
 * The network drawn: rings are persons and bodies in the hue of their side with its letters before the name, squares are meetings, hollow ones
 * planned or retold. Hidden from readers of the screen aloud: the table beside it says the same and opens the same evidence.
 */
import { createNodeBorderProgram } from '@sigma/node-border'
import { NodeSquareProgram } from '@sigma/node-square'
import { MultiUndirectedGraph } from 'graphology'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import Sigma from 'sigma'
import type { NodeDisplayData } from 'sigma/types'
import { readInk } from '../../drawing/ink.ts'
import { canDraw } from '../../drawing/webgl.ts'
import type { NetEdge, NetPicture } from './network-model.ts'

export interface NodeLook {
  readonly label: string
  /** Slot of a side, or null. */
  readonly slot: number | null
  /** Of a meeting: it did not simply happen (planned, retold, denied). */
  readonly isHollow: boolean
}

interface Props {
  readonly picture: NetPicture
  readonly lookOf: (key: string) => NodeLook
  /** Keys of edges drawn heavier. */
  readonly chosen: ReadonlySet<string>
  /** Key of an actor whose edges are drawn heavier. */
  readonly who: string | undefined
  readonly onMeeting: (key: string) => void
  readonly onActor: (key: string) => void
}

const ROW = 27
const SIZE = 6

const Ring = createNodeBorderProgram({
  borders: [
    { size: { value: 2.5, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
})

/** Labels are drawn one way, whatever the shape. */
class Square extends NodeSquareProgram {
  override drawLabel = undefined as never
  override drawHover = undefined as never
}

export function Drawing({ picture, lookOf, chosen, who, onMeeting, onActor }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [theme, setTheme] = useState(0)
  const [width, setWidth] = useState(0)
  const height = picture.rows * ROW

  useEffect(() => {
    const root = document.documentElement
    const themes = new MutationObserver(() => setTheme(count => count + 1))
    themes.observe(root, { attributeFilter: ['data-theme'] })
    const sizes = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)))
    if (box.current !== null) sizes.observe(box.current)
    return () => {
      themes.disconnect()
      sizes.disconnect()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme, other colours
  useEffect(() => {
    if (box.current === null || width === 0 || !canDraw()) return
    const drawn = draw(box.current, { picture, lookOf, chosen, who, width, height })
    drawn.on('clickNode', ({ node }) => {
      const { key, isMeeting } = drawn.getGraph().getNodeAttributes(node) as { key: string; isMeeting: boolean }
      if (isMeeting) onMeeting(key)
      else onActor(key)
    })
    return () => drawn.kill()
  }, [picture, lookOf, chosen, who, width, height, theme])

  if (!canDraw()) return <p className="note">{t('network.noDrawing')}</p>
  return <div className="network-drawing" ref={box} style={{ height }} aria-hidden="true" />
}

interface Scene extends Pick<Props, 'picture' | 'lookOf' | 'chosen' | 'who'> {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

function draw(box: HTMLElement, { picture, lookOf, chosen, who, width, height }: Scene): Sigma {
  const ink = readInk(box)
  const side = Math.min(width * 0.36, 230)
  const graph = new MultiUndirectedGraph()
  const ownIds = new Set([`start ${who}`, `end ${who}`])
  const isHeavy = ({ from, to, edge }: NetEdge): boolean =>
    chosen.size > 0 ? chosen.has(edge) : ownIds.has(from) || ownIds.has(to)
  const isAnyHeavy = chosen.size > 0 || who !== undefined
  const touched = new Set(picture.edges.filter(isHeavy).flatMap(({ from, to }) => [from, to]))
  const columns = { start: 0, end: 0 }
  for (const { column } of picture.nodes) columns[column]++
  for (const { id, column, row, key, isMeeting } of picture.nodes) {
    const { label, slot, isHollow } = lookOf(key)
    const hue = slot === null ? ink.mute : ink.sides[slot - 1]
    graph.addNode(id, {
      key,
      isMeeting,
      column,
      label,
      isStrong: touched.has(id),
      x: column === 'start' ? side : width - side,
      // Each column fills the height, from the top.
      y: height - ((row + 0.5) / columns[column]) * height,
      size: SIZE,
      type: isMeeting ? 'square' : 'ring',
      color: isMeeting ? (isHollow ? ink.line : ink.ink) : ink.paper,
      borderColor: isMeeting ? ink.mute : hue,
      forceLabel: true,
    })
  }
  const most = Math.max(1, ...picture.edges.map(({ count }) => count))
  for (const edge of picture.edges) {
    const { from, to, count } = edge
    const isChosen = isHeavy(edge)
    graph.addEdge(from, to, {
      color: isChosen ? ink.ink : isAnyHeavy ? ink.line : ink.mute,
      size: (isChosen ? 2.5 : 1.5) + (3 * Math.log2(count)) / Math.max(1, Math.log2(most)),
      zIndex: isChosen ? 1 : 0,
    })
  }
  const sigma = new Sigma(graph, box, {
    nodeProgramClasses: { ring: Ring, square: Square },
    defaultDrawNodeLabel: (context, data) => drawLabel(context, data as LabelData, ink),
    defaultDrawNodeHover: (context, data) => drawLabel(context, { ...(data as LabelData), isStrong: true }, ink),
    enableCameraZooming: false,
    enableCameraPanning: false,
    enableCameraRotation: false,
    stagePadding: 0,
    // A page that is being left has no width.
    allowInvalidContainer: true,
    zIndex: true,
    minEdgeThickness: 1.5,
  })
  // One pixel of the picture is one pixel of the page.
  sigma.setCustomBBox({ x: [0, width], y: [0, height] }).refresh()
  return sigma
}

type LabelData = NodeDisplayData & {
  readonly column: 'start' | 'end'
  readonly isStrong: boolean
}

function drawLabel(context: CanvasRenderingContext2D, data: LabelData, ink: ReturnType<typeof readInk>): void {
  const { x, y, label, column, isStrong, size } = data
  if (label === null) return
  const isStart = column === 'start'
  context.font = `${isStrong ? 600 : 400} 12.5px ${ink.font}`
  context.fillStyle = ink.ink
  context.textAlign = isStart ? 'right' : 'left'
  context.textBaseline = 'middle'
  // Where there is no room the end goes: the table has the whole.
  const width = isStart ? x - 2 * size : context.canvas.clientWidth - x - 2 * size
  context.fillText(fitting(context, label, width), isStart ? x - 2 * size : x + 2 * size, y + 0.5)
}

function fitting(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, low).trimEnd()}…`
}
