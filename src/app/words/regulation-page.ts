import type { Lang } from '../../contract/index.js'

type Sees = 'all' | 'assigned' | 'own' | 'none'
type Look = 'shown' | 'masked' | 'hidden' | 'onReason'
type Moment = 'before' | 'late' | 'after'

/** Rules in plain words: who, when, by when. */
export type RuleWords = {
  readonly starts: (by: string) => string
  readonly may: (by: string, from: string) => string
  readonly within: (limit: string, after: string) => string
  readonly leadsTo: (stages: string) => string
  readonly states: (fields: string) => string
  readonly owes: (holder: string, limit: string) => string
  readonly undated: (holder: string) => string
  readonly opens: (from: string) => string
  readonly metBy: (acts: string) => string
  readonly soft: string
  readonly openedBy: {
    readonly due: (duty: string) => string
    readonly rung: (duty: string) => string
    readonly stage: (stage: string) => string
  }
  readonly extends: (times: number | null, totals: string) => string
  readonly atMost: (amount: string) => string
  readonly notAfter: (limit: string) => string
  readonly moment: Readonly<Record<Moment, (period: string) => string>>
  readonly urges: (roles: string) => string
  readonly deducts: (points: number) => string
  readonly refers: (role: string) => string
  readonly criticism: string
  readonly forbids: (acts: string) => string
  readonly sees: Readonly<Record<Sees, string>>
  readonly look: Readonly<Record<Look, string>>
  readonly identity: string
  readonly mattersSeen: string
  readonly hiddenFrom: (field: string) => string
  readonly published: (fields: string) => string
  readonly recusal: (acts: string) => string
  readonly reading: (value: string) => string
  readonly points: Readonly<Record<'highest' | 'sum', string>>
  readonly judged: (words: string, judge: string) => string
  readonly every: Readonly<Record<'month' | 'quarter' | 'half' | 'year', string>>
  readonly option: (field: string) => string
  readonly role: string
  readonly stage: string
  readonly field: string
  readonly anyStage: string
  readonly comma: string
  readonly stop: string
  readonly inForce: string
  readonly dials: {
    readonly limit: string
    readonly choice: (at: number) => string
    readonly cap: string
    readonly times: string
    readonly total: (at: number) => string
    readonly rung: (rung: string) => string
    readonly timesUnit: string
  }
  readonly wrong: {
    readonly number: (name: string) => string
    readonly day: string
    readonly order: string
    readonly time: string
    readonly parameters: string
    readonly parameter: (asks: string) => string
    readonly unknownActor: string
    readonly staffOnly: string
    readonly from: string
    readonly to: string
    readonly now: string
    readonly sequence: string
  }
  readonly played: (title: string) => string
}

const zh: RuleWords = {
  starts: (by) => `${by}办理，事项由此开始`,
  may: (by, from) => `${by}在${from}时可以办理`,
  within: (limit, after) => `须在“${after}”后 ${limit}内`,
  leadsTo: (stages) => `办后到${stages}`,
  states: (fields) => `须写明${fields}`,
  owes: (holder, limit) => `${holder}应在 ${limit}内完成`,
  undated: (holder) => `${holder}应完成，原文没有写明天数`,
  opens: (from) => `自${from}起算`,
  metBy: (acts) => `以${acts}为完成`,
  soft: '原则上的日子，过了不算超期',
  openedBy: { due: (duty) => `“${duty}”到期`, rung: (duty) => `“${duty}”到预警`, stage: (stage) => `进入“${stage}”` },
  extends: (times, totals) => `可以延期${times === null ? '' : `，最多 ${times} 次`}${totals}`,
  atMost: (amount) => `，合计最多 ${amount}`,
  notAfter: (limit) => `连同延期最长 ${limit}`,
  moment: {
    before: (period) => `到期前 ${period}`,
    late: (period) => `超期满 ${period}`,
    after: (period) => `开始后 ${period}`,
  },
  urges: (roles) => `提醒${roles}`,
  deducts: (points) => `扣 ${points} 分`,
  refers: (role) => `移送${role}`,
  criticism: '通报批评',
  forbids: (acts) => `任何人不得${acts}`,
  sees: { all: '可见全部事项', assigned: '可见本单位承办的事项', own: '可见自己的事项', none: '看不到事项' },
  look: { shown: '可见', masked: '隐去一部分', hidden: '不可见', onReason: '说明理由后可见，并留下记录' },
  identity: '身份信息',
  mattersSeen: '事项',
  hiddenFrom: (field) => `“${field}”所指的单位或人员不知道有这件事项`,
  published: (fields) => `公开${fields}`,
  recusal: (acts) => `申明（${acts}）后不得再办理这件事项`,
  reading: (value) => `取：${value}`,
  points: { highest: '取最高一档', sum: '累加' },
  judged: (words, judge) => `“${words}”由${judge}裁量`,
  every: { month: '每月', quarter: '每季度', half: '每半年', year: '每年' },
  option: (field) => `“${field}”的一个选项`,
  role: '角色',
  stage: '环节',
  field: '表单项',
  anyStage: '任一环节',
  comma: '、',
  stop: '；',
  inForce: '施行日期',
  dials: {
    limit: '期限',
    choice: (at) => `期限（第 ${at} 项）`,
    cap: '连同延期最长',
    times: '延期次数',
    total: (at) => (at === 1 ? '延期合计' : `延期合计（第 ${at} 项）`),
    rung: (rung) => rung,
    timesUnit: '次',
  },
  wrong: {
    number: (name) => `“${name}”请填 0 到 999 的整数`,
    day: '请按 2025-09-30 这样写日期',
    order: '结束日期不能早于开始日期',
    time: '请按 2025-09-30 10:00 这样写时间',
    parameters: '这些取舍合在一起读不通，请换一种组合',
    parameter: (asks) => `“${asks}”没有这一种读法，请重新选择`,
    unknownActor: '规程里没有这个角色，请重新选择',
    staffOnly: '只有牵头机构和领导可以试算',
    from: '开始日期',
    to: '结束日期',
    now: '现在',
    sequence: '这一步早于上一步，请改时间',
  },
  played: (title) => `推演：${title}`,
}

