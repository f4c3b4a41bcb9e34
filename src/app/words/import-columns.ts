import type { Lang } from '../../contract/index.js'
import type { Field, FieldContent, FieldMeaning } from '../../core/index.js'

const times = [
  'time',
  'date',
  'createdat',
  ...['来电时间', '来信时间', '留言时间', '提交时间', '写信时间', '诉求时间', '反映时间', '来访时间', '发布时间', '创建时间'],
  ...['受理时间', '登记时间', '来电日期', '来信日期', '留言日期', '提交日期', '受理日期', '登记日期', '时间', '日期', '日子'],
  // As ledgers of this platform call it.
  ...['来源时间', '收到时间', '收件时间', '收到日期', '收件日期', 'written', 'received'],
]

const numbers = [
  '工单编号',
  '工单号',
  '信件编号',
  '留言编号',
  '诉求编号',
  '来信编号',
  '受理编号',
  '登记编号',
  '平台编号',
  '来源编号',
]

/** Heads for the number that a message bears where it comes from, and for when it was written. */
export const sourceHeads: readonly string[] = ['msgid', 'messageid', 'id', ...numbers, '编号']
export const timeHeads: readonly string[] = times

/** Heads under which other systems export what citizens wrote, by what it means, the surer ones first; compared as `plainHead` writes them. */
export const meaningHeads: Partial<Record<FieldMeaning, readonly string[]>> = {
  title: [
    ...[
      'title',
      'subject',
      '标题',
      '主题',
      '题目',
      '诉求标题',
      '工单标题',
      '留言标题',
      '留言主题',
      '来信标题',
      '来信主题',
      '信件标题',
      '信件主题',
    ],
    ...['事项标题', '问题标题', '反映标题', '投诉标题', '事由'],
  ],
  letter: [
    ...[
      'body',
      'text',
      'content',
      '内容',
      '正文',
      '诉求内容',
      '工单内容',
      '留言内容',
      '留言详情',
      '来信内容',
      '来信正文',
      '信件内容',
      '来电内容',
    ],
    ...['反映内容', '投诉内容', '问题内容', '问题描述', '诉求描述', '事项内容', '主要内容', '详细内容', '内容描述', '反映问题'],
  ],
  category: [
    'category',
    '类别',
    '分类',
    '诉求类型',
    '诉求类别',
    '工单类型',
    '问题类型',
    '问题分类',
    '来信类型',
    '信件类型',
    '留言类型',
    '类型',
  ],
  channel: ['channel', '渠道', '来源渠道', '受理渠道', '诉求渠道', '来信渠道', '留言渠道', '来件渠道'],
}

const persons = [
  ...['sender', '姓名', '网友', '留言人', '来信人', '诉求人', '来电人', '反映人', '投诉人', '写信人', '信访人', '联系人'],
  ...['来信人姓名', '诉求人姓名', '留言人姓名', '来电人姓名', '联系人姓名'],
]
const mailboxes = ['senderaddress', 'email', '邮箱', '电子邮箱', '电子邮件']
const telephones = [
  ...['phone', 'telephone', 'mobile', '电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '联系手机'],
  ...['来电号码', '主叫号码', '电话号码', '诉求人电话', '来信人电话', '联系人电话'],
]
const homes = ['address', '地址', '住址', '联系地址', '家庭住址']

/** A field that says what it holds is filled from nothing else; of one that does not say, its name decides. */
const tells =
  (meant: FieldContent) =>
  ({ isIdentity, content }: Field): boolean =>
    content === null ? isIdentity : content === meant

/** Heads of one kind, for fields of what kind: a field is of them if its name ends with one of them. */
export const kindsOfHeads: readonly { readonly suits: (field: Field) => boolean; readonly heads: readonly string[] }[] = [
  { suits: tells('name'), heads: persons },
  { suits: tells('email'), heads: mailboxes },
  { suits: tells('telephone'), heads: telephones },
  { suits: tells('address'), heads: homes },
  { suits: ({ type, isIdentity }) => (type === 'date' || type === 'time') && !isIdentity, heads: times },
  { suits: ({ type, isIdentity }) => type === 'text' && !isIdentity, heads: [...numbers, '编号', 'msgid'] },
]

/** How an option is called that takes in whatever fits nowhere else. */
export const catchAll: readonly string[] = ['other', 'others', '其他', '其它', '其他类', '其他事项', '其他来源']

/** Heads of columns that number the rows of a list: they name no letter. */
const rowNumbers: readonly string[] = ['序号', '行号', 'no', 'no.', '#', '№']

/** Of a table of refused rows: its name, and the heads of where each stood and why it did not come in. */
export const refusedWords: Readonly<Record<Lang, { readonly sheet: string; readonly row: string; readonly reason: string }>> = {
  zh: { sheet: '不能导入的行', row: '行号', reason: '不能导入的原因' },
  en: { sheet: 'refused', row: 'row', reason: 'why it was refused' },
}

/** A head as it is compared: without case, blanks, invisible signs, and what forms add to it (`*`, `：`, `（必填）`). */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:\p{Cf}]/gu, '')
    .replace(/\([^)]*\)$/, '')

const all = [sourceHeads, timeHeads, ...Object.values(meaningHeads), ...kindsOfHeads.map(({ heads }) => heads), rowNumbers]
const known: ReadonlySet<string> = new Set(all.flat().map(plainHead))

export const usualHead = (cell: string): boolean => known.has(plainHead(cell))

export const isRowNumber = (head: string): boolean => rowNumbers.includes(plainHead(head))

/** How a cell says yes, and no. */
export const yesWords: readonly string[] = ['true', '1', 'yes', 'y', '是', '有', '√']
export const noWords: readonly string[] = ['false', '0', 'no', 'n', '否', '无', '不是', '没有', '×']
