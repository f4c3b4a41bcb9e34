/** What in a text looks like personal data, found by its form alone. A suggestion: whoever writes decides. */
export type PersonalData = { readonly words: string; readonly from: number; readonly to: number }

// Landlines are left out: an answer gives the unit's own.
const patterns: readonly RegExp[] = [
  /(?<![\d])\d{17}[\dXx](?![\dXx])/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g,
  /(?<!\d)\d{16,19}(?!\d)/g,
  // A number plate.
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g,
  // A house, down to its number.
  /[\u4e00-\u9fff]{1,10}(?:路|街|巷|道|村|社区|小区|花园|苑)[\u4e00-\u9fff]{0,3}\d+(?:号楼|号院|号|弄|栋|幢|座|组)(?:[\d一二三四五六七八九十]+(?:号楼|单元|栋|幢|室|号|楼|层))*/g,
]

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
/** A surname, perhaps with a given name, before a form of address. `某` for a name is no name. */
const addressed = new RegExp(`[${surnames}](?!某)[\\u4e00-\\u9fff]{0,2}?(?=先生|女士|小姐|同志|同学|师傅|大爷|大妈|阿姨)`, 'gu')

/** `names`: what people are known by is called so; what stands behind such a name is likely theirs. */
export function personalDataIn(text: string, names: readonly string[] = []): readonly PersonalData[] {
  const found: PersonalData[] = []
  for (const pattern of [...patterns, addressed, ...names.map(behind)]) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!found.some((each) => from < each.to && to > each.from)) found.push({ words: match[0], from, to })
    }
  }
  return found.sort((one, other) => one.from - other.from)
}

const behind = (name: string): RegExp =>
  new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(?:是|为)?\\s*[:：]\\s*[^\\s，。；、,;]{1,30}`, 'gu')

/** The same number is the same however it is spaced. */
export const isIn = (text: string, { words }: PersonalData): boolean => plain(text).includes(plain(words))

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()

/** A text cut where personal data begins and ends. */
export function partsOf(
  text: string,
  names: readonly string[] = [],
): readonly { readonly text: string; readonly isPersonal: boolean }[] {
  const parts: { text: string; isPersonal: boolean }[] = []
  let at = 0
  for (const { from, to } of personalDataIn(text, names)) {
    if (from > at) parts.push({ text: text.slice(at, from), isPersonal: false })
    parts.push({ text: text.slice(from, to), isPersonal: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isPersonal: false })
  return parts
}
