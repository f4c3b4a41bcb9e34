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

/** Those that are words of their own too often to make a form of address. */
const rarerSurnames =
  '褚卫尤施严华陶戚喻柏水窦章云葛奚郎鲁韦昌苗凤花俞柳酆鲍费廉岑倪滕殷毕邬安乐时皮卞齐伍元卜平和穆湛祁禹狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯昝管莫经房裘缪干解应宗宣贲郁单杭洪包诸左吉钮嵇邢滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍卓蔺屠蒙池阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿充慕连茹习宦艾鱼容向古慎戈庾终暨居衡步都耿满弘匡国寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖闫付代涂覃仝亓么尧修冼揭旷鄢官苟粟晋芦巨郇逢原侍丛仉'
const doubleSurnames =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐'
const startsName = new RegExp(`(?:${doubleSurnames})|[${surnames}${rarerSurnames}]`, 'gu')
/** A name whose parts a dot joins (阿依古丽·买买提), with what stands around it. */
const joined = /[\u4e00-\u9fff]{2,12}(?:[·•‧・][\u4e00-\u9fff]{1,12})+/g

/** 王　芳 stands so beside a name of three signs. */
const betweenSigns = /(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])/g

/**
 * What in a text may be somebody's whole name, by its form alone: most of it is none. To be compared with names, never to be shown as some.
 * Of a text of the longest paper some thousands.
 */
export function namesPerhapsIn(written: string): ReadonlySet<string> {
  const found = new Set<string>()
  const text = written.replace(betweenSigns, '')
  for (const { index, 0: surname } of text.matchAll(startsName)) {
    const longest = /^[\u4e00-\u9fff]+/.exec(text.slice(index, index + surname.length + 2))?.[0] ?? ''
    for (let length = surname.length + 1; length <= longest.length; length += 1) found.add(longest.slice(0, length))
  }
  for (const [whole] of text.matchAll(joined)) {
    const [first, last] = [whole.search(/[·•‧・]/), whole.search(/[^·•‧・]*$/)]
    for (let from = 0; from + 2 <= first; from += 1)
      for (let to = whole.length; to > last; to -= 1) found.add(whole.slice(from, to))
  }
  return found
}

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
