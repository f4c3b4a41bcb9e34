import { assignmentsIn, type Field, type Limit, type Period, type PeriodUnit, periodUnits, type Value } from '../core/index.js'
import type { Showing } from './showing.js'
import { unitNamed } from './view-parts.js'
import { nameIn } from './words/index.js'

/** A value as people read it. `files` names attachments. */
export function valueText(
  showing: Showing,
  field: Field,
  value: Value | undefined,
  files: ReadonlyMap<string, string> = new Map(),
): string {
  if (value === undefined || value === null) return ''
  const { words } = showing
  switch (field.type) {
    case 'choice':
      return optionName(showing, field, String(value))
    case 'choices':
      return listOf(value)
        .map((each) => optionName(showing, field, each))
        .join(words.comma)
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'unit':
      return unitNamed(showing, String(value)).name
    case 'person':
      return showing.office.people.get(String(value)) ?? String(value)
    case 'assignments':
      return assignmentsIn(value)
        .map(({ unit, role }) => words.withPart(unitNamed(showing, unit).name, words.roles[role]))
        .join(words.comma)
    case 'limit':
      return statedLimit(showing, value)
    case 'attachments':
      return listOf(value)
        .map((id) => files.get(id) ?? id)
        .join(words.comma)
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

const listOf = (value: Value): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

function optionName({ lang }: Showing, field: Field, id: string): string {
  const option = field.options.find((each) => each.id === id)
  return option === undefined ? id : nameIn(lang, option.name)
}

function statedLimit({ words }: Showing, value: Value): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return String(value)
  const [unit, amount] = Object.entries(value as { readonly [key: string]: Value })[0] ?? []
  if (unit === 'on') return words.limits.on(String(amount))
  const known = periodUnits.find((each) => each === unit)
  return known === undefined || typeof amount !== 'number' ? '' : words.period(amount, known)
}

export const periodText = ({ words }: Showing, { amount, unit }: Period): string => words.period(amount, unit as PeriodUnit)

/** A limit of the regulation in words. */
export function limitText(showing: Showing, limit: Limit | null): string {
  const { limits } = showing.words
  if (limit === null) return limits.none
  switch (limit.kind) {
    case 'period':
      return periodText(showing, limit.period)
    case 'yearly':
      return limits.yearly(limit.month, limit.day)
    case 'on':
      return limits.on(limit.day)
    case 'before': {
      const field = showing.program.regulation.fields[limit.field]
      return limits.before(
        periodText(showing, limit.period),
        field === undefined ? limit.field : nameIn(showing.lang, field.name),
      )
    }
    case 'set':
      return limits.set(limit.fallback === null ? null : limitText(showing, limit.fallback))
    case 'shortest':
      return limits.shortest(limit.of.map((each) => limitText(showing, each)))
  }
}
