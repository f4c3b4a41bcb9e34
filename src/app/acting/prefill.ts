import type { FieldView } from '../../contract/index.js'
import type { Field, Given } from '../../core/index.js'
import { moment } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'
import { overviewWords } from '../words/overview.js'

/** 预填. What a form of the staff is begun with: the present day or minute, or the unit that fills it in; of nobody's unit nothing. */
export function prefillView(
  { lang, office }: Showing,
  { now, calendar }: Pick<Given, 'now' | 'calendar'>,
  { prefill, type }: Field,
  unit: string | null,
): Pick<FieldView, 'prefill'> {
  if (prefill === null) return {}
  if (prefill === 'ownUnit') {
    const own = unit === null ? undefined : office.units.get(unit)
    return own === undefined ? {} : { prefill: type === 'unit' ? own.unit : own.name }
  }
  const { shown } = moment(now, calendar.zone)
  if (type === 'time') return { prefill: shown }
  const day = shown.slice(0, 10)
  return { prefill: type === 'date' ? day : overviewWords[lang].paperDay(day) }
}
