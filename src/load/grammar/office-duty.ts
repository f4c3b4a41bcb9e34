import { z } from 'zod'
import { cycles, type OfficeDuty, type OfficeLimit } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { change, drop, nudge, optional, toAnother } from './alter.js'
import { limitEdits, limitOf, limitShape } from './limit.js'
import type { Here, Options } from './option.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import { ladderEdits, ladderOf, rung } from './rung.js'
import { clauseRefs, listOf, name, word, words } from './shapes.js'

/** Until when a duty of the office runs: exactly one kind. */
const within = z.strictObject({
  workdays: limitShape.workdays,
  calendarDays: limitShape.calendarDays,
  months: limitShape.months,
  yearly: limitShape.yearly,
  periods: z.number().int().min(1).optional(),
  clause: clauseRefs.optional(),
})

/** No matter stands behind it: nothing to weigh a condition on, no unit whose points could be taken. */
const officeRung = rung.omit({ unless: true, deduct: true, criticisms: true }).meta({ id: 'OfficeRung' })

/** 机构义务 as written. */
export const officeDuty = z
  .strictObject({
    name,
    holder: word,
    every: z.enum(cycles),
    opens: z.enum(['period-end', 'period-start']).optional(),
    within: within.optional(),
    discretion: word.optional(),
    needs: words.optional(),
    takes: words.optional(),
    ladder: listOf(officeRung).optional(),
    clause: clauseRefs.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'OfficeDuty' })
export type OfficeDutyInput = z.infer<typeof officeDuty>

/** Every option of a duty of the office itself. */
export const officeDutyOptions: Options<OfficeDutyInput, OfficeDuty> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  holder: {
    read: holderOf,
    edits: ({ holder }, path, { roles }) => toAnother(roles, holder, [...path, 'holder']),
  },
  every: { read: ({ every }) => every, edits: ({ every }, path) => toAnother(cycles, every, [...path, 'every']) },
  opens: {
    read: ({ opens }) => opens ?? 'period-end',
    edits: ({ opens = 'period-end' }, path) => [
      change([...path, 'opens'], opens, opens === 'period-end' ? 'period-start' : 'period-end'),
    ],
  },
  within: {
    read: (written, { reading, path }) => officeLimitOf(reading, written.within, [...path, 'within']),
    edits: (written, path) => {
      const { periods, ...limit } = written.within ?? {}
      const at = [...path, 'within']
      return [...drop(written, 'within', path), ...limitEdits(limit, at), ...nudge(periods, [...at, 'periods'], 1)]
    },
    limits: () => [],
  },
  discretion: {
    read: ({ discretion }, { reading, path }) =>
      discretion === undefined ? null : reading.name('discretion', discretion, [...path, 'discretion']),
    edits: 'words: nothing hangs on them',
  },
  needs: {
    read: ({ needs }, { reading, path }) => statedOf(reading, needs, [...path, 'needs']),
    edits: (written, path) => each(written.needs, []).map(({ value }) => optional(written, value, path)),
  },
  takes: {
    read: ({ takes }, { reading, path }) => statedOf(reading, takes, [...path, 'takes']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  ladder: {
    read: ({ ladder }, { reading, path }) => ladderOf(reading, ladder, [...path, 'ladder']),
    edits: ({ ladder }, path, among) => ladderEdits(ladder, [...path, 'ladder'], among),
    conditions: () => [],
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  note: { read: ({ note }) => note ?? '', edits: 'words: nothing hangs on them' },
}

function holderOf({ holder }: OfficeDutyInput, { reading, path }: Here): string {
  const kind = reading.input.roles?.[holder]?.kind ?? holder
  if (reading.known('role').includes(holder) && kind !== 'office' && kind !== 'leader') {
    reading.report([...path, 'holder'], 'no-office', { word: holder })
  }
  return reading.name('role', holder, [...path, 'holder'])
}

/** Fields by name. None of identity: the office's record has no sealed place for it, and no citizen in it. */
function statedOf(reading: Reading, written: OfficeDutyInput['needs'], path: Path): readonly string[] {
  for (const { value, path: at } of each(written, path)) {
    if (reading.input.fields?.[value]?.identity === true) reading.report(at, 'no-identity-here', { field: value })
  }
  return named(reading, 'field', written, path)
}

const kinds = ['workdays', 'calendarDays', 'months', 'yearly', 'periods'] as const

function officeLimitOf(reading: Reading, written: OfficeDutyInput['within'], path: Path): OfficeLimit | null {
  if (written === undefined) return null
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
