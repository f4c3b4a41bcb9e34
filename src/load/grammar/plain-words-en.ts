import type { PeriodUnit } from '../../core/index.js'
import { listComma } from '../../core/index.js'
import type { Bounds, Fitting, PlainWords, SuchItems } from './plain-words.js'

const units: Readonly<Record<PeriodUnit, string>> = {
  workdays: 'workday',
  calendarDays: 'day',
  months: 'month',
  hours: 'hour',
  minutes: 'minute',
}

const not = (isNot: boolean, yes: string, no: string): string => (isNot ? no : yes)

const joined = (names: readonly string[], last: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`

const often = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

const between = ({ atLeast, atMost }: Bounds, isNot: boolean): string => {
  if (atLeast !== null && atLeast === atMost) return `${not(isNot, 'is', 'is not')} ${atLeast}`
  if (atLeast !== null && atMost !== null) return `${not(isNot, 'is', 'is not')} between ${atLeast} and ${atMost}`
  if (atLeast !== null) return not(isNot, `is ${atLeast} or more`, `is below ${atLeast}`)
  return not(isNot, `is ${atMost ?? ''} or less`, `is above ${atMost ?? ''}`)
}

const times = (act: string, { atLeast, atMost }: Bounds): string => {
  if (atMost === 0) return `${act} has not been done yet`
  if (atLeast !== null && atMost !== null)
    return atLeast === atMost ? `${act} has been done ${often(atLeast)}` : `${act} has been done ${atLeast} to ${atMost} times`
  if (atMost !== null) return `${act} has been done ${often(atMost)} at most`
  return atLeast === 1 ? `${act} has been done` : `${act} has been done at least ${often(atLeast ?? 0)}`
}

const whose = (parts: string | null): string => (parts === null ? 'unit' : `${parts} unit`)
const suchItems = ({ item, where }: SuchItems): string => (where === null ? item : `${item} (of which ${where})`)
const who = { acts: 'whoever acts', looks: 'the viewer' } as const

/** English. */
export const sayEnglish: PlainWords = {
  and: (names) => joined(names, 'and'),
  or: (names) => joined(names, 'or'),
  noneOf: (names) => `any of ${joined(names, 'or')}`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  comma: listComma.en,
  semicolon: '; ',
  identity: 'identity',
  platform: 'the platform by rule',
  role: (name) => `${/^(A|An|Another|Any|Each|The) /.test(name) ? '' : 'the '}${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  offered: {
    highest: 'the highest',
    sum: 'the sum',
    week: 'each week',
    month: 'each month',
    quarter: 'each quarter',
    half: 'each half-year',
    year: 'each year',
    'before-due': 'before the due time alone',
    'any-time': 'after the due time too',
    unasked: 'without being asked for',
  },
  parts: { lead: 'lead', assist: 'assisting', separate: 'separate', joint: 'joint', subordinate: 'subordinate', copy: 'copied' },
  statuses: {
    open: 'open',
    paused: 'paused',
    met: 'met',
    lapsed: 'lapsed',
    overdue: 'overdue',
    cancelled: 'cancelled',
    deducted: 'one that took points',
  },
  unit: (unit) => `${units[unit]}s`,
  period: (amount, unit) => `${amount} ${units[unit]}${amount === 1 ? '' : 's'}`,
  withPart: (unit, part) => `${unit} (${part})`,
  leads: (person) => `${person} (leading)`,
  condition: {
    always: 'in every case',
    never: 'in no case',
    all: (parts) => parts.join(' and '),
    any: (parts) => parts.join(' or '),
    group: (text) => `(${text})`,
    is: (field, values, isNot) => `${field} ${not(isNot, 'is', 'is not')} ${values}`,
    holds: (field, values, isNot) => `${field} ${not(isNot, 'includes', 'does not include')} ${values}`,
    between: (field, bounds, isNot) => `${field} ${between(bounds, isNot)}`,
    length: (field, bounds, { isText, isNot }) =>
      `the number of ${isText ? 'characters' : 'entries'} in ${field} ${between(bounds, isNot)}`,
    filled: (field, isFilled) => `${field} ${isFilled ? 'is stated' : 'is not stated'}`,
    same: (field, other, isNot) => `${field} and ${other} ${not(isNot, 'are the same', 'differ')}`,
    assigned: (part, field, isNot) =>
      part === null
        ? `${not(isNot, 'one', 'none')} of the units chosen is the one named in ${field}`
        : `the ${part} unit chosen ${not(isNot, 'is', 'is not')} the one named in ${field}`,
    count: (act, bounds, isNot) => {
      const { atLeast, atMost } = bounds
      if (!isNot) return times(act, bounds)
      if (atLeast === null) return times(act, { atLeast: (atMost ?? 0) + 1, atMost: null })
      return atMost === null ? times(act, { atLeast: null, atMost: atLeast - 1 }) : `it is not so that ${times(act, bounds)}`
    },
    apart: (count, period) => `${count} (those less than ${period} apart count as one)`,
    latest: (acts, since, isNot) => {
      if (since === null) return `${acts} ${not(isNot, 'has been done', 'has not been done yet')}`
      return isNot ? `${acts} has not been done, or ${since} came after it` : `${acts} has been done and no ${since} since`
    },
    duty: (duty, statuses, isNot) => `the duty ${duty} ${not(isNot, 'is', 'is not')} ${statuses}`,
    owed: (duty, isNot) => (isNot ? `the duty ${duty} is not owed` : `the duty ${duty} is owed`),
    stage: (stages, isNot) => `the matter ${not(isNot, 'is', 'is not')} at ${stages}`,
    part: (parts, isNot) => `the unit ${not(isNot, 'has', 'does not have')} the ${parts} part`,
    shares: {
      every: (parts, stages) => (stages === null ? `there is a ${whose(parts)}` : `every ${whose(parts)} is at ${stages}`),
      some: (parts, stages) => (stages === null ? `there is a ${whose(parts)}` : `some ${whose(parts)} is at ${stages}`),
      none: (parts, stages) => (stages === null ? `there is no ${whose(parts)}` : `no ${whose(parts)} is at ${stages}`),
      notEvery: (parts, stages) =>
        stages === null ? `there is no ${whose(parts)}` : `not every ${whose(parts)} is at ${stages}`,
    },
    items: {
      every: (such, stages) => (stages === null ? `there is a ${suchItems(such)}` : `every ${suchItems(such)} is at ${stages}`),
      some: (such, stages) => (stages === null ? `there is a ${suchItems(such)}` : `some ${suchItems(such)} is at ${stages}`),
      none: (such, stages) => (stages === null ? `there is no ${suchItems(such)}` : `no ${suchItems(such)} is at ${stages}`),
      notEvery: (such, stages) =>
        stages === null ? `there is no ${suchItems(such)}` : `not every ${suchItems(such)} is at ${stages}`,
    },
    itemCount: (such, stages, bounds, isNot) =>
      `the number of ${suchItems(such)}${stages === null ? '' : ` at ${stages}`} ${between(bounds, isNot)}`,
    begun: {
      every: (matter, stands) => `every ${heldEn(matter, stands)}`,
      some: (matter, stands) => `some ${heldEn(matter, stands)}`,
      none: (matter, stands) => `no ${heldEn(matter, stands)}`,
      everyIfAny: (matter, stands) => `every ${heldEn(matter, stands)} (or there is none)`,
      notEvery: (matter, stands) => `not every ${heldEn(matter, stands)}`,
    },
    first: (matter, field, where, isNot) =>
      `the one in ${field} is ${not(isNot, '', 'not ')}the first ${matter ?? 'matter'} held here${where === null ? '' : ` of which this holds: ${fitsEn(where)}`}`,
    asMany: (matter, field, where, isNot) =>
      `the number of what is held here (${matter ?? 'matters'})${where === null ? '' : ` of which this holds: ${fitsEn(where)}`} ${not(isNot, 'is', 'differs from')} the one in ${field}`,
    half: (field, of, isNot) => `${field} is ${not(isNot, '', 'not ')}more than half of ${of}`,
    viewer: (by, field, of, isNot) => {
      if (of === 'people') return `${who[by]} ${not(isNot, 'is', 'is not')} among those named in ${field}`
      return `${of === 'unit' ? `the unit of ${who[by]}` : who[by]} ${not(isNot, 'is', 'is not')} the one named in ${field}`
    },
    unitKind: (field, kinds, isNot) => `${field} ${not(isNot, 'names', 'does not name')} ${kinds}`,
    signOff: (signOff, standings, isNot) => `${signOff} ${not(isNot, 'is', 'is not')} ${standings}`,
    actor: (by, roles, isNot) => `${who[by]} ${not(isNot, 'is', 'is not')} ${roles}`,
    day: (field, side, isNot) =>
      `${field} ${{ from: not(isNot, 'is today or later', 'lies before today'), until: not(isNot, 'is today or earlier', 'lies after today'), on: not(isNot, 'is today', 'is not today') }[side]}`,
    over: (field, period, act, isNot) => `${field} is ${not(isNot, 'more', 'no more')} than ${period} after ${act}`,
  },
  fact: {
    unknown: 'not stated yet',
    value: (value) => `now ${value}`,
    other: (value, other, found) => `now ${value}; ${other} is ${found}`,
    day: (value, today) => `now ${value}; today is ${today}`,
    length: (length, isText) => `now ${length}${isText ? ' characters' : ''}`,
    times: (count) => (count === 0 ? 'not done yet' : `done ${often(count)} so far`),
    latest: (act) => (act === null ? 'none of these has been done' : `the latest of these was ${act}`),
    noDuty: 'there is no such duty now',
    statuses: (statuses) => `now ${statuses}`,
    stage: (stage) => `now at ${stage}`,
    part: (part) => (part === null ? 'now without a part' : `now ${part}`),
    share: (part, stages) => `${part} unit at ${stages}`,
    shares: (shares) => (shares.length === 0 ? 'there are no units now' : `now ${shares.join(', ')}`),
    items: (item, count, stages) =>
      count === 0
        ? `there is no ${item} now`
        : `now there ${count === 1 ? 'is' : 'are'} ${count} of ${item}${stages === null ? '' : `, at ${stages}`}`,
    begun: (count, ended) =>
      ended === null
        ? `there ${count === 1 ? 'is' : 'are'} ${count === 0 ? 'none' : count} now`
        : count === 0
          ? 'nothing has been begun here'
          : `${ended} of ${count} begun here ended`,
    unitKinds: (kinds) => (kinds === null ? 'the units named have no kind yet' : `now it names ${kinds}`),
    signOff: (standing) => `now ${standing}`,
    role: (role) => (role === null ? 'nobody now' : `now ${role}`),
  },
}

/** One condition stands by itself; several are held together. */
const fitsEn = ({ says, isSeveral }: Fitting): string => (isSeveral ? `(${says})` : says)

const heldEn = (matter: string | null, stands: boolean | Fitting): string =>
  typeof stands !== 'boolean'
    ? `${matter ?? 'matter'} held here is such that ${fitsEn(stands)}`
    : `${matter ?? 'matter'} begun here ${stands ? 'has ended' : 'is still open'}`
