/**
 * Why an input could not be taken in: each reason has a code and a line of English, into which its parameters are set. The line is what is kept,
 * hashed and printed; whoever words it otherwise (the page, in another language) reads code and parameters back off it.
 */

/** `{name}`: a parameter. Two lines never fit the same words. */
const LINES = {
  binary: 'a binary file, not a text',
  binaryNul: 'a binary file, not a text (it holds NUL bytes)',
  encoding: 'its encoding is not recognised: expected UTF-8, UTF-16, windows-1251, KOI8-R or IBM866',
  empty: 'the file is empty',
  blank: 'the file holds nothing but white space',
  tooLong: 'longer than the {most} MB a document may have; put many documents into a .jsonl file, one a line',
  noFile: 'there is no such file or folder',
  noPermission: 'no permission to read it',
  folder: 'a folder, not a file',
  linksRound: 'its symbolic links go round in a circle',
  longName: 'the name is too long for a file',
  pdfFile: 'a PDF file, which Parley does not read; save its text (in a viewer, or with pdftotext) as .txt',
  zip: 'a ZIP archive, which Parley does not read; unpack it and name its files',
  gzip: 'a gzip archive, which Parley does not read; unpack it and name the file',
  oldWord:
    'a Microsoft Word (.doc) or other OLE file, which Parley does not read; save it as plain text (.txt) or as a web page (.html)',
  rtf: 'an RTF file, which Parley does not read; save it as plain text (.txt) or as a web page (.html)',
  png: 'a picture (PNG), which Parley does not read; recognise its text with another program',
  jpeg: 'a picture (JPEG), which Parley does not read; recognise its text with another program',
  openDocument:
    'an OpenDocument text (.odt), which Parley does not read; save it as plain text (.txt) or as a web page (.html)',
  epub: 'an e-book (.epub), which Parley does not read; save it as plain text (.txt) or as a web page (.html)',
  spreadsheet: 'a spreadsheet (.xlsx), which Parley does not read; save each text as a line of .jsonl',
  slides: 'a presentation (.pptx), which Parley does not read; save it as plain text (.txt) or as a web page (.html)',
  noTextOnPage: 'the page holds no text',
  noDocuments: 'the file holds no documents',
  notJson: 'not JSON: {detail}',
  tableRows: 'the table holds no rows',
  tableColumn: 'a table without a column of texts (text, body or content); it has {columns}',
  feedEntries: 'the feed has no entries',
  feedEntry: 'the entry holds no text',
  blankPart: 'it holds nothing but white space',
  feedBroken: 'not a feed that can be read ({detail})',
  feedListEmpty: 'a list of feeds that names none',
  feedListBroken: 'not a list of feeds that can be read ({detail})',
  pdfPages: 'a PDF of {pages} pages; at most {most} are read',
  pdfLong: 'a PDF with more text than a document may have',
  pdfPictures: 'a PDF without text: its pages are pictures; recognise their text with another program',
  pdfPassword: 'a PDF with a password',
  pdfBroken: 'not a PDF that can be read ({detail})',
  wordLong: 'a Word document whose text unpacks to more than {most} bytes',
  wordEmpty: 'a Word document without text',
  wordBroken: 'not a Word document that can be read ({detail})',
  warcBroken: 'not a web archive that can be read ({detail})',
  warcEmpty: 'the web archive holds no page that was fetched',
  answer: 'the server answers {status}',
  redirects: 'more than {most} redirects',
  media: 'no text: the server sends {media}',
  notAddress: '{text} is not an address',
  scheme: '{scheme} addresses are not fetched, only http: and https:',
  addressSecret: 'addresses with a name and a password are not fetched',
  privateAddress: '{host} is an address of a private network, which is not fetched unless allowed (--allow-private)',
  linkLocal: '{host} is a link-local address, where clouds keep the keys of a machine: it is never fetched',
  late: 'the server takes too long',
  tooLongThere: 'longer than the {most} MB a document may have',
  packedOtherwise: 'the server sends it as {encoding}, which was not asked for',
  noHost: 'there is no such host',
  noHostNow: 'the host cannot be looked up now',
  hostRefuses: 'the host refuses the connection',
  hostEnds: 'the host ended the connection',
  packedBroken: 'its compression is broken',
  cutOff: 'it ends too early',
  notFetched: 'cannot be fetched ({detail})',
  notOpened: 'cannot be read ({detail})',
  languageOpen: 'its language is not recognised; name it with --language (Parley reads: {languages})',
  languageOther: '{language} is not a language Parley reads (yet: {languages})',
} as const

export type ReasonCode = keyof typeof LINES

export const REASON_CODES = Object.keys(LINES) as readonly ReasonCode[]

export interface Cause {
  readonly code: ReasonCode
  readonly params: Readonly<Record<string, string>>
}

/** The line of a reason, without a full stop. Throws for a parameter that its line has and `params` lacks. */
export function because(code: ReasonCode, params: Readonly<Record<string, string | number>> = {}): string {
  return LINES[code].replace(PARAMETER, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`reason ${code} without its ${name}`)
    return String(params[name])
  })
}

const PARAMETER = /\{(\w+)\}/g

/** What a line says, or null for one that is in no list: of a library, of the system, of an earlier version. */
export function causeOf(line: string): Cause | null {
  for (const [code, parts] of SHAPES) {
    const params = fit(line, parts)
    if (params !== null) return { code, params }
  }
  return null
}

/** Of a line the fixed words and, between them, the names of its parameters. The longest first words are tried first. */
const SHAPES = REASON_CODES.map((code): [ReasonCode, string[]] => [code, LINES[code].split(PARAMETER)]).sort(
  ([, a], [, b]) => b[0].length - a[0].length,
)

function fit(line: string, parts: readonly string[]): Readonly<Record<string, string>> | null {
  if (!line.startsWith(parts[0])) return null
  const params: Record<string, string> = {}
  let at = parts[0].length
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i + 1]
    const isLast = i + 2 === parts.length
    const end = isLast ? line.length - words.length : line.indexOf(words, at)
    if (end <= at || !line.startsWith(words, end)) return null
    params[parts[i]] = line.slice(at, end)
    at = end + words.length
  }
  return at === line.length ? params : null
}
