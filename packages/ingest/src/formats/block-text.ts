/**
 * The text of a piece of a page as a reader sees it: block elements become paragraphs parted by an empty line, `<br>` a line
 * break, items of a numbered list keep their numbers (a joint statement is cited by them), `<q>` gets its marks.
 */

/** What we ask of an element of any DOM. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  getAttribute?(name: string): string | null
}

const ELEMENT = 1
const TEXT = 3

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6
  HEADER HGROUP HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL`.split(/\s+/),
)

const UNSEEN = new Set(
  'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MATH NOSCRIPT OBJECT PROGRESS SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(
    ' ',
  ),
)

/** Paragraphs in order, none empty. `leaveOut`: names of further elements to pass over, upper case. */
export function blockParagraphs(root: PageNode, leaveOut: ReadonlySet<string> = new Set()): string[] {
  const writer = new ParagraphWriter()
  const numbers = new Map<PageNode, number>()
  let node: PageNode | null = root
  // A walk without recursion: pages nest as deep as they like.
  while (node !== null) {
    const goesDown = enter(node, writer, numbers, leaveOut)
    if (goesDown && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    if (goesDown) leave(node, writer)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave(node, writer)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return writer.finish()
}

/** True when the children are to be walked. */
function enter(
  node: PageNode,
  writer: ParagraphWriter,
  numbers: Map<PageNode, number>,
  leaveOut: ReadonlySet<string>,
): boolean {
  if (node.nodeType === TEXT) writer.write(node.nodeValue ?? '')
  if (node.nodeType !== ELEMENT) return node.firstChild !== null && node.nodeType !== TEXT
  const name = node.nodeName.toUpperCase()
  if (UNSEEN.has(name) || leaveOut.has(name) || isHidden(node)) return false
  if (name === 'BR') writer.breakLine()
  else if (BLOCKS.has(name)) writer.breakParagraph()
  if (name === 'PRE') writer.preformatted++
  if (name === 'LI') writer.write(numberOf(node, numbers))
  if (name === 'TD' || name === 'TH') writer.separateCell()
  if (name === 'Q') writer.write('«')
  return true
}

function leave(node: PageNode, writer: ParagraphWriter): void {
  if (node.nodeType !== ELEMENT) return
  const name = node.nodeName.toUpperCase()
  if (BLOCKS.has(name)) writer.breakParagraph()
  if (name === 'PRE') writer.preformatted--
  if (name === 'Q') writer.write('»')
}

function isHidden(node: PageNode): boolean {
  const get = (name: string): string | null => node.getAttribute?.(name) ?? null
  return get('hidden') !== null || get('aria-hidden') === 'true' || /display\s*:\s*none/i.test(get('style') ?? '')
}

/** `2. ` for the second item of a numbered list, '' for others: a dash or bullet would read as dash speech. */
function numberOf(item: PageNode, numbers: Map<PageNode, number>): string {
  const list = item.parentNode
  if (list === null || list.nodeName.toUpperCase() !== 'OL') return ''
  const own = wholeNumber(item.getAttribute?.('value'))
  const number = own ?? numbers.get(list) ?? wholeNumber(list.getAttribute?.('start')) ?? 1
  numbers.set(list, number + 1)
  return `${number}. `
}

function wholeNumber(attribute: string | null | undefined): number | null {
  return attribute != null && /^\s*-?\d{1,9}\s*$/.test(attribute) ? Number(attribute) : null
}

/** Collects text, with white space as a browser would show it. */
class ParagraphWriter {
  readonly #paragraphs: string[] = []
  #pieces: string[] = []
  /** How many `<pre>` are open: their line breaks are the text's own. */
  preformatted = 0

  write(text: string): void {
    // Soft hyphens and zero-width spaces say where a line may break, no-break spaces where it may not: layout, not text.
    const plain = text.replace(/[\u00ad\u200b\ufeff]/g, '').replaceAll('\u00a0', ' ')
    if (plain !== '') this.#pieces.push(this.preformatted > 0 ? plain : plain.replace(/[ \t\n\r\f]+/g, ' '))
  }

  breakLine(): void {
    this.#pieces.push('\n')
  }

  separateCell(): void {
    if (this.#pieces.length > 0) this.#pieces.push('\t')
  }

  breakParagraph(): void {
    if (this.#pieces.length === 0) return
    const text = this.#pieces.join('')
    this.#pieces = []
    // Two <br> in a row are how many a newsroom's editor writes a new paragraph.
    for (const paragraph of text.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
      const lines = paragraph.split('\n').map(line => line.replace(/ {2,}/g, ' ').trim())
      const clean = lines.filter(line => line !== '').join('\n')
      if (clean !== '') this.#paragraphs.push(clean)
    }
  }

  finish(): string[] {
    this.breakParagraph()
    return this.#paragraphs
  }
}