const en: RuleWords = {
  starts: (by) => `${by}; opens the matter`,
  may: (by, from) => `${by} may do it in ${from}`,
  within: (limit, after) => `within ${limit} after “${after}”`,
  leadsTo: (stages) => `leads to ${stages}`,
  states: (fields) => `must state ${fields}`,
  owes: (holder, limit) => `${holder} owes it within ${limit}`,
  undated: (holder) => `${holder} owes it; the text states no time`,
  opens: (from) => `counted from ${from}`,
  metBy: (acts) => `met by ${acts}`,
  soft: 'kept as a rule: passing the day is no lateness',
  openedBy: {
    due: (duty) => `the due time of “${duty}”`,
    rung: (duty) => `an alert of “${duty}”`,
    stage: (stage) => `entering “${stage}”`,
  },
  extends: (times, totals) => `may be extended${times === null ? '' : `, ${times} times at most`}${totals}`,
  atMost: (amount) => `, ${amount} in all`,
  notAfter: (limit) => `with all extensions ${limit} at most`,
  moment: {
    before: (period) => `${period} before it is due`,
    late: (period) => `${period} late`,
    after: (period) => `${period} after it opened`,
  },
  urges: (roles) => `reminds ${roles}`,
  deducts: (points) => `takes ${points} points`,
  refers: (role) => `passed on to ${role}`,
  criticism: 'named in a bulletin',
  forbids: (acts) => `nobody may: ${acts}`,
  sees: { all: 'sees every matter', assigned: 'sees what its unit handles', own: 'sees its own', none: 'sees no matter' },
  look: { shown: 'shown', masked: 'masked in part', hidden: 'hidden', onReason: 'opened for a reason, and recorded' },
  identity: 'identity',
  mattersSeen: 'matters',
  hiddenFrom: (field) => `whoever “${field}” names does not know of the matter`,
  published: (fields) => `publishes ${fields}`,
  recusal: (acts) => `after ${acts} they do nothing in the matter any more`,
  reading: (value) => `taken: ${value}`,
  points: { highest: 'the highest', sum: 'the sum' },
  judged: (words, judge) => `“${words}” is weighed by ${judge}`,
  every: { month: 'each month', quarter: 'each quarter', half: 'each half-year', year: 'each year' },
  option: (field) => `an option of “${field}”`,
  role: 'role',
  stage: 'stage',
  field: 'field',
  anyStage: 'any stage',
  comma: ', ',
  stop: '; ',
  inForce: 'Date in force',
  dials: {
    limit: 'limit',
    choice: (at) => `limit (${at})`,
    cap: 'longest with extensions',
    times: 'extensions, number',
    total: (at) => (at === 1 ? 'extensions in all' : `extensions in all (${at})`),
    rung: (rung) => rung,
    timesUnit: 'times',
  },
  wrong: {
    number: (name) => `“${name}”: a whole number from 0 to 999`,
    day: 'Write a day like 2025-09-30',
    order: 'The last day cannot be before the first',
    time: 'Write a time like 2025-09-30 10:00',
    parameters: 'These readings make no sense together: choose others',
    parameter: (asks) => `“${asks}” has no such reading: choose again`,
    unknownActor: 'The regulation has no such role: choose again',
    staffOnly: 'Only the office and leaders can replay',
    from: 'From',
    to: 'To',
    now: 'Now',
    sequence: 'This step is before the one above: change its time',
  },
  played: (title) => `Simulated: ${title}`,
}

export const ruleWords: Readonly<Record<Lang, RuleWords>> = { zh, en }
