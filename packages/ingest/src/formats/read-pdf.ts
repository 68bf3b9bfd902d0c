/** A PDF -> the text on its pages. Text only: nothing is drawn, no script in it runs. A scanned page has no text, and the reason says so. */
import { toIsoDate } from '../iso-date.ts'
import { because } from '../reasons.ts'

export type PdfRead =
  | { readonly ok: true; readonly text: string; readonly title: string | null; readonly published: string | null }
  | { readonly ok: false; readonly reason: string }

/** A report has a hundred pages, a yearbook a thousand. */
const PAGES = 2000
/** Code units: what a few kilobytes of PDF can unfold to is bounded. */
const LONGEST = 20_000_000

/** `bytes` are handed over: the library may keep or empty them. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: 1,
  })
  try {
    const pdf = await loading.promise
    if (pdf.numPages > PAGES) return { ok: false, reason: because('pdfPages', { pages: pdf.numPages, most: PAGES }) }
    const paragraphs: string[] = []
    let length = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const found = paragraphsOf(items as readonly PdfItem[])
      page.cleanup()
      paragraphs.push(...found)
      length += found.reduce((sum, paragraph) => sum + paragraph.length, 0)
      if (length > LONGEST) return { ok: false, reason: because('pdfLong') }
    }
    if (paragraphs.length === 0)
      return {
        ok: false,
        reason: because('pdfPictures'),
      }
    const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
    const title = typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null
    return { ok: true, text: paragraphs.join('\n\n'), title, published: dateOf(info.CreationDate) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'PasswordException') return { ok: false, reason: because('pdfPassword') }
    return { ok: false, reason: because('pdfBroken', { detail: error.message.replace(/\s+/g, ' ').slice(0, 200) }) }
  } finally {
    await loading.destroy().catch(() => {})
  }
}

interface PdfItem {
  readonly str?: string
  /** The last two numbers are the place of the item on the page, in points from the lower left. */
  readonly transform?: readonly number[]
  readonly height?: number
  readonly hasEOL?: boolean
}

/** Lines whose distance is more than a line and a half are parted; a hyphen at the end of a line belongs to the layout. */
function paragraphsOf(items: readonly PdfItem[]): string[] {
  const paragraphs: string[] = []
  let lines: string[] = []
  let line = ''
  let lastY: number | null = null
  let lastHeight = 0
  const endLine = (): void => {
    const words = line.replace(/\s+/g, ' ').trim()
    if (words !== '') lines.push(words)
    line = ''
  }
  const endParagraph = (): void => {
    endLine()
    const text = joinLines(lines)
    if (text !== '') paragraphs.push(text)
    lines = []
  }
  for (const { str, transform, height = 0, hasEOL } of items) {
    if (str === undefined || transform === undefined) continue
    const y = transform[5]
    const size = height || Math.abs(transform[3]) || lastHeight
    if (str.trim() !== '' && lastY !== null && line === '' && Math.abs(lastY - y) > 1.6 * Math.max(size, lastHeight))
      endParagraph()
    line += str
    if (str.trim() !== '') {
      lastY = y
      lastHeight = size
    }
    if (hasEOL === true) endLine()
  }
  endParagraph()
  return paragraphs
}

function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    if (/\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(line)) text = `${text.slice(0, -1)}${line}`
    else text += text === '' ? line : ` ${line}`
  }
  return text
}

/** `D:20211126183000+03'00'`. */
function dateOf(written: unknown): string | null {
  const match = typeof written === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(written) : null
  return match === null ? null : toIsoDate(`${match[1]}-${match[2]}-${match[3]}`)
}
