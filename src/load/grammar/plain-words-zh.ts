import type { PeriodUnit } from '../../core/index.js'
import { listComma } from '../../core/index.js'
import type { Bounds, Fitting, PlainWords, SuchItems } from './plain-words.js'

const units: Readonly<Record<PeriodUnit, string>> = {
  workdays: '个工作日',
  calendarDays: '天',
  months: '个月',
  hours: '小时',
  minutes: '分钟',
}

const not = (isNot: boolean, yes: string, no: string): string => (isNot ? no : yes)

/** Quoted names stand beside each other without a comma; others do not. */
const joined = (names: readonly string[]): string =>
  names.map((name, at) => (at === 0 || (name.startsWith('“') && names[at - 1]?.endsWith('”')) ? name : `、${name}`)).join('')

const between = ({ atLeast, atMost }: Bounds, isNot: boolean): string => {
  if (atLeast !== null && atLeast === atMost) return `${not(isNot, '为', '不是')}${atLeast}`
  if (atLeast !== null && atMost !== null) return `${not(isNot, '在', '不在')}${atLeast}到${atMost}之间`
  if (atLeast !== null) return isNot ? `小于${atLeast}` : `在${atLeast}以上（含${atLeast}）`
  return isNot ? `大于${atMost ?? ''}` : `在${atMost ?? ''}以下（含${atMost ?? ''}）`
}

/** How many there are of something, as one says it: 没有、有、不超过几个、有几个以上. */
function howMany(what: string, unit: string, { atLeast, atMost }: Bounds, isNot: boolean): string {
  if (atLeast !== null && atMost !== null)
    return `${what}${not(isNot, '有', '不是')}${atLeast === atMost ? atLeast : `${atLeast}到${atMost}`}${unit}`
  const least = isNot ? (atMost === null ? null : atMost + 1) : atLeast
  const most = isNot ? (atLeast === null ? null : atLeast - 1) : atMost
  if (most !== null) return most === 0 ? `没有${what}` : `${what}不超过${most}${unit}`
  return least === 1 ? `有${what}` : `${what}有${least ?? 0}${unit}以上`
}

const times = (act: string, { atLeast, atMost }: Bounds): string => {
  if (atMost === 0) return `还没有办过${act}`
  if (atLeast !== null && atMost !== null)
    return atLeast === atMost ? `${act}办过${atLeast}次` : `${act}办过${atLeast}至${atMost}次`
  if (atMost !== null) return `${act}最多办过${atMost}次`
  return atLeast === 1 ? `已经办过${act}` : `${act}至少办过${atLeast ?? 0}次`
}

const whose = (parts: string | null): string => `${parts ?? '承办'}单位`
const suchItems = ({ item, where }: SuchItems): string => (where === null ? item : `${item}中${where}的`)
const who = { acts: '经办人', looks: '查看人' } as const

