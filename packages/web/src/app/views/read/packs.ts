/** Which language packs the server has: `/packs/packs.json`, written when they are built. */
export interface PackEntry {
  readonly language: string
  readonly file: string
  /** Bytes over the wire. */
  readonly bytes: number
}

/** Throws an Error that names what could not be fetched. */
export async function fetchPackList(): Promise<readonly PackEntry[]> {
  const response = await fetch('/packs/packs.json')
  if (!response.ok) throw new Error(`/packs/packs.json: ${response.status} ${response.statusText}`)
  return response.json()
}
