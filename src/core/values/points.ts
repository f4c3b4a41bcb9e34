/** 要点. What a message asks for, point by point: by its own numbering, else by its paragraphs, else by its sentences. */
export function pointsOf(message: string): readonly string[] {
  const text = plainly(message)
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

const marksIn = (text: string): readonly number[] => [...text.matchAll(mark)].map((match) => match.index)

/**
 * 没有回应的要点. Which points that a message numbers an answer seems to leave out: none of their words stands in it. An answer that has as many numbers of
 * its own answers each. A suggestion: whoever writes reads both.
 */
export function pointsLeft(message: string, answer: string): readonly string[] {
  const text = plainly(message)
  const starts = marksIn(text)
  if (starts.length < 2 || marksIn(plainly(answer)).length >= starts.length) return []
  const said = lettersIn(answer)
  const points = starts.map((from, at) => text.slice(from, starts[at + 1]).trim())
  return points.filter((point) => {
    const words = wordsIn(point.replace(mark, ''))
    return words.length > 0 && !words.some((word) => said.includes(word))
  })
}

const plainly = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()
const lettersIn = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** Every two neighbouring letters of it that do not stand in any message. */
function wordsIn(point: string): readonly string[] {
  const letters = [...lettersIn(point)]
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
  return [...new Set(pairs)].filter((pair) => !saysNothing.has(pair))
}

const saysNothing: ReadonlySet<string> = new Set(
  (
    '什么 怎么 怎样 如何 请问 是否 能否 可否 可以 没有 不能 我们 你们 他们 希望 请求 要求 建议 反映 问题 时候 时间 现在 一直 多次 有关 相关 部门 ' +
    '单位 政府 领导 尽快 及时 解决 处理 办理 答复 回复 为什 谢谢 感谢 这个 那个 一个 已经 进行 情况 工作'
  ).split(' '),
)

function atMarks(text: string): readonly string[] {
  const starts = marksIn(text)
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
