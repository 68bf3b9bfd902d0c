/** What the operating system says of a file or a folder, for people. */

/** null: not an error of the operating system. */
export function systemReason(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string')) return null
  // The folder above is there, or another error would have been met: it takes none.
  if (error.syscall === 'mkdir' && error.code === 'ENOENT') return 'no folder can be made there'
  return REASONS[error.code] ?? error.code
}

/** The same with the path it is about, or the call that failed: `news/x: no permission`. */
export function systemFailure(error: unknown): string | null {
  const reason = systemReason(error)
  if (reason === null) return null
  const { path, syscall } = error as NodeJS.ErrnoException
  return `${path ?? syscall}: ${reason}`
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'there is a folder of that name',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long for a file',
}
