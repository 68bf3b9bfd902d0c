/** Where a request comes from and how it was addressed: by the connection itself, or by what a proxy that is trusted says of it. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'

export interface Connection {
  /** Network address of whoever asks; null where there is no network (tests). */
  readonly address: string | null
  /** What rates are counted by: the address, or the /64 of an IPv6 address, which is what one customer has. */
  readonly network: string
  /** Encrypted on the way to the outermost server. */
  readonly isSecure: boolean
  /** `https://parley.example.org`, as the browser calls this server. */
  readonly origin: string
}

/** Addresses and networks (`10.0.0.0/8`) of proxies. Throws RangeError for what is neither. */
export function proxiesOf(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const address of addresses) {
    const [base, bits] = address.split('/')
    const family = isIP(base) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    if (isIP(base) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new RangeError(`'${address}' is no address or network of a proxy`)
    if (bits === undefined) list.addAddress(base, family)
    else list.addSubnet(base, Number(bits), family)
  }
  return list
}

/** What `X-Forwarded-…` says counts only where the connection comes from a trusted proxy: anybody can write these lines. */
export function connectionOf(c: Context, proxies: BlockList): Connection {
  const url = new URL(c.req.url)
  const peer = plainAddress(
    (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket?.remoteAddress ?? null,
  )
  const isProxied = peer !== null && isIn(proxies, peer)
  const said = (name: string) => (isProxied ? (c.req.header(name)?.split(',').at(-1)?.trim() ?? null) : null)
  const isSecure = (said('x-forwarded-proto') ?? url.protocol.slice(0, -1)) === 'https'
  const address = isProxied ? (lastOutside(c.req.header('x-forwarded-for') ?? '', proxies) ?? peer) : peer
  return {
    address,
    network: networkOf(address),
    isSecure,
    origin: `${isSecure ? 'https' : 'http'}://${said('x-forwarded-host') ?? url.host}`,
  }
}

/** The last address that no trusted proxy has: those before it are what the client says of itself. */
function lastOutside(forwarded: string, proxies: BlockList): string | null {
  const addresses = forwarded.split(',').map(word => plainAddress(word.trim()))
  return addresses.findLast(address => address !== null && !isIn(proxies, address)) ?? null
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** `::ffff:192.0.2.1` -> `192.0.2.1`; null for what is no address. */
function plainAddress(address: string | null): string | null {
  if (address === null) return null
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIP(plain) === 0 ? null : plain
}

function networkOf(address: string | null): string {
  if (address === null || isIP(address) !== 6) return address ?? 'none'
  const [head, tail = ''] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === '' ? [] : tail.split(':')
  const whole = address.includes('::')
    ? [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest]
    : groups
  return `${whole
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
