import type {
  ActView,
  ClauseView,
  FieldView,
  GovernmentView,
  Moment,
  PublicMatterPage,
  TimelineEntry,
  TrackView,
} from '../../contract/index.js'
import { type StripSketch, sketchReceipt } from '../parts/receipt.fixtures.js'
import type { PageContext } from './page-context.js'

/** Invented: a district, its form, and matters in every state. */

export const at = (shown: string): Moment => ({ iso: `${shown.replace(' ', 'T')}:00+08:00`, shown })

export const clause = (shown: string, zh: string): ClauseView => ({
  id: shown,
  shown: { zh: shown, en: `In English: ${shown}` },
  zh,
  en: `In English: ${zh}`,
})

export const field = (given: Partial<FieldView> & Pick<FieldView, 'id' | 'name' | 'type'>): FieldView => ({
  options: [],
  least: null,
  most: null,
  hint: '',
  isNeeded: false,
  isIdentity: false,
  ...given,
})

const option = (id: string, name: string, advice = '') => ({ id, name, advice, clauses: [] })

export const categories = [
  option('inquiry', '咨询'),
  option('complaint', '投诉'),
  option('help', '求助'),
  option('suggestion', '建议'),
]

export const form: readonly FieldView[] = [
  field({ id: 'category', name: '类别', type: 'choice', options: categories, isNeeded: true }),
  field({ id: 'title', name: '标题', type: 'text', least: 5, most: 30, hint: '一句话说清是什么事', isNeeded: true }),
  field({
    id: 'body',
    name: '内容',
    type: 'longText',
    least: 10,
    most: 2000,
    hint: '写清时间、地点、经过和要求',
    isNeeded: true,
  }),
  field({ id: 'happenedOn', name: '发生日期', type: 'date' }),
  field({ id: 'people', name: '涉及人数', type: 'number', least: 1, most: 9999 }),
  field({
    id: 'topics',
    name: '涉及方面',
    type: 'choices',
    options: [option('road', '道路'), option('light', '照明'), option('noise', '噪声')],
  }),
  field({
    id: 'respondentUnit',
    name: '被反映单位',
    type: 'unit',
    options: Array.from({ length: 14 }, (_, i) => option(`u${i}`, `第${i + 1}单位`)),
  }),
  field({ id: 'files', name: '附件', type: 'attachments', most: 3 }),
  field({ id: 'requesterName', name: '姓名', type: 'text', isIdentity: true, most: 20, isNeeded: true }),
  field({ id: 'phone', name: '手机号码', type: 'text', isIdentity: true, most: 20, isNeeded: true }),
  field({ id: 'mayPublish', name: '是否同意公开', type: 'boolean', isNeeded: true, hint: '公开时隐去个人信息' }),
]

export const government: GovernmentView = {
  id: 'yunhe',
  name: '云和新区管理委员会',
  regulation: {
    id: 'yunhe-mailbox',
    version: '2025-01-01',
    title: '云和新区群众来信办理办法（试行）',
    shortTitle: '来信办理办法',
    status: '试行',
  },
  portalName: '云和新区 · 民声信箱',
  notice: [
    '请写清时间、地点、经过和您的要求，一件事写一次。',
    '紧急情况请直接拨打110、119、120、122，不要在这里等候。',
    '请如实反映；已经进入诉讼、仲裁、复议的事项，请等待该程序的结果。',
    '您的身份信息不会让被反映的单位知道；没有答复之前，来信不会公开。',
    '请不要填写国家秘密、商业秘密和他人隐私。',
  ],
  promises: [
    '咨询：转办后2个工作日内答复您。',
    '投诉、求助：转办后2个工作日内与您联系，5个工作日内办结。',
    '建议：转办后5个工作日内答复您。',
    '延期：需要延期的会告诉您，最多2次，每次写明理由。',
  ],
  form: [...form],
  formClauses: [clause('第六条', '可以从网站、公众号和电话提出。')],
  categories: categories.map(({ id, name }) => ({ id, name })),
  calls: { matter: '留言', write: '留言', hotline: '12345' },
  hasDoor: true,
  isOutward: true,
  known: '',
  door: '',
  doors: [],
  closed: null,
  counts: { received: 12_846, answered: 12_310, published: 4_027, capped: ['published'] },
  emblem: null,
  registrations: { contact: '', address: '', icp: '', police: '', site: '' },
  rehearsal: null,
}

