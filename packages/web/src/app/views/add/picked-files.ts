/** Files that were dropped or chosen, folders walked through, each with the name it is shown under. */

export interface PickedFile {
  /** Below the folder that was dropped: `november/report.html`. */
  readonly name: string
  readonly file: File
}

export interface Picked {
  readonly files: readonly PickedFile[]
  /** Of folders: files of kinds that are not read. What is named itself is always tried. */
  readonly passedOver: number
}

export const NOTHING_PICKED: Picked = { files: [], passedOver: 0 }

/** `endings`: of the files that are read. */
export function pickChosen(list: FileList, endings: readonly string[]): Picked {
  return sift(
    [...list].map(file => ({ name: file.webkitRelativePath || file.name, file })),
    endings,
  )
}

/** To be called while the drop is being handled: afterwards the browser has forgotten it. */
export async function pickDropped(data: DataTransfer, endings: readonly string[]): Promise<Picked> {
  const given = [...data.items].map(item => item.webkitGetAsEntry() ?? item.getAsFile())
  const found: PickedFile[] = []
  for (const one of given) {
    if (one instanceof File) found.push({ name: one.name, file: one })
    else if (one !== null) await walk(one, found)
  }
  return sift(found, endings)
}

export function together(one: Picked, other: Picked): Picked {
  return { files: [...one.files, ...other.files], passedOver: one.passedOver + other.passedOver }
}

export function bytesOf({ files }: Picked): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}

async function walk(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    found.push({ name, file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader hands out a hundred at a time, and nothing once it is done.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const inside of some) await walk(inside, found)
  }
}

/** In folders, hidden files stay out, and files of other kinds are counted. */
function sift(found: readonly PickedFile[], endings: readonly string[]): Picked {
  const seen = found.filter(({ name }) => !name.split('/').some(part => part.startsWith('.')))
  const files = seen.filter(
    ({ name }) => !name.includes('/') || endings.some(ending => name.toLowerCase().endsWith(ending)),
  )
  return { files, passedOver: seen.length - files.length }
}
