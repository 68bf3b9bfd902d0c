/** Fetches a compiled language pack. Packs are served gzipped as files of their own, so any server will do. */

/** Bytes of the pack at `url`, unpacked. Throws an Error that names the address when it cannot be fetched. */
export async function loadPack(url: string | URL): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  // A server that knows `.gz` as an encoding has had the browser unpack it already.
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!zipped) return bytes
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
