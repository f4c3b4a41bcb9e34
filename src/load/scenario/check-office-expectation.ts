import { type Calendar, dueText, type Regulation } from '../../core/index.js'
import { nearest } from '../format/nearest.js'
import { each } from '../grammar/reading.js'
import { wallTime } from './check-expectation.js'
import { type Difference, differs } from './difference.js'
import type { RoundMatter } from './round-matter.js'
import type { Expectation, ExpectedOfficeDuty } from './schema-scenario.js'

/** Compares what the office itself owes with what a scenario expects. */
export function checkOfficeExpectation(
  { officeDuties, noOfficeDuties }: Expectation,
  matters: readonly RoundMatter[],
  calendar: Calendar,
): readonly Difference[] {
  return [
    ...each(officeDuties, []).flatMap(({ value }) => expected(value, matters, calendar)),
    ...each(noOfficeDuties, []).flatMap(({ value }) => {
      const owed = matters.filter((one) => (one.rule.id === value || keyOf(one) === value) && one.duty.status !== 'met')
      return owed.length === 0
        ? []
        : [{ what: `noOfficeDuties.${value}`, expected: [], actual: owed.map((one) => brief(one, calendar)) }]
    }),
  ]
}

/** Without a period the latest that opened is meant. */
function expected(wanted: ExpectedOfficeDuty, matters: readonly RoundMatter[], calendar: Calendar): readonly Difference[] {
  const period = wanted.period === undefined ? null : String(wanted.period)
  const found = matters.findLast(({ rule, round }) => rule.id === wanted.duty && (period === null || round.id === period))
  const at = `officeDuties.${wanted.duty}${period === null ? '' : `@${period}`}`
  if (found === undefined) return [{ what: at, expected: wanted, actual: matters.map((one) => brief(one, calendar)) }]
  const { duty } = found
  const reached = duty.reached.map(({ rung }) => rung)
  return [
    ...differs(`${at}.status`, wanted.status, duty.status),
    ...differs(`${at}.due`, wanted.due == null ? wanted.due : wallTime(wanted.due), dueOf(found, calendar)),
    ...differs(`${at}.alert`, wanted.alert, duty.alert),
    ...differs(`${at}.late`, wanted.late, duty.isLate),
    ...differs(`${at}.workdaysLate`, wanted.workdaysLate, duty.workdaysLate),
    ...differs(`${at}.provisional`, wanted.provisional, duty.isProvisional),
    ...each(wanted.rungs, []).flatMap(({ value }) =>
      reached.includes(value) ? [] : [{ what: `${at}.rungs`, expected: value, actual: reached }],
    ),
  ]
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
      ...each(value.rungs, []).flatMap((rung) =>
        unknown(
          'rungs',
          rung.value,
          (officeDuties[value.duty]?.life.duties[value.duty]?.ladder ?? []).map(({ id }) => id),
        ),
      ),
    ]),
    ...each(expect.noOfficeDuties, []).flatMap(({ value }) => unknown('noOfficeDuties', value.split('@')[0] ?? '', known)),
  ]
}
