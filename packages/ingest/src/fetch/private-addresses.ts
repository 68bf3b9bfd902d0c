/** Addresses that are not of the public internet: nobody's news lies there, but somebody's router does. */
import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registries (RFC 6890 and its successors), multicast, and what embeds an IPv4 address that they hold. */
const IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const IPV6 = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

/** Link-local addresses, those that embed one, and what else the clouds give a machine's own keys at. No page lies there. */
const KEYS_IPV4 = [
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
] as const
const KEYS_IPV6 = [
  ['fe80::', 10],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
  ['64:ff9b::a9fe:0', 112],
  ['2002:a9fe::', 32],
] as const

const blocked = listOf(IPV4, IPV6)
const keys = listOf(KEYS_IPV4, KEYS_IPV6)

type Networks = readonly (readonly [address: string, prefix: number])[]

function listOf(ipv4: Networks, ipv6: Networks): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of ipv4) list.addSubnet(address, prefix, 'ipv4')
  for (const [address, prefix] of ipv6) list.addSubnet(address, prefix, 'ipv6')
  return list
}

/** True for loopback, private, link-local and other addresses that are not public; and for what is no address. */
export function isPrivateAddress(address: string): boolean {
  return isIn(blocked, address)
}

/** True for addresses that are fetched in no case: link-local ones, where clouds hand out a machine's keys. */
export function isNeverFetched(address: string): boolean {
  return isIn(keys, address)
}

function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const kind = isIP(plain)
  if (kind === 0) return true
  // `::ffff:127.0.0.1` is checked against the IPv4 rules by BlockList itself.
  return list.check(plain, kind === 4 ? 'ipv4' : 'ipv6')
}