/** 中文。 */
export const sayChinese: PlainWords = {
  and: joined,
  or: (names) => (names.length < 2 ? joined(names) : `${joined(names.slice(0, -1))}或${names.at(-1) ?? ''}`),
  noneOf: (names) => `${joined(names)}中的任何一个`,
  yes: '是',
  no: '否',
  none: '没有',
  comma: listComma.zh,
  semicolon: '；',
  identity: '身份信息',
  platform: '平台（自动）',
  role: (name) => name,
  offered: {
    highest: '取最高一档',
    sum: '累加',
    week: '每周一次',
    month: '每月一次',
    quarter: '每季度一次',
    half: '每半年一次',
    year: '每年一次',
    'before-due': '只能在到期以前',
    'any-time': '到期以后也可以',
    unasked: '不用申请',
  },
  parts: { lead: '主办', assist: '协办', separate: '分办', joint: '会办', subordinate: '下办', copy: '抄送' },
  statuses: {
    open: '待办',
    paused: '中止计时',
    met: '已完成',
    lapsed: '到期了结',
    overdue: '已逾期',
    cancelled: '已取消',
    deducted: '已扣分',
  },
  unit: (unit) => units[unit].replace('个', ''),
  period: (amount, unit) => `${amount}${units[unit]}`,
  withPart: (unit, part) => `${unit}（${part}）`,
  leads: (person) => `${person}（领衔）`,
  condition: {
    always: '任何情形',
    never: '没有这种情形',
    all: (parts) => parts.join('，且'),
    any: (parts) => parts.join('，或者'),
    group: (text) => `（${text}）`,
    is: (field, values, isNot) => `${field}${not(isNot, '为', '不是')}${values}`,
    holds: (field, values, isNot) => `${field}${not(isNot, '包含', '不包含')}${values}`,
    between: (field, bounds, isNot) => `${field}${between(bounds, isNot)}`,
    length: (field, bounds, { isText, isNot }) =>
      isText ? `${field}的字数${between(bounds, isNot)}` : howMany(field, '个', bounds, isNot),
    filled: (field, isFilled) => `${isFilled ? '已写明' : '没有写明'}${field}`,
    same: (field, other, isNot) => `${field}与${other}${not(isNot, '相同', '不同')}`,
    assigned: (part, field, isNot) =>
      part === null
        ? `所选单位中${not(isNot, '有', '没有')}${field}所指的单位`
        : `所选的${part}单位${not(isNot, '是', '不是')}${field}所指的单位`,
    count: (act, bounds, isNot) => {
      const { atLeast, atMost } = bounds
      if (!isNot) return times(act, bounds)
      if (atLeast === null) return times(act, { atLeast: (atMost ?? 0) + 1, atMost: null })
      return atMost === null ? times(act, { atLeast: null, atMost: atLeast - 1 }) : `并非${times(act, bounds)}`
    },
    apart: (count, period) => `${count}（相隔不到${period}的算一次）`,
    latest: (acts, since, isNot) => {
      if (since === null) return `${not(isNot, '已经办过', '还没有办过')}${acts}`
      return isNot ? `没有办过${acts}，或者办过以后又办了${since}` : `已经办过${acts}，以后没有再办${since}`
    },
    duty: (duty, statuses, isNot) => `义务${duty}${not(isNot, '是', '不是')}${statuses}`,
    owed: (duty, isNot) => (isNot ? `没有${duty}要办` : `还有${duty}要办`),
    stage: (stages, isNot) => `事项${not(isNot, '处于', '不处于')}${stages}环节`,
    part: (parts, isNot) => `该单位${not(isNot, '是', '不是')}${parts}单位`,
    shares: {
      every: (parts, stages) => (stages === null ? `有${whose(parts)}` : `${whose(parts)}全部处于${stages}`),
      some: (parts, stages) => (stages === null ? `有${whose(parts)}` : `有${whose(parts)}处于${stages}`),
      none: (parts, stages) => (stages === null ? `没有${whose(parts)}` : `没有${whose(parts)}处于${stages}`),
      notEvery: (parts, stages) => (stages === null ? `没有${whose(parts)}` : `${whose(parts)}没有全部处于${stages}`),
    },
    items: {
      every: (such, stages) => `${suchItems(such)}${stages === null ? '都有' : `全部处于${stages}`}`,
      some: (such, stages) => `有${suchItems(such)}${stages === null ? '' : `处于${stages}`}`,
      none: (such, stages) => `没有${suchItems(such)}${stages === null ? '' : `处于${stages}`}`,
      notEvery: (such, stages) => `${suchItems(such)}${stages === null ? '没有' : `没有全部处于${stages}`}`,
    },
    itemCount: (such, stages, bounds, isNot) =>
      howMany(`${suchItems(such)}${stages === null ? '' : `处于${stages}的`}`, '项', bounds, isNot),
    begun: {
      every: (matter, stands) => `${heldZh(matter, stands)}${allZh(stands)}`,
      some: (matter, stands) =>
        `${heldZh(matter, stands)}至少有一件${isSaid(stands) ? fitsZh(stands) : stands ? '已经办结' : '还没有办结'}`,
      none: (matter, stands) =>
        `${heldZh(matter, stands)}${isSaid(stands) ? `没有一件${fitsZh(stands)}` : stands ? '没有一件办结' : '没有还在办理的'}`,
      everyIfAny: (matter, stands) => `${heldZh(matter, stands)}${allZh(stands)}（一件也没有的也算）`,
      notEvery: (matter, stands) => `${heldZh(matter, stands)}没有${allZh(stands)}`,
    },
    first: (matter, field, where, isNot) =>
      `${field}所指的${not(isNot, '是', '不是')}${heldZh(matter, null)}中${where === null ? '' : `${fitsZh(where)}的`}第一件`,
    asMany: (matter, field, where, isNot) =>
      `${heldZh(matter, null)}${where === null ? '的' : `中${fitsZh(where)}的`}件数与${field}${not(isNot, '相符', '不符')}`,
    half: (field, of, isNot) => `${field}${not(isNot, '超过', '不超过')}${of}的半数`,
    viewer: (by, field, of, isNot) => {
      if (of === 'people') return `${who[by]}${not(isNot, '在', '不在')}${field}之列`
      return of === 'unit'
        ? `${who[by]}的单位${not(isNot, '就是', '不是')}${field}所指的单位`
        : `${who[by]}${not(isNot, '就是', '不是')}${field}所指的人`
    },
    unitKind: (field, kinds, isNot) => `${field}${not(isNot, '有', '没有')}${kinds}`,
    signOff: (signOff, standings, isNot) => `${signOff}${not(isNot, '', '不是')}${standings}`,
    actor: (by, roles, isNot) => `${who[by]}${not(isNot, '是', '不是')}${roles}`,
    day: (field, side, isNot) =>
      `${field}${{ from: not(isNot, '是当天或以后', '早于当天'), until: not(isNot, '是当天或以前', '晚于当天'), on: not(isNot, '就是当天', '不是当天') }[side]}`,
    over: (field, period, act, isNot) => `${field}距${act}${not(isNot, '超过', '不超过')}${period}`,
  },
  fact: {
    unknown: '现在还没有写明',
    value: (value) => `现为${value}`,
    other: (value, other, found) => `现为${value}，${other}为${found}`,
    day: (value, today) => `现为${value}，今天是${today}`,
    length: (length, isText) => (isText ? `现在${length}字` : `现在${length}个`),
    times: (count) => (count === 0 ? '现在还没有办过' : `现在办过${count}次`),
    latest: (act) => (act === null ? '现在都还没有办过' : `最近办的是${act}`),
    noDuty: '现在没有这项义务',
    statuses: (statuses) => `现为${statuses}`,
    stage: (stage) => `现处于${stage}`,
    part: (part) => (part === null ? '现在不是承办单位' : `现为${part}单位`),
    share: (part, stages) => `${part}单位处于${stages}`,
    shares: (shares) => (shares.length === 0 ? '现在没有承办单位' : `现在${shares.join('，')}`),
    items: (item, count, stages) =>
      count === 0 ? `现在没有${item}` : `现在有${count}项${item}${stages === null ? '' : `，处于${stages}`}`,
    begun: (count, ended) =>
      ended === null
        ? count === 0
          ? '现在一件也没有'
          : `现在有${count}件`
        : count === 0
          ? '现在没有引出事项'
          : `现在引出${count}件，办结${ended}件`,
    unitKinds: (kinds) => (kinds === null ? '现在写明的单位没有定类别' : `现在写明的是${kinds}`),
    signOff: (standing) => `现在${standing}`,
    role: (role) => (role === null ? '现在无人办理' : `现为${role}`),
  },
}

const isSaid = (stands: boolean | Fitting): stands is Fitting => typeof stands !== 'boolean'

/** One condition stands by itself; several are held together. */
const fitsZh = ({ says, isSeveral }: Fitting): string => (isSeveral ? `符合（${says}）` : says)

const heldZh = (matter: string | null, stands: boolean | Fitting | null): string =>
  `${typeof stands === 'boolean' ? '由此引出' : '本件所含'}的${matter ?? '事项'}`
const allZh = (stands: boolean | Fitting): string =>
  isSaid(stands) ? `全部${fitsZh(stands)}` : stands ? '全部办结' : '全部没有办结'
