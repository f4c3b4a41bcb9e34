/** A mail of lines; what is given as bytes stays so. */
export const mailOf = (...lines: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(lines.flatMap((line) => [typeof line === 'string' ? Buffer.from(line) : line, Buffer.from('\r\n')]))

/** Bytes between texts, as one line. */
export const lineOf = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

export const base64 = (text: string): string => Buffer.from(text).toString('base64')
export const gbk = (hex: string): Buffer => Buffer.from(hex, 'hex')

export const from = `From: =?utf-8?B?${base64('李四')}?= <li@example.com>`
export const plainText = 'Content-Type: text/plain; charset=utf-8'
/** 井盖丢了 */
export const coverGbk = gbk('beaeb8c7b6aac1cb')
