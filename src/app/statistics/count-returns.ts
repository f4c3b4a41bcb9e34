import type { ReturnsView } from '../../contract/index.js'
import { derive, type Payload } from '../../core/index.js'
import { rowFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import { moment, named, optionNamed, unitNamed } from '../matter/view-parts.js'
import { statedViews } from '../matter/view-timeline.js'
import { kindsToChoose } from '../office.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { statisticsWords } from '../words/statistics.js'
import { type MarkedMatter, mostOpened, openBehind } from './open-behind.js'
import { ownUnit, type StatisticsAsked } from './statistics-asked.js'

type Options = Map<string, { name: string; matters: number }>
type Choices = Map<string, { name: string; options: Options }>

/** 退回原因. Why the matters behind `returned` were: by the options of the choices that the acts state, and each act with all it states. */
export async function countReturns(
  deps: Deps,
  viewer: Viewer,
  asked: StatisticsAsked,
): Promise<Outcome<{ returns: ReturnsView }>> {
  const found = await openBehind(deps, viewer, { ...asked, figure: 'returned' })
  if (!found.ok) return found
  const { count, matters } = found.behind
  const choices: Choices = new Map()
  const unit = ownUnit(viewer) ?? asked.part.unit
  const acts = (matters ?? []).flatMap((each) => returnsOf(each, unit, choices))
  return {
    ok: true,
    returns: {
      matters: count,
      most: matters === null ? mostOpened : null,
      unopened: matters === null ? 0 : count - matters.length,
      choices: [...choices].map(([id, { name, options }]) => ({
        ...{ id, name },
        options: [...options]
          .map(([option, each]) => ({ id: option, ...each }))
          .sort((one, other) => other.matters - one.matters || one.id.localeCompare(other.id)),
      })),
      acts,
    },
  }
}

/** Each return of one matter; its options are counted once, however often it was returned for them. */
function returnsOf({ opened, viewer, marks }: MarkedMatter, wanted: string | undefined, choices: Choices): ReturnsView['acts'] {
  const { given, sight, loaded, office } = opened
  const showing = showingOf(office, viewer.lang, given.program)
  const row = matterRowView(showing, rowFor(viewer, opened))
  const files = new Map(loaded.files.map(({ attachment, name }) => [attachment, name]))
  const { assignments } = derive(given)
  const seen = new Set<string>()
  return marks.flatMap((mark) => {
    const unit = mark.unit ?? assignments.find(({ id }) => id === mark.assignment)?.unit ?? null
    const event = given.events.find(({ seq }) => seq === mark.seq)
    if (event?.kind !== 'act' || (wanted !== undefined && wanted !== (unit ?? ''))) return []
    addOptions(showing, event.with, { isShown: (field) => sight.fields[field]?.as === 'shown', seen, choices })
    const reading = { isRequester: false, role: viewer.actor.role, sight, files }
    return [
      {
        matter: { id: row.id, number: row.number, title: row.title },
        at: moment(mark.at, given.calendar.zone),
        act: named(showing, event.act, given.program.regulation.acts[event.act]?.name).name,
        unit: unit === null ? null : unitNamed(showing, unit, mark.at).name,
        stated: statedViews(showing, given, reading, event),
      },
    ]
  })
}

type Adding = { readonly isShown: (field: string) => boolean; readonly seen: Set<string>; readonly choices: Choices }

function addOptions(showing: Showing, stated: Payload, { isShown, seen, choices }: Adding): void {
  const { id, fields } = showing.program.regulation
  const { office, lang } = showing
  const kind = kindsToChoose(office, office.programs, lang).find((each) => each.id === id)
  for (const [field, value] of Object.entries(stated)) {
    const rule = fields[field]
    if (rule === undefined || (rule.type !== 'choice' && rule.type !== 'choices') || !isShown(field)) continue
    const key = `${id} ${field}`
    const { name } = named(showing, field, rule.name)
    const choice = choices.get(key) ?? {
      name: kind === undefined ? name : statisticsWords[lang].dutyOf(kind.name, name),
      options: new Map(),
    }
    choices.set(key, choice)
    for (const option of Array.isArray(value) ? value : [value]) {
      if (typeof option !== 'string' || seen.has(`${key} ${option}`)) continue
      seen.add(`${key} ${option}`)
      const { matters } = choice.options.get(option) ?? { matters: 0 }
      choice.options.set(option, { name: optionNamed(showing, field, option)?.name ?? option, matters: matters + 1 })
    }
  }
}
