import { cycles } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from '../grammar/reading.js'
import type { OfficeDutyInput } from '../grammar/schema-office-duties.js'
import { type DutyNames, rungEdits } from './mutate-duty.js'
import { change, drop, dropEach, limitEdits, nudge, optional, toAnother } from './mutate-parts.js'

/** Ways in which a duty of the office itself could be written otherwise. */
export function officeDutyEdits(written: OfficeDutyInput, path: Path, names: DutyNames): readonly Edit[] {
  const at = (key: string): Path => [...path, key]
  const opens = written.opens ?? 'period-end'
  return [
    { path, what: 'without this duty' },
    ...toAnother(names.roles, written.holder, at('holder')),
    ...toAnother(cycles, written.every, at('every')),
    change(at('opens'), opens, opens === 'period-end' ? 'period-start' : 'period-end'),
    ...drop(written, 'within', path),
    ...limitEdits(written.within, at('within')),
    ...(isRecord(written.within) ? nudge(written.within.periods, [...at('within'), 'periods'], 1) : []),
    ...each(written.needs, at('needs')).map(({ value }) => optional(written, value, path)),
    ...dropEach(written.ladder, at('ladder')),
    ...each(written.ladder, at('ladder')).flatMap(({ value, path: place }, index) =>
      rungEdits(value, place, names.rungs[index] ?? ''),
    ),
  ]
}
