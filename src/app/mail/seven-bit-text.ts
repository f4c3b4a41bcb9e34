import type { Told } from './told.js'

/** Text that was put into seven bits before there was another way: HZ (RFC 1843), UTF-7 (RFC 2152), ISO-2022-JP; else it is ASCII. */
export function sevenBitText(bytes: Uint8Array, label: string): Told {
  const text = Buffer.from(bytes).toString('latin1')
  if (/^"?hz/i.test(label)) return read(() => fromHz(text))
  if (/utf-?7/i.test(label)) return read(() => fromUtf7(text))
  if (/^"?(cs)?iso-?2022-?jp/i.test(label)) return read(() => new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes))
  // An escape begins other sets of this kind, which nothing here reads.
  return { text, isSure: !text.includes('\u001b') }

  function read(reading: () => string): Told {
    try {
      return { text: reading(), isSure: true }
    } catch {
      return { text, isSure: false }
    }
  }
}

const gb = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes)

const fromHz = (text: string): string =>
  text.replace(/~\{([^~]*)(?:~\}|$)|~~|~\n/g, (whole, coded?: string) => {
    if (coded === undefined) return whole === '~~' ? '~' : ''
    return gb(Buffer.from(coded.replace(/[\r\n]/g, ''), 'latin1').map((byte) => byte | 128))
  })

const fromUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, coded: string) => {
    if (coded === '') return '+'
    const bytes = Buffer.from(coded, 'base64')
    return new TextDecoder('utf-16be', { fatal: true }).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  })
