/** Parts of a page that nobody reads. */
const unread: ReadonlySet<string> = new Set(['style', 'script', 'title', 'template'])
const breaking: ReadonlySet<string> = new Set([
  ...['br', 'p', 'div', 'tr', 'li', 'table', 'ul', 'ol', 'blockquote', 'hr', 'pre', 'section', 'article'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd'],
])
const cells: ReadonlySet<string> = new Set(['td', 'th'])

/** The text of an HTML message as it would be read aloud: no tags, no styles; one pass, whatever was sent. */
export function htmlText(html: string): string {
  const unclosed = new Set<string>()
  const opening = /<(?=[a-z/!?])/gi
  let text = ''
  for (let at = 0; at < html.length; ) {
    opening.lastIndex = at
    // A sign that opens no tag is text, and so is all where nothing closes any more.
    const open = opening.exec(html)?.index ?? html.length
    const end = endOfTag(html, open)
    text += html.slice(at, end < 0 ? html.length : open).replace(/\s+/g, ' ')
    if (end < 0) break
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40).toLowerCase()) ?? []
    if (breaking.has(name)) text += '\n'
    else if (cells.has(name)) text += ' '
    at = slash === '' && unread.has(name) && !unclosed.has(name) ? afterUnread(html, name, { end, unclosed }) : end
  }
  return plainCharacters(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Where a tag or a comment is over; -1 where it never is. */
function endOfTag(html: string, open: number): number {
  const [mark, from] = html.startsWith('<!--', open) ? ['-->', open + 4] : ['>', open]
  const end = html.indexOf(mark, from)
  return end < 0 ? -1 : end + mark.length
}

/** Where nothing closes it, what follows is read after all; that it is so is remembered, and not looked for again. */
function afterUnread(html: string, name: string, { end, unclosed }: { end: number; unclosed: Set<string> }): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = end
  const found = closing.exec(html)
  if (found === null) unclosed.add(name)
  return found?.index ?? end
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', middot: '\u00b7' },
  ...{ ldquo: '\u201c', rdquo: '\u201d', lsquo: '\u2018', rsquo: '\u2019', mdash: '\u2014', ndash: '\u2013', hellip: '\u2026' },
  ...{ copy: '\u00a9', reg: '\u00ae', yen: '\u00a5', times: '\u00d7', deg: '\u00b0', sect: '\u00a7', bull: '\u2022' },
}

/** `&lt;` as `<`, `&#36335;` as its character; what is unknown stays as it was written. */
const plainCharacters = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
