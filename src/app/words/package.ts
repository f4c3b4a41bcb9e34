import { howMany, type Lang } from '../../contract/index.js'

/** 归档包的用语. What a package says itself, to whoever opens it years later. */
export type PackageWords = {
  readonly title: (government: string) => string
  readonly editions: Readonly<Record<'whole' | 'seen' | 'requester', string>>
  readonly edition: string
  readonly madeAt: string
  readonly asOf: string
  readonly purpose: string
  readonly matters: string
  readonly number: string
  readonly regulation: string
  readonly version: string
  readonly stage: string
  readonly category: string
  readonly channel: string
  readonly receivedAt: string
  readonly what: string
  readonly letter: string
  readonly shares: string
  readonly since: string
  readonly ended: string
  readonly items: string
  readonly duties: string
  readonly holder: string
  readonly status: Readonly<Record<'open' | 'paused' | 'met' | 'lapsed' | 'overdue' | 'cancelled', string>>
  readonly openedAt: string
  readonly dueAt: string
  readonly metAt: string
  readonly why: string
  readonly timeline: string
  readonly answers: string
  readonly next: string
  readonly charged: string
  readonly workdays: string
  readonly reveals: string
  readonly files: string
  readonly file: string
  readonly hash: string
  readonly isSpoiled: string
  readonly issued: (at: string) => string
  readonly spoiled: (at: string, why: string) => string
  readonly chain: (links: number) => string
  /** What it is and whose, and how it stands. */
  readonly heldBy: (name: string, holder: string, state?: string) => string
  readonly noChain: string
  readonly identity: string
  readonly checks: readonly string[]
  readonly metadata: string
  /** Of a year there is nothing to pack. */
  readonly noneOf: (year: number) => string
}

const zh: PackageWords = {
  title: (government) => `${government}：事项归档包`,
  editions: { whole: '全本：事项的全部经过', seen: '按查看人可见范围', requester: '本人留存：不含身份信息' },
  edition: '范围',
  madeAt: '制作时间',
  asOf: '截至',
  purpose: '用途',
  matters: '事项',
  number: '编号',
  regulation: '依据',
  version: '文本',
  stage: '状态',
  category: '类别',
  channel: '渠道',
  receivedAt: '收到时间',
  what: '内容',
  letter: '来信',
  shares: '承办',
  since: '起',
  ended: '止',
  items: '分项',
  duties: '义务与期限',
  holder: '承办方',
  status: { open: '进行中', paused: '暂停', met: '已完成', lapsed: '已了结', overdue: '已逾期', cancelled: '已取消' },
  openedAt: '开始',
  dueAt: '到期',
  metAt: '完成',
  why: '计时凭据',
  timeline: '经过',
  answers: '答复',
  next: '接下来',
  charged: '各单位用了几个工作日',
  workdays: '工作日',
  reveals: '查看身份信息的记录',
  files: '附件和文书',
  file: '文件',
  hash: '摘要（SM3）',
  isSpoiled: '（已作废）',
  issued: (at) => `${at} 签发`,
  spoiled: (at, why) => `；${at} 作废，不再有效：${why}`,
  chain: (links) => `matter.json 载有 ${links} 个事件的原始记录，每个事件含前一个的 SM3 摘要。`,
  heldBy: (name, holder, state) => `${name}：${holder}${state === undefined ? '' : `（${state}）`}`,
  noChain: '查看人看不到事项的全部内容，所以不附事件链；包的整体由封存记录证明。',
  identity: '身份信息另行加密保存，不在包内。',
  checks: [
    '核验：在装有 Node.js 20.19 以上的电脑上运行 node verify.mjs 归档包.zip，不需要网络和数据库。',
    '整包重做的，要与办公室数据库以外保存的锚点核对才看得出来：加上 --anchors 锚点文件，或者 --head 存证摘要。',
  ],
  metadata:
    '目录 catalogue.csv 的栏目参照《文书类电子文件元数据方案》（DA/T 46-2009）。平台不掌握的各项（全宗号、档号、密级、页数等）留空，由档案部门著录。',
  noneOf: (year) => `${year}年没有收到事项，或者都不归您看`,
}

const en: PackageWords = {
  title: (government) => `${government}: package of matters`,
  editions: {
    whole: 'Whole: all that happened',
    seen: 'As far as its viewer sees',
    requester: 'For the requester, without identity',
  },
  edition: 'Edition',
  madeAt: 'Made',
  asOf: 'As of',
  purpose: 'For',
  matters: 'Matters',
  number: 'Number',
  regulation: 'Under',
  version: 'version',
  stage: 'Stage',
  category: 'Category',
  channel: 'Channel',
  receivedAt: 'Received',
  what: 'What was stated',
  letter: 'The letter',
  shares: 'Who handled it',
  since: 'From',
  ended: 'Until',
  items: 'Items',
  duties: 'Duties and due times',
  holder: 'Holder',
  status: { open: 'open', paused: 'paused', met: 'met', lapsed: 'lapsed', overdue: 'overdue', cancelled: 'cancelled' },
  openedAt: 'Opened',
  dueAt: 'Due',
  metAt: 'Met',
  why: 'Why this day',
  timeline: 'What happened',
  answers: 'Answers',
  next: 'What happens next',
  charged: 'Who took how long',
  workdays: 'workdays',
  reveals: 'Who opened the identity',
  files: 'Files and documents',
  file: 'File',
  hash: 'Hash (SM3)',
  isSpoiled: ' (spoiled)',
  issued: (at) => `issued ${at}`,
  spoiled: (at, why) => `; spoiled ${at} and stands no more: ${why}`,
  chain: (links) =>
    `matter.json holds ${howMany(links, 'event')} as they were recorded, each with the SM3 hash of the one before.`,
  heldBy: (name, holder, state) => `${name}: ${holder}${state === undefined ? '' : ` (${state})`}`,
  noChain:
    'Its viewer does not see all of the matter, so the chain of events is left out; the seal proves the package as a whole.',
  identity: 'Identity lies sealed elsewhere and is not in the package.',
  checks: [
    'To check it, run node verify.mjs PACKAGE.zip on a machine with Node.js 20.19 or newer; neither network nor database is needed.',
    'A package that was made anew as a whole is told only by the anchors that the office keeps outside its database: add --anchors FILE or --head HASH.',
  ],
  metadata:
    'The columns of catalogue.csv follow DA/T 46-2009 (metadata of electronic documents). What the platform does not know (fonds, file number, secrecy, pages) is left empty for the archive to fill in.',
  noneOf: (year) => `Nothing was received in ${year}, or nothing that is yours to see`,
}

const all: Readonly<Record<Lang, PackageWords>> = { zh, en }
export const packageWords = (lang: Lang): PackageWords => all[lang]

/** 文书类电子文件元数据 (DA/T 46-2009): the columns of the catalogue, in their order. */
export const catalogueNames = {
  level: '聚合层次',
  fonds: '立档单位名称',
  fondsNumber: '全宗号',
  archiveNumber: '档号',
  fileId: '电子文件号',
  title: '题名',
  author: '责任者',
  matterNumber: '文件编号',
  datedOn: '日期',
  concludedOn: '办结日期',
  documentKind: '文种',
  category: '分类',
  secrecy: '密级',
  keptFor: '保管期限',
  pages: '页数',
  files: '附件数',
  basis: '依据',
  format: '格式',
  digest: '数字摘要算法',
  place: '存储位置',
} as const

/** The level at which a matter is described: one piece. */
export const pieceLevel = '件'
