/** What in a text looks like personal data, found by its form alone. A suggestion: whoever writes decides. */
export type PersonalData = { readonly words: string; readonly from: number; readonly to: number }

// Landlines are left out: an answer gives the unit's own.
const patterns: readonly RegExp[] = [
  /(?<![\d])\d{17}[\dXx](?![\dXx])/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g,
  /(?<!\d)\d{16,19}(?!\d)/g,
]

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
/** A surname, perhaps with a given name, before a form of address. `某` for a name is no name. */
const addressed = new RegExp(`[${surnames}](?!某)[\\u4e00-\\u9fff]{0,2}?(?=先生|女士|小姐|同志|同学|师傅|大爷|大妈|阿姨)`, 'gu')

export function personalDataIn(text: string): readonly PersonalData[] {
  const found: PersonalData[] = []
  for (const pattern of [...patterns, addressed]) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!found.some((each) => from < each.to && to > each.from)) found.push({ words: match[0], from, to })
    }
  }
  return found.sort((one, other) => one.from - other.from)
}

/** The same number is the same however it is spaced. */
export const isIn = (text: string, { words }: PersonalData): boolean => plain(text).includes(plain(words))

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()

/** A text cut where personal data begins and ends. */
export function partsOf(text: string): readonly { readonly text: string; readonly isPersonal: boolean }[] {
  const parts: { text: string; isPersonal: boolean }[] = []
  let at = 0
  for (const { from, to } of personalDataIn(text)) {
    if (from > at) parts.push({ text: text.slice(at, from), isPersonal: false })
    parts.push({ text: text.slice(from, to), isPersonal: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isPersonal: false })
  return parts
}
