import { type DocumentRowView, howMany, type Lang } from '../../contract/index.js'

/** Words of documents: what papers say themselves (in Chinese, whoever looks), and what is told about them. */
export type DocumentWords = {
  readonly day: (day: string, weekday: number) => string
  readonly number: (series: string, year: number, number: number | null) => string
  /** Days of which a paper speaks. */
  readonly spanName: (from: string, to: string) => string
  readonly asOf: (day: string) => string
  /** To what the figures are narrowed, behind their days. */
  readonly scope: (names: readonly string[]) => string
  /** By how much a figure grew. */
  readonly since: (difference: number) => string
  /** Where there is nothing to say: a share of nothing. */
  readonly untold: string
  /** What a line of an assessment counted, and the points for it. */
  readonly scored: (counted: string, points: number) => string
  readonly differs: (text: string, sentence: string, name: string) => (said: string | null, now: string | null) => string
  readonly odd: {
    readonly missing: (name: string) => string
    readonly tooLong: (name: string, most: number, length: number) => string
    readonly otherNumber: string
    readonly otherUnit: string
    readonly otherName: string
    readonly personal: string
    readonly repeats: (name: string, number: string, percent: number) => string
    readonly unsettled: (kind: string, count: number) => string
    readonly pointsLeft: string
    readonly loose: string
  }
  /** Why it was asked who wrote under the names on a paper. */
  readonly namesCompared: string
  /** An office makes a paper of a share, and did not say of whose. */
  readonly whichUnit: string
  readonly notMade: (text: string) => string
  /** What a matter on paper is called as a file. */
  readonly sheetName: (number: string) => string
  /** What a digest of bulletins on paper is called as a file. */
  readonly digestName: (asOf: string) => string
  /** So many numbers of a bulletin are others by now. */
  readonly corrected: (count: number) => string
  readonly status: Readonly<Record<DocumentRowView['status'], string>>
  /** In a table that has no rows. */
  readonly none: string
  readonly noSuchPaper: string
  readonly inParagraph: (line: number, message: string, advice: string) => string
}

const dayOf = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const zh: DocumentWords = {
  day: (day, weekday) => `${dayOf(day)}（星期${'日一二三四五六'[weekday]}）`,
  number: (series, year, number) => `${series}〔${year}〕${number ?? '　　'}号`,
  spanName: (from, to) => `${dayOf(from)}至${from.slice(0, 4) === to.slice(0, 4) ? dayOf(to).replace(/^\d+年/, '') : dayOf(to)}`,
  asOf: (day) => dayOf(day),
  scope: (names) => (names.length === 0 ? '' : `（${names.join('、')}）`),
  since: (difference) => (difference === 0 ? '持平' : difference > 0 ? `增加${difference}件` : `减少${-difference}件`),
  untold: '—',
  scored: (counted, points) => `${counted}（${points}分）`,
  differs: (text, sentence, name) => (said, now) =>
    now === null
      ? `“${text}”里“${sentence}”写的“${name}”不是统计项。`
      : `“${text}”里“${sentence}”的“${name}”写的是${said}，统计是${now}。`,
  odd: {
    missing: (name) => `“${name}”还没有写。`,
    tooLong: (name, most, length) => `“${name}”写了${length}字，按规定不超过${most}字。`,
    otherNumber: '这是另一件事项的编号。请核对是不是写错了。',
    otherUnit: '这个单位没有承办这件事项。请核对是不是写错了。',
    otherName: '这是另一件事项来信人的姓名，这件事项里没有出现过。请核对是不是写错了事项。',
    personal: '像是个人信息，这件事项里没有出现过。请核对是不是写错了事项。',
    repeats: (name, number, percent) => `“${name}”有${percent}%与${number}的文书相同。请核对是否针对这件事项。`,
    loose: '这个数没有和统计项绑定，统计变了它不会跟着变。请核对。',
    unsettled: (kind, count) => `${kind}：还有${count}项没有办完。请核对是否都已回应。`,
    pointsLeft: '来信的这几点好像没有回应。请核对。',
  },
  namesCompared: '核对文书上的姓名',
  whichUnit: '这份文书一个单位一份：请选是给哪个单位的。',
  notMade: (text) => `模板填不出来：${text}`,
  sheetName: (number) => `事项办理情况${number}`,
  digestName: (asOf) => `通报摘要${asOf}`,
  corrected: (count) => (count === 0 ? '没有变化' : `有${count}处变化`),
  status: { drafted: '草稿', issued: '已签发', spoiled: '已作废' },
  none: '无',
  noSuchPaper: '新文本没有用这个模板的文书。',
  inParagraph: (line, message, advice) => `第${line}段：${message}。${advice}`,
}

const en: DocumentWords = {
  ...zh,
  differs: (text, sentence, name) => (said, now) =>
    now === null
      ? `In “${text}”, “${sentence}”: “${name}” is no question.`
      : `In “${text}”, “${sentence}”: “${name}” says ${said}; counted, it is ${now}.`,
  odd: {
    missing: (name) => `“${name}” is not written yet.`,
    tooLong: (name, most, length) => `“${name}” has ${howMany(length, 'character')}; at most ${most} are allowed.`,
    otherNumber: 'This is the number of another matter. Is it right?',
    otherUnit: 'This unit has no part in the matter. Is it right?',
    otherName: 'Somebody of this name wrote another matter, and it does not stand in this one. Is it the right one?',
    personal: 'This looks like personal data and does not stand in this matter. Is it the right one?',
    repeats: (name, number, percent) =>
      `${percent}% of “${name}” stands in a document of ${number}. Does it speak of this matter?`,
    loose: 'This number is bound to no question: it stays when the figure changes. Is it right?',
    unsettled: (kind, count) => `${kind}: ${count} not settled yet. Is each of them answered?`,
    pointsLeft: 'These points of the message do not seem to be answered. Are they?',
  },
  inParagraph: (line, message, advice) => `Paragraph ${line}: ${message}. ${advice}`,
  noSuchPaper: 'The other version has no paper that is made of it.',
  namesCompared: 'Names on a document were compared',
  whichUnit: 'Each unit has its own of this document: choose for which unit it is.',
  notMade: (text) => `The template cannot be filled in: ${text}`,
}

export const documentWords: Readonly<Record<Lang, DocumentWords>> = { zh, en }
