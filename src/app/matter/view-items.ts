import type { ItemView, TimelineEntry } from '../../contract/index.js'
import {
  type DutyState,
  type ItemState,
  isFilled,
  type MatterState,
  type Payload,
  type Regulation,
  type Sight,
  sightWithin,
} from '../../core/index.js'
import type { Showing } from '../showing.js'
import { moment, named, unitNamed } from './view-parts.js'
import { valueText } from './view-values.js'

type Seeing = { readonly state: MatterState; readonly sight: Sight; readonly duties: readonly DutyState[] }

/** The items of a matter, in the order in which they were stated, but for those of which a viewer is told nothing: not even that there are any. */
export const itemViews = (showing: Showing, { state, sight, duties }: Seeing): ItemView[] =>
  state.items
    .filter((item) => isTold(item, sight, duties))
    .map((item) => {
      const { regulation } = showing.program
      const { zone } = showing.office.calendar
      const unit = state.assignments.find(({ id }) => id === item.assignment)?.unit ?? null
      return {
        id: item.id,
        above: item.above,
        kind: named(showing, item.kind, regulation.items[item.kind]?.name),
        name: itemName(showing, item, sight),
        stage: named(showing, item.stage, regulation.itemStages[item.stage]?.name),
        unit: unit === null ? null : unitNamed(showing, unit),
        since: moment(item.since, zone),
        endedAt: item.endedAt === null ? null : moment(item.endedAt, zone),
        stated: statedOf(showing, item.facts, sight),
        clock: duties.find((duty) => duty.item === item.id && isRunning(duty))?.key ?? null,
      }
    })

/** An item all of whose words are hidden, and in which nothing is owed that its viewer is told of, tells by its place alone how many there are. */
function isTold({ id, facts }: ItemState, sight: Sight, duties: readonly DutyState[]): boolean {
  const stated = Object.keys(facts).filter((field) => isFilled(facts[field]))
  return (
    stated.length === 0 || stated.some((field) => sight.fields[field]?.as !== 'hidden') || duties.some(({ item }) => item === id)
  )
}

const isRunning = ({ status, dueAt }: DutyState): boolean =>
  status === 'paused' || ((status === 'open' || status === 'overdue') && dueAt !== null)

/** Field by field in the order of the regulation, as far as the viewer may see it. */
function statedOf(showing: Showing, facts: Payload, sight: Sight): TimelineEntry['stated'] {
  return Object.values(showing.program.regulation.fields).flatMap((field) => {
    const value = facts[field.id]
    if (!isFilled(value) || sight.fields[field.id]?.as !== 'shown') return []
    return [{ field: field.id, name: named(showing, field.id, field.name).name, value: valueText(showing, field, value) }]
  })
}

/** What an item is called: what the first of its fields says, else its kind and its place. */
export function itemName(
  showing: Showing,
  { id, kind, facts }: Pick<ItemState, 'id' | 'kind' | 'facts'>,
  sight: Sight | null,
): string {
  const { items, fields } = showing.program.regulation
  const first = fields[items[kind]?.needs[0] ?? '']
  const isSeen = first !== undefined && (sight === null || sight.fields[first.id]?.as === 'shown')
  const said = isSeen ? valueText(showing, first, facts[first.id]) : ''
  return said === '' ? `${named(showing, kind, items[kind]?.name).name} ${id}` : said
}

/** The same of the item by its place; null where it is about none. */
export const itemNamed = (
  showing: Showing,
  { items }: MatterState,
  id: number | null | undefined,
  sight: Sight,
): string | null => {
  const item = items.find((each) => each.id === id)
  return item === undefined ? null : itemName(showing, item, sightWithin(sight, item.assignment))
}

/** What names an item in its own words; null where it is about none, or these are not for its viewer. */
export function itemSaid(showing: Showing, { items }: MatterState, id: number | null, sight: Sight): string | null {
  const item = items.find((each) => each.id === id)
  const first = item === undefined ? undefined : showing.program.regulation.items[item.kind]?.needs[0]
  if (item === undefined || first === undefined || !isFilled(item.facts[first])) return null
  const within = sightWithin(sight, item.assignment)
  return within.fields[first]?.as === 'shown' ? itemName(showing, item, within) : null
}

/** The field that names items of a kind, where nobody is kept from reading it: lists show everybody the same row. */
export function openNameField({ items, visibility }: Regulation, kind: string): string | null {
  const first = items[kind]?.needs[0] ?? null
  return first !== null && visibility.fields.some(({ fields }) => fields.includes(first)) ? null : first
}
