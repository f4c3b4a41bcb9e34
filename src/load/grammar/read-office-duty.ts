import type { OfficeDuty, OfficeLimit } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { ladderOf } from './read-duty.js'
import { limitOf } from './read-limit.js'
import { tableOf } from './read-parts.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import type { OfficeDutyInput, OfficeLimitInput } from './schema-office-duties.js'

export const officeDutiesIn = (reading: Reading): Readonly<Record<string, OfficeDuty>> =>
  tableOf(reading.input.officeDuties, ['officeDuties'], (id, written, path) => officeDutyOf(reading, id, written, path))

function officeDutyOf(reading: Reading, id: string, written: OfficeDutyInput, path: Path): OfficeDuty {
  const at = (key: string): Path => [...path, key]
  const kind = reading.input.roles?.[written.holder]?.kind ?? written.holder
  if (reading.known('role').includes(written.holder) && kind !== 'office' && kind !== 'leader') {
    reading.report(at('holder'), 'no-office', { word: written.holder })
  }
  return {
    id,
    name: nameOf(written.name),
    holder: reading.name('role', written.holder, at('holder')),
    every: written.every,
    opens: written.opens ?? 'period-end',
    within: written.within === undefined ? null : officeLimitOf(reading, written.within, at('within')),
    discretion: written.discretion === undefined ? null : reading.name('discretion', written.discretion, at('discretion')),
    needs: statedOf(reading, written.needs, at('needs')),
    takes: statedOf(reading, written.takes, at('takes')),
    ladder: ladderOf(reading, written.ladder, at('ladder')),
    clause: clausesOf(reading, written.clause, at('clause')),
    note: written.note ?? '',
  }
}

/** Fields by name. None of identity: the office's record has no sealed place for it, and no citizen in it. */
function statedOf(reading: Reading, written: OfficeDutyInput['needs'], path: Path): readonly string[] {
  for (const { value, path: at } of each(written, path)) {
    if (reading.input.fields?.[value]?.identity === true) reading.report(at, 'no-identity-here', { field: value })
  }
  return named(reading, 'field', written, path)
}

const kinds = ['workdays', 'calendarDays', 'months', 'yearly', 'periods'] as const

function officeLimitOf(reading: Reading, written: OfficeLimitInput, path: Path): OfficeLimit {
  const given = kinds.filter((kind) => written[kind] !== undefined)
  if (given.length !== 1) reading.report(path, 'exactly-one', { words: kinds.join(', ') }, 'key')
  const { periods, ...rest } = written
  const [clause] = clausesOf(reading, written.clause, [...path, 'clause'])
  if (periods !== undefined || given.length !== 1) {
    return { kind: 'periods', periods: periods ?? 1, ...(clause === undefined ? {} : { clause }) }
  }
  const limit = limitOf(reading, rest, path)
  if (limit.kind !== 'period' && limit.kind !== 'yearly') throw new Error(`no limit of an office: ${limit.kind}`)
  return limit
}
