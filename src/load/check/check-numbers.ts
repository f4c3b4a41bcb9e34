import type { Clause, ClauseRef } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { resolveClauses } from '../grammar/citations.js'
import { type Counted, type CountedNumber, numbersIn } from './numbers-in.js'
import type { Checked, Remark, RuleCheck } from './rule-check.js'

/** Keys whose number is the law's: days, hours, points, how often, how much in all. */
const lawful: ReadonlySet<string> = new Set([
  'workdays',
  'calendarDays',
  'months',
  'hours',
  'minutes',
  'deduct',
  'points',
  'most',
  'total',
])
/** In `extend` this is the law's too; on an act it often only says "not again". */
const inExtend = 'times'

/** What a walk through the rules carries along: where it is, and the clauses cited here and above. */
type Walk = { readonly path: Path; readonly cited: readonly string[] }

/** A number that none of the clauses cited with it speaks of was invented, or cites the wrong clause. */
const numberFromNowhere: RuleCheck = (checked) =>
  ['acts', 'duties', 'officeDuties', 'assessment'].flatMap((table) =>
    Object.entries(recordIn(recordIn(checked.raw)[table])).flatMap(([id, rule]) =>
      walk(rule, { path: [table, id], cited: [] }, checked),
    ),
  )

function walk(value: unknown, { path, cited }: Walk, checked: Checked): readonly Remark[] {
  // A courtesy is the platform's own and replaces nothing.
  if (recordIn(value).courtesy === true) return []
  if (Array.isArray(value)) return value.flatMap((entry, index) => walk(entry, { path: [...path, index], cited }, checked))
  const record = recordIn(value)
  const here = { path, cited: [...cited, ...[record.clause ?? []].flat().map(String)] }
  return Object.entries(record).flatMap(([key, entry]) => {
    // How long a text on a paper may be is its form, not the law's.
    if (key === 'documents') return []
    const at = { ...here, path: [...path, key] }
    const isLawful = lawful.has(key) || (key === inExtend && path.at(-1) === 'extend')
    return isLawful && typeof entry !== 'object' ? remark(entry, at, checked) : walk(entry, at, checked)
  })
}

function remark(written: unknown, { path, cited }: Walk, checked: Checked): readonly Remark[] {
  const { regulation } = checked
  const parameter = typeof written === 'string' ? regulation.parameters[written.replace(/^\$/, '')] : undefined
  const stated = parameter?.value ?? written
  // What costs points is written below nothing, and said as a number.
  const amount = typeof stated === 'number' ? Math.abs(stated) : stated
  const clauses = resolveClauses([...cited, ...(parameter?.clause ?? [])], regulation.clauses)
  if (typeof amount !== 'number' || amount === 0 || isSaid(amount, path, clausesNamed(clauses, checked))) return []
  const shown = [...new Set(clauses)].join(' ')
  const args = { number: String(amount), clauses: shown === '' ? '*' : shown, parameter: parameter?.id ?? '' }
  return [{ code: parameter === undefined ? 'number-without-clause' : 'number-by-parameter', path, args }]
}

const clausesNamed = (ids: readonly ClauseRef[], { regulation }: Checked): readonly Clause[] =>
  ids.flatMap((id) => regulation.clauses[id] ?? [])

/** What each key counts, and how else the same length can be said: 48 hours are two days, six months half a year. */
const counts: Readonly<Record<string, readonly (readonly [Counted, number])[]>> = {
  workdays: [['days', 1]],
  calendarDays: [
    ['days', 1],
    ['weeks', 7],
  ],
  months: [
    ['months', 1],
    ['years', 12],
  ],
  hours: [
    ['hours', 1],
    ['days', 24],
  ],
  minutes: [
    ['minutes', 1],
    ['hours', 60],
  ],
  deduct: [['points', 1]],
  points: [['points', 1]],
  most: [['points', 1]],
  total: [['days', 1]],
  times: [['times', 1]],
}

function isSaid(amount: number, path: Path, clauses: readonly Clause[]): boolean {
  const said = clauses.map(({ zh, en }) => `${zh}\n${en}`)
  const unit = String(path.at(-1))
  const ways = counts[unit] ?? []
  const fits = ({ value, counts: what }: CountedNumber): boolean =>
    what === null ? value === amount : ways.some(([counted, size]) => counted === what && value * size === amount)
  if (unit === 'total' && isDifference(amount, said)) return true
  return said.some((text) => numbersIn(text).some(fits) || isSaidInWords(amount, unit, text)) || isLateBySaid(amount, path, said)
}

/** Five days, ten in all: five may be added. */
function isDifference(amount: number, said: readonly string[]): boolean {
  const days = said.flatMap((text) => numbersIn(text).filter((each) => each.counts === 'days'))
  return days.some((all) => days.some((first) => all.value - first.value === amount))
}

/** The first day late begins with the due time: that it is late is all a text need say. More than three days late is the fourth. */
function isLateBySaid(amount: number, path: Path, said: readonly string[]): boolean {
  if (path.at(-2) !== 'late' || !['workdays', 'calendarDays'].includes(String(path.at(-1)))) return false
  if (amount === 1) return said.some((text) => /逾期|超期|超时|过期|[未不]按[时期]|到[时期]未|late|overdue/i.test(text))
  const passed = said.filter((text) => /超过|多于|以上|满|more than|over|beyond|after/i.test(text))
  return passed.some((text) => numbersIn(text).some(({ value, counts: what }) => what === 'days' && value === amount - 1))
}

/** Lengths that have no figure: 次日, 当日, a month, a quarter. */
function isSaidInWords(amount: number, unit: string, text: string): boolean {
  if (
    amount === 1 &&
    /次日|翌日|隔日|\b(a|an|each|next|per) (work|working |calendar )?(day|hour|month|minute|point)\b/i.test(text)
  )
    return true
  if (unit === 'hours' && amount === 24) return /当日|当天|即日|\bsame day\b/i.test(text)
  return unit === 'months' && ((amount === 3 && /季/.test(text)) || (amount === 12 && /每年|年度/.test(text)))
}

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

export const numberChecks: readonly RuleCheck[] = [numberFromNowhere]
