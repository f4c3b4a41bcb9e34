import type { OfficeEvent } from '../../core/index.js'
import type { NewNotice } from '../../store/index.js'
import type { OfficeRecord } from './office-record.js'

/** Who is told of a rung that was reached: the offices and leaders whom it urges, or to whom it refers. Texts are made when they are read. */
export const officeNotices = ({ givens, regulation }: OfficeRecord, events: readonly OfficeEvent[]): readonly NewNotice[] =>
  events.flatMap((event) => {
    if (event.kind !== 'rung') return []
    const versions = givens.map(({ program }) => program.regulation)
    const found = versions.findLast(({ officeDuties }) => officeDuties[event.duty]?.ladder.some(({ id }) => id === event.rung))
    const rung = found?.officeDuties[event.duty]?.ladder.find(({ id }) => id === event.rung)
    const told = [...new Set([...(rung?.urges ?? []), ...(rung?.refersTo == null ? [] : [rung.refersTo])])]
    return told
      .filter((role) => ['office', 'leader'].includes(found?.roles[role]?.kind ?? ''))
      .map((role) => ({ to: { role }, kind: 'rung', body: { office: regulation, seq: event.seq } }))
  })
