import { isIP, SocketAddress } from 'node:net'

/**
 * 网段. Whom an address is counted as. One line has a whole network of IPv6 addresses (its first 64 bits) and may use another one for each
 * request; one customer often has 65,536 such networks (the first 48 bits), which are counted together as well. An IPv4 address stands for
 * itself.
 */
export type Networks = { readonly line: string; readonly site: string | null }

/** How many lines of one site may do what one line may, taken together. */
export const linesOfASite = 4

const blocksOfALine = 4
const blocksOfASite = 3

/** Whatever is no address counts as one. */
export function networksOf(text: string): Networks {
  const address = addressIn(text)
  if (isIP(address) !== 6) return { line: address, site: null }
  const blocks = blocksOf(address)
  return { line: blocks.slice(0, blocksOfALine).join(':'), site: blocks.slice(0, blocksOfASite).join(':') }
}

/** The address in what a proxy said, in its one spelling: without port, brackets and zone, IPv4 as such; empty where there is none. */
export function addressIn(text: string): string {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text
  const address = bare.trim().split('%')[0] ?? ''
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : ''
  const plain = new SocketAddress({ address, family: 'ipv6' }).address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  return mapped ?? plain
}

/** All eight blocks of an address that is spelt the one way. */
function blocksOf(address: string): readonly string[] {
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail.split(':').filter(Boolean)
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last]
}