export const context: PageContext = {
  lang: 'zh',
  isLarge: false,
  government,
  here: '/yunhe/',
  largestFile: 20_000_000,
  assets: {
    style: '/portal-assets/portal-0.css',
    script: '/portal-assets/portal-0.js',
    writing: '/portal-assets/portal-2.js',
    solver: '/portal-assets/portal-1.js',
  },
}

const by = (roleName: string, unitName: string | null = null): TimelineEntry['by'] => ({
  role: roleName,
  roleName,
  unit: unitName,
  unitName,
  person: null,
})

const entry = (seq: number, name: string, given: Partial<TimelineEntry>): TimelineEntry => ({
  seq,
  kind: 'act',
  act: `act${seq}`,
  name,
  itemName: null,
  at: at('2025-09-29 10:30'),
  by: by('办公室'),
  stated: [],
  clauses: [clause('第九条', '三个小时内转给承办单位。')],
  ...given,
})

export const timelineEntries: readonly TimelineEntry[] = [
  entry(1, '提交', { act: 'submit', at: at('2025-09-29 09:12'), by: by('诉求人') }),
  entry(2, '受理', { act: 'accept', at: at('2025-09-29 10:05') }),
  entry(3, '转办', {
    act: 'dispatch',
    at: at('2025-09-29 10:30'),
    stated: [{ field: 'assignments', name: '承办单位', value: '城市管理局（主办）' }],
  }),
  entry(4, '联系诉求人', {
    act: 'contact',
    at: at('2025-09-30 15:20'),
    by: by('承办单位', '城市管理局'),
    stated: [{ field: 'note', name: '沟通内容', value: '已电话联系，约定节后上门查看。' }],
  }),
  entry(5, '蓝色预警', { kind: 'rung', act: 'blue', at: at('2025-10-14 00:00'), by: by('平台') }),
]

export const acts: readonly ActView[] = [
  {
    act: 'supplement',
    name: '补充情况',
    clauses: [clause('第八条', '可以补充新情况。')],
    refusal: null,
    fields: [
      field({ id: 'newFacts', name: '新情况', type: 'longText', least: 5, most: 1000, isNeeded: true }),
      field({ id: 'files', name: '附件', type: 'attachments', most: 3 }),
    ],
    unit: null,
    unitName: null,
    item: null,
    itemName: null,
    until: null,
    note: '',
    joins: [],
    meets: [],
    hasCause: true,
  },
  {
    act: 'withdraw',
    name: '撤回',
    clauses: [clause('第十条', '办结之前可以撤回。')],
    refusal: null,
    fields: [],
    unit: null,
    unitName: null,
    item: null,
    itemName: null,
    until: at('2025-10-13 24:00'),
    note: '撤回后本件不再办理。',
    joins: [],
    meets: [],
    hasCause: true,
  },
  {
    act: 'rate',
    name: '评价',
    clauses: [clause('第十七条', '办结后可以评价。')],
    refusal: {
      code: 'wrong-stage',
      sentence: '事项现在处于“办理中”，这一环节不能“评价”。',
      clauses: [clause('第十七条', '办结后可以评价。')],
      missing: [{ id: 'result', name: '办理结果' }],
      until: null,
      because: [],
    },
    fields: [],
    unit: null,
    unitName: null,
    item: null,
    itemName: null,
    until: null,
    note: '',
    joins: [],
    meets: [],
    hasCause: true,
  },
]

const duty = (name: string, sketch: StripSketch, given: Partial<TrackView['next'][number]> = {}): TrackView['next'][number] => {
  const receipt = sketchReceipt(sketch)
  return {
    name,
    holder: '城市管理局',
    status: 'open',
    dueAt: receipt.dueAt,
    discretion: null,
    workdaysLeft: 2,
    workdaysLate: 0,
    isProvisional: receipt.isProvisional,
    clauses: [clause('第十三条（二）', '投诉五个工作日内办结。')],
    receipt,
    ...given,
  }
}

