/** Inputs as the user names them -> the files to read, in a fixed order. */
import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileSystemReason } from './bytes/byte-source.ts'
import { noticeOf } from './notices.ts'
import { type Failure, fail, type Notice } from './outcome.ts'
import { because } from './reasons.ts'

export type FileKind = 'text' | 'html' | 'json' | 'jsonl' | 'pdf' | 'docx' | 'csv' | 'warc' | 'feed' | 'opml' | 'guess'

export interface FoundFile {
  readonly ok: true
  /** The path, or `-` for standard input. */
  readonly input: string
  /** `guess`: look at the first character. */
  readonly kind: FileKind
}

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['.txt', 'text'],
  ['.md', 'text'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.warc', 'warc'],
  ['.warc.gz', 'warc'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
  ['.opml', 'opml'],
])

/** Endings of the files that are looked for in folders. */
export const ENDINGS: readonly string[] = [...KINDS.keys()]
const SUPPORTED = ENDINGS.join(', ')

/**
 * The files behind one input: itself, or for a folder all files below it of the kinds that Parley reads, sorted by path.
 * Hidden files and folders stay out; links to folders are not followed, so that no circle is walked.
 */
export async function* findFiles(
  input: string,
  onNotice: (notice: Notice) => void,
): AsyncGenerator<FoundFile | Failure> {
  if (input === '-') {
    yield { ok: true, input, kind: 'guess' }
    return
  }
  const looked = await lookAt(input)
  if (!looked.ok) yield fail(input, isAddress(input) ? because('addressFile') : looked.reason)
  else if (looked.stats.isDirectory()) yield* findInFolder(input, onNotice)
  else yield { ok: true, input, kind: kindOfName(input) ?? 'guess' }
}

function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input)
}

/** What a name's ending says; null: nothing that Parley knows. */
export function kindOfName(path: string): FileKind | null {
  const name = path.toLowerCase()
  return KINDS.get(name.endsWith('.warc.gz') ? '.warc.gz' : extname(name)) ?? null
}

type Looked = { readonly ok: true; readonly stats: Stats } | { readonly ok: false; readonly reason: string }

async function lookAt(path: string): Promise<Looked> {
  try {
    return { ok: true, stats: await stat(path) }
  } catch (error) {
    const reason = fileSystemReason(error)
    if (reason === null) throw error
    return { ok: false, reason }
  }
}

async function* findInFolder(folder: string, onNotice: (notice: Notice) => void): AsyncGenerator<FoundFile | Failure> {
  const found: (FoundFile | Failure)[] = []
  let passedOver = 0
  const waiting = [folder]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      for (const entry of await readdir(path, { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue
        const inside = join(path, entry.name)
        const kind = kindOfName(entry.name)
        if (entry.isDirectory()) waiting.push(inside)
        else if (kind === null) passedOver++
        else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(inside)))) {
          found.push({ ok: true, input: inside, kind })
        }
      }
    } catch (error) {
      const reason = fileSystemReason(error)
      if (reason === null) throw error
      found.push(fail(path, reason))
    }
  }
  if (found.length === 0) {
    const code = passedOver === 0 ? 'folderEmpty' : passedOver === 1 ? 'folderOther' : 'folderOthers'
    yield fail(folder, because(code, { number: passedOver, endings: SUPPORTED }))
    return
  }
  if (passedOver > 0) {
    const message = passedOver === 1 ? noticeOf('passedOverOne') : noticeOf('passedOver', { number: passedOver })
    onNotice({ input: folder, message })
  }
  // By code unit: the same order on every machine, whatever its locale.
  yield* found.sort((a, b) => (a.input < b.input ? -1 : 1))
}

async function isFolder(path: string): Promise<boolean> {
  const looked = await lookAt(path)
  return looked.ok && looked.stats.isDirectory()
}
