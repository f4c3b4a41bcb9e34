/** What a number counts; null where the text does not say so beside it. */
export type Counted = 'days' | 'hours' | 'minutes' | 'months' | 'years' | 'weeks' | 'points' | 'times'
export type CountedNumber = { readonly value: number; readonly counts: Counted | null }

const hanDigits = '零一二三四五六七八九'
const han = '零〇一二两三四五六七八九十百'
const englishNumbers: Readonly<Record<string, number>> = {
  half: 0.5,
  one: 1,
  once: 1,
  two: 2,
  twice: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  fifth: 5,
  six: 6,
  seven: 7,
  seventh: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  tenth: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
}
const units: readonly (readonly [Counted, RegExp])[] = [
  ['minutes', /^分钟|^minutes?\b/],
  ['points', /^分|^points?\b/],
  ['days', /^(工作日|自然日|日历日|日|天)|^((work|working|calendar|natural|full)[ -]?)?days?\b/],
  ['hours', /^小时|^hours?\b/],
  ['months', /^月|^months?\b/],
  ['years', /^年|^years?\b/],
  ['weeks', /^(周|星期)|^weeks?\b/],
  ['times', /^次|^times?\b/],
]
/** Words in which a figure of Chinese counts nothing, and numbers of clauses. */
const noNumbers = new RegExp(
  `第[${han}\\d]+(?=[条款项章节编目号类])|[（(][${han}\\d]+[）)]|统一|唯一|一律|一并|一般|一致|一经|一旦|一定|一起|一些|一切|之一|进一步`,
  'gu',
)
const anyNumber = new RegExp(`\\d+(?:\\.\\d+)?|[${han}]+|半|\\b(?:${Object.keys(englishNumbers).join('|')})\\b`, 'gu')
/** What may stand between a number and what it counts: the other end of a range, a measure word. */
const between = new RegExp(`^[ -]?(?:(?:[-~–—至到或、]|to |or )? ?(?:\\d+(?:\\.\\d+)?|[${han}]+) ?)?(?:个|an? )?[ -]?`, 'u')

/** The numbers a text speaks of: figures, 五, 十五, 两, 半, fifteen, twice. A clause's own number is none of them. */
export function numbersIn(text: string): readonly CountedNumber[] {
  const plain = text.normalize('NFKC').replace(noNumbers, ' ').toLowerCase()
  return [...plain.matchAll(anyNumber)].map(({ 0: figure, index }) => {
    const rest = plain.slice(index + figure.length).replace(between, '')
    const isTimes = figure === 'once' || figure === 'twice'
    return { value: valueIn(figure), counts: isTimes ? 'times' : (units.find(([, pattern]) => pattern.test(rest))?.[0] ?? null) }
  })
}

function valueIn(figure: string): number {
  if (/^\d/.test(figure)) return Number(figure)
  return figure === '半' ? 0.5 : (englishNumbers[figure] ?? hanValue(figure))
}

export function hanValue(figure: string): number {
  let sum = 0
  let held: number | null = null
  for (const sign of figure.replaceAll('〇', '零').replaceAll('两', '二')) {
    const size = sign === '百' ? 100 : sign === '十' ? 10 : null
    if (size === null) {
      held = hanDigits.indexOf(sign) + (held ?? 0) * 10
    } else {
      sum += (held ?? 1) * size
      held = null
    }
  }
  return sum + (held ?? 0)
}