const nationalDay: StripSketch = { from: '2025-09-29', days: 'schhhhhhhhccmwc', today: '2025-10-10' }

export const shownStates = ['waiting', 'accepted', 'handling', 'answered', 'rated', 'refused'] as const
const stateNames = ['待受理', '已受理', '办理中', '已答复', '已办结', '不予受理']

/** The same matter in each of the plain states. */
export function trackIn(state: (typeof shownStates)[number], given: Partial<TrackView> = {}): TrackView {
  const now = shownStates.indexOf(state)
  const isEnd = state === 'rated' || state === 'refused'
  return {
    number: '1000004217',
    government: { id: government.id, name: government.name },
    regulation: government.regulation,
    title: '朝阳路与青云街路口路灯连续三天不亮',
    letter: '9月26日晚上开始，朝阳路与青云街路口东南角的三盏路灯都不亮。\n这里晚上有很多放学的孩子经过，请尽快修复。',
    category: { id: 'complaint', name: '投诉' },
    receivedAt: at('2025-09-29 09:12'),
    shown: { id: state, name: stateNames[now] ?? '' },
    explains: '承办单位正在办理，会在期限内给您答复。',
    isEnd,
    states: shownStates.slice(0, 5).map((id, index) => ({
      id,
      name: stateNames[index] ?? '',
      isPast: index < now,
      isNow: index === now,
    })),
    next: isEnd
      ? []
      : [
          duty('办结', nationalDay),
          duty('与诉求人沟通', { from: '2025-09-29', days: 'sc' }, { status: 'overdue', workdaysLate: 3 }),
        ],
    timeline: [...timelineEntries],
    grounds: [],
    files: [],
    answers:
      state === 'answered' || state === 'rated'
        ? [
            {
              unit: '城市管理局',
              at: at('2025-10-11 16:40'),
              stated: [{ name: '办理结果', value: '三盏路灯的电缆接头已更换，10月10日晚恢复照明。' }],
            },
          ]
        : [],
    rating: state === 'rated' ? { name: '满意', at: at('2025-10-12 09:30'), act: 'rate' } : null,
    came: [],
    awaits: null,
    acts: [...acts],
    isPublic: state === 'answered',
    revision: 5,
    ...given,
  }
}

/** As full as a page gets: a long clock with an extension and a pause, many entries. */
export const fullestTrack: TrackView = trackIn('handling', {
  next: [
    duty('办结', {
      from: '2025-08-29',
      days: `swwcccccwwcccccwwpppppwwcccccwwm${'hhhhhhhh'}mwcccccw`,
      grants: [15, 30],
      today: '2025-09-20',
    }),
    duty('与诉求人沟通', nationalDay, { status: 'paused' }),
    duty('答复', { from: '2026-01-26', days: 'sccccwwcccccwwc', isProvisional: true }, { isProvisional: true }),
    duty('复核', nationalDay),
  ],
  timeline: Array.from({ length: 40 }, (_, index) => timelineEntries[index % timelineEntries.length] as TimelineEntry),
})

export const publicMatter = (number: string, title = '朝阳路路口路灯不亮'): PublicMatterPage => ({
  number,
  title,
  category: { id: 'complaint', name: '投诉' },
  receivedAt: at('2025-09-29 09:12'),
  answeredAt: at('2025-10-11 16:40'),
  units: ['城市管理局'],
  shown: { id: 'answered', name: '已答复' },
  fields: [
    { id: 'publicText', name: '内容', value: '路口东南角的三盏路灯都不亮。\n请尽快修复。', of: 'letter' },
    { id: 'publicReply', name: '办理结果', value: '电缆接头已更换，已恢复照明。', of: 'answer' },
  ],
  files: [{ id: 'f1', name: '修好以后.jpg', size: 20_480 }],
  filesKeptBack: 2,
})
