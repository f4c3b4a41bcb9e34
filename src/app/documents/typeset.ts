/** 排版. What no template can say of names and titles whose length it does not know: a red mark becomes smaller until it stands in one line. */
const marks: readonly string[] = ['Mark', 'LetterMark']
/** A title longer than a line is parted so that its lines are alike and no word is torn (GB/T 9704-2012, 7.3.1); so is the name that signs. */
const titles: readonly string[] = ['Title', 'SheetTitle', 'Sign']

/** The parts of a Word file that say how wide its text is, and how large the letters of each style. */
export type WordParts = { readonly document: string; readonly styles: string }

/** The paper with its marks and titles set; what is not in one of our styles stays as it is. */
export function typeset({ document, styles }: WordParts): string {
  const width = blockWidth(document)
  if (width === null) return document
  return document.replace(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs, (paragraph) => {
    const look = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? ''
    const size = marks.includes(look) || titles.includes(look) ? sizeOf(styles, look) : null
    if (size === null || /<w:br\/>/.test(paragraph)) return paragraph
    const capacity = (width - insetOf(styles, look)) / (size * 10)
    const text = [...paragraph.matchAll(texts)].flatMap(([, , letters]) => lettersOf(letters ?? ''))
    const long = widthOf(text)
    if (long <= capacity) return paragraph
    return marks.includes(look)
      ? smaller(paragraph, size, Math.floor((size * capacity) / long))
      : parted(paragraph, text, capacity)
  })
}

const texts = /(<w:t(?: [^>]*)?>)([^<]*)<\/w:t>/g

/** In twentieths of a point. */
function blockWidth(document: string): number | null {
  const numberIn = (tag: string, name: string) => Number(new RegExp(`<w:${tag} [^>]*w:${name}="(\\d+)"`).exec(document)?.[1])
  const width = numberIn('pgSz', 'w') - numberIn('pgMar', 'left') - numberIn('pgMar', 'right')
  return Number.isFinite(width) && width > 0 ? width : null
}

const styleOf = (styles: string, look: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${look}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''

/** In half points: its own, else that of the text. */
function sizeOf(styles: string, look: string): number | null {
  const size = Number(
    /<w:sz w:val="(\d+)"/.exec(styleOf(styles, look))?.[1] ?? /<w:docDefaults>.*?<w:sz w:val="(\d+)"/s.exec(styles)?.[1],
  )
  return Number.isFinite(size) && size > 0 ? size : null
}

/** By how much its lines are shorter than the block, in twentieths of a point. */
function insetOf(styles: string, look: string): number {
  const indent = /<w:ind ([^>]*)\/>/.exec(styleOf(styles, look))?.[1] ?? ''
  const side = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(indent)?.[1] ?? 0)
  return side('left') + side('right')
}

/** What XML writes as `&amp;` is one letter. */
const lettersOf = (xml: string): readonly string[] => xml.match(/&\w+;|./gsu) ?? []

/** In letters of full width; those of half width count half. */
const widthOf = (letters: readonly string[]): number =>
  letters.reduce((sum, letter) => sum + (/^(?:[\x20-\x7e]|&\w+;)$/.test(letter) ? 0.5 : 1), 0)

/**
 * Sizes in half points; its line is lower by as much, so that the upper edge stays where it is. What stands in a frame keeps the room that it had:
 * what comes below would else move up into it, above the red line.
 */
const smaller = (paragraph: string, full: number, size: number): string => {
  const line = `<w:spacing w:line="${Math.round(size * 11.5)}" w:lineRule="exact"/>`
  const said = `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  const room = `<w:framePr w:h="${full * 10}" w:hRule="atLeast"`
  const placed = paragraph
    .replace(/<w:framePr(?=[^>]*\/>)(?![^>]* w:h=)/, room)
    .replace(/(<w:pPr><w:pStyle [^>]*\/>(?:<w:framePr [^>]*\/>)?)((?:<w:rPr\/>|<w:rPr>.*?<\/w:rPr>)?<\/w:pPr>)/s, `$1${line}$2`)
  return placed.replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/gs, (_, letters: string | undefined) => {
    const others = (letters ?? '').replace(/<w:sz(?:Cs)? w:val="\d+"\/>/g, '')
    return `<w:r><w:rPr>${others}${said}</w:rPr>`
  })
}

function parted(paragraph: string, letters: readonly string[], capacity: number): string {
  const breaks = new Set(breaksIn(letters, capacity))
  let at = 0
  return paragraph.replace(texts, (_, open: string, xml: string) => {
    const set = lettersOf(xml).map((letter) => {
      const broken = breaks.has(at) ? `</w:t><w:br/><w:t xml:space="preserve">${letter}` : letter
      at += 1
      return broken
    })
    return `${open}${set.join('')}</w:t>`
  })
}

const openers = '“《（〔'
const closers = '”》）〕，、。：的'
/** What stands in quotation marks is rather kept together; not at any price: it may be longer than a line. */
const quoted = 80
const isQuoted = (letters: readonly string[], at: number): boolean => {
  const before = letters.slice(0, at)
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
}
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Before which letters a new line begins: as even as can be, between words; at the end of the last one no remainder of a few letters. */
function breaksIn(letters: readonly string[], capacity: number): readonly number[] {
  const places = [...placesIn(letters), letters.length]
  const best = new Map<number, { readonly cost: number; readonly breaks: readonly number[] }>([[0, { cost: 0, breaks: [] }]])
  for (const to of places) {
    for (const from of [0, ...places].filter((each) => each < to)) {
      const before = best.get(from)
      const line = widthOf(letters.slice(from, to))
      if (before === undefined || line > capacity) continue
      const cost = before.cost + (capacity - line) ** 2 + (isQuoted(letters, to) ? quoted : 0)
      if (cost < (best.get(to)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(to, { cost, breaks: from === 0 ? [] : [...before.breaks, from] })
    }
  }
  return best.get(letters.length)?.breaks ?? []
}

function placesIn(letters: readonly string[]): readonly number[] {
  const plain = letters.map((letter) => (letter.startsWith('&') && letter.length > 1 ? '·' : letter))
  const starts = new Set([...words.segment(plain.join(''))].map(({ index }) => index))
  let offset = 0
  return plain.flatMap((letter, at) => {
    const isStart = at > 0 && starts.has(offset)
    offset += letter.length
    return isStart && !closers.includes(letter) && !openers.includes(plain[at - 1] ?? ' ') ? [at] : []
  })
}
