import { type Calendar, type DutyState, dueText, type Given, instantText, isSettled, type Regulation } from '../../core/index.js'
import { nearest } from '../format/nearest.js'
import { each } from '../grammar/reading.js'
import { wallTime } from './check-expectation.js'
import { checkReminded } from './check-told.js'
import { type Difference, differs } from './difference.js'
import type { RoundMatter } from './round-matter.js'
import type { Expectation, ExpectedOfficeDuty } from './schema-scenario.js'

/** Under which days, and what the core is given of one of its matters now. */
type Looking = { readonly calendar: Calendar; readonly givenOf: (one: RoundMatter) => Given }

/** Compares what the office itself owes with what a scenario expects. */
export function checkOfficeExpectation(
  { officeDuties, noOfficeDuties }: Expectation,
  matters: readonly RoundMatter[],
  { calendar, givenOf }: Looking,
): readonly Difference[] {
  return [
    ...each(officeDuties, []).flatMap(({ value }) => expected(value, matters, { calendar, givenOf })),
    ...each(noOfficeDuties, []).flatMap(({ value }) => {
      const owed = matters.filter((one) => (one.rule.id === value || keyOf(one) === value) && !isSettled(one.duty.status))
      return owed.length === 0
        ? []
        : [{ what: `noOfficeDuties.${value}`, expected: [], actual: owed.map((one) => brief(one, calendar)) }]
    }),
  ]
}

/** Without a period the latest that opened is meant. */
function expected(
  wanted: ExpectedOfficeDuty,
  matters: readonly RoundMatter[],
  { calendar, givenOf }: Looking,
): readonly Difference[] {
  const period = wanted.period === undefined ? null : String(wanted.period)
  const found = matters.findLast(({ rule, round }) => rule.id === wanted.duty && (period === null || round.id === period))
  const at = `officeDuties.${wanted.duty}${period === null ? '' : `@${period}`}`
  if (found === undefined) return [{ what: at, expected: wanted, actual: matters.map((one) => brief(one, calendar)) }]
  const { duty } = found
  return [
    ...differs(`${at}.status`, wanted.status, duty.status),
    ...differs(`${at}.due`, wanted.due == null ? wanted.due : wallTime(wanted.due), dueOf(found, calendar)),
    ...differs(`${at}.alert`, wanted.alert, duty.alert),
    ...differs(`${at}.late`, wanted.late, duty.isLate),
    ...differs(`${at}.workdaysLate`, wanted.workdaysLate, duty.workdaysLate),
    ...differs(`${at}.provisional`, wanted.provisional, duty.isProvisional),
    ...each(wanted.rungs, []).flatMap(({ value }) => rungDiffers(`${at}.rungs`, named(value), duty, givenOf(found))),
    ...each(wanted.noRungs, []).flatMap(({ value }) =>
      duty.reached.some(({ rung }) => rung === value) ? [{ what: `${at}.noRungs`, expected: [], actual: value }] : [],
    ),
  ]
}

type Rung = Exclude<NonNullable<ExpectedOfficeDuty['rungs']>, string | readonly unknown[]>

/** A rung that is only named has been reached; nothing more is asked of it. */
const named = (written: string | Rung): Rung => (typeof written === 'string' ? { rung: written } : written)

function rungDiffers(what: string, wanted: Rung, duty: DutyState, given: Given): readonly Difference[] {
  const reached = duty.reached.map(({ rung, at }) => `${rung} ${instantText(at, given.calendar.zone)}`)
  const isReached = reached.some((text) =>
    wanted.at === undefined ? text.startsWith(`${wanted.rung} `) : text === `${wanted.rung} ${wanted.at}`,
  )
  if (!isReached) return [{ what, expected: wanted, actual: reached }]
  return checkReminded({ ...wanted, duty: duty.duty }, duty, given)
}

const dueOf = ({ duty }: RoundMatter, { zone }: Calendar): string | null =>
  duty.dueAt === null ? null : dueText(duty.dueAt, zone)

const keyOf = ({ rule, round }: RoundMatter): string => `${rule.id}@${round.id}`

const brief = (one: RoundMatter, calendar: Calendar): string => `${keyOf(one)} ${one.duty.status} ${dueOf(one, calendar) ?? '-'}`

/** Duties of the office that a step names and the regulation does not know. */
export function unknownOfficeNames(expect: Expectation, { officeDuties }: Regulation): readonly Difference[] {
  const known = Object.keys(officeDuties)
  const unknown = (what: string, word: string, among: readonly string[]): readonly Difference[] =>
    among.includes(word) ? [] : [{ what, expected: nearest(word, among) ?? among, actual: word }]
  return [
    ...each(expect.officeDuties, []).flatMap(({ value }) => [
      ...unknown('officeDuties', value.duty, known),
      ...[...each(value.rungs, []), ...each(value.noRungs, [])].flatMap((rung) =>
        unknown(
          'rungs',
          named(rung.value).rung,
          (officeDuties[value.duty]?.life.duties[value.duty]?.ladder ?? []).map(({ id }) => id),
        ),
      ),
    ]),
    ...each(expect.noOfficeDuties, []).flatMap(({ value }) => unknown('noOfficeDuties', value.split('@')[0] ?? '', known)),
  ]
}
