/** A document's id -> the name of its file, in one folder and never out of it. */

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/**
 * The id as it stands when it is made of letters, digits, `.`, `_` and `-`; other characters percent-encoded as UTF-8. The ids
 * `.` and `..`, and names of Windows devices, are encoded in part, so that the name means a file everywhere.
 */
export function fileName(id: string, extension: string): string {
  const name = id.replace(/[^\p{L}\p{M}\p{N}._-]/gu, percentEncode)
  if (/^\.+$/.test(name)) return name.replace(/\./g, percentEncode) + extension
  return (DEVICES.test(name) ? percentEncode(name[0]) + name.slice(1) : name) + extension
}

function percentEncode(character: string): string {
  // A lone surrogate has no UTF-8 form; TextEncoder writes U+FFFD for it.
  return [...new TextEncoder().encode(character)]
    .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}
