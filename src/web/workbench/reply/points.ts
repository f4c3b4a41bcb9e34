/** 要点. What a message asks for, point by point: by its own numbering, else by its paragraphs, else by its sentences. */
export function pointsOf(message: string): readonly string[] {
  const text = message.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (text === '') return []
  const numbered = atMarks(text)
  if (numbered.length > 1) return numbered
  const paragraphs = joined(text.split(/\n+/))
  return (paragraphs.length > 1 ? paragraphs : joined(sentencesOf(text))).slice(0, mostPoints)
}

const mostPoints = 30
/** Shorter pieces (a greeting, a name) go with what stands before them. */
const shortest = 8

/** 1. 1、 (1) （一） 一、 ① 第一， 其一， at the start of a line or behind the end of a sentence. */
const mark =
  /(?:^|(?<=[\n。！？!?；;：:]))[ \t\u3000]*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳]|[第其][一二三四五六七八九十][，,、：:是])/gu

function atMarks(text: string): readonly string[] {
  const starts = [...text.matchAll(mark)].map((match) => match.index)
  if (starts.length < 2) return []
  const cuts = starts[0] === 0 ? starts : [0, ...starts]
  const pieces = cuts.map((from, at) => text.slice(from, cuts[at + 1]).trim())
  return pieces.filter((piece) => piece !== '').slice(0, mostPoints)
}

const sentencesOf = (text: string): readonly string[] => text.match(/[^。！？!?；;\n]+[。！？!?；;”」]*/gu) ?? [text]

function joined(pieces: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const piece of pieces.map((each) => each.trim())) {
    if (piece === '') continue
    const before = found.at(-1)
    const isShort = [...piece].length < shortest || (before !== undefined && [...before].length < shortest)
    if (before !== undefined && isShort) found[found.length - 1] = `${before}${piece}`
    else found.push(piece)
  }
  return found
}
