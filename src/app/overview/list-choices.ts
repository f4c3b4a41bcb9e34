import type { AlertView, MatterChoices, Named } from '../../contract/index.js'
import type { Regulation } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { seesRounds } from '../gate.js'
import { alertView, named, unitNamed } from '../matter/view-parts.js'
import { type Sorting, sortingField } from '../meaning-of.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'

/** Where a choice is the same under every regulation, its words stand here. */
const rounds = [
  { id: 'beside', name: { zh: '一并显示', en: 'shown too' } },
  { id: 'only', name: { zh: '只看机构义务', en: 'nothing else' } },
]

/** What the list of matters can be narrowed to: in the words of every regulation that matters here run under. */
export async function listChoices(deps: Deps, { office, actor, lang }: Viewer): Promise<MatterChoices> {
  const showing = showingOf(office, lang)
  const held = await deps.store.overview.regulationsHeld(office.id)
  const all = [
    ...office.programs.map(({ regulation }) => regulation),
    ...held.flatMap((id) => [...(deps.library.regulations.get(id) ?? [])].reverse()),
  ]
  const options = (by: Sorting) => all.flatMap((each) => sortingField(each, by)?.options ?? [])
  return {
    stage: distinct(
      all.flatMap(({ stages }) => Object.values(stages)),
      showing,
    ),
    category: distinct(options('category'), showing),
    channel: distinct(options('channel'), showing),
    unit: [...office.units.values()].map(({ unit }) => unitNamed(showing, unit)),
    alert: alertsOf(all, showing),
    regulation: distinct(
      all.map(({ id, shortTitle }) => ({ id, name: shortTitle })),
      showing,
    ),
    rounds: seesRounds(office, actor.role) ? distinct(rounds, showing) : [],
  }
}

/** Versions share most words: the newest name of each stands. */
function distinct(all: readonly { readonly id: string; readonly name: Regulation['title'] }[], { lang }: Showing): Named[] {
  const found = new Map<string, Named>()
  for (const { id, name } of all) if (!found.has(id)) found.set(id, { id, name: nameIn(lang, name) })
  return [...found.values()]
}

function alertsOf(all: readonly Regulation[], showing: Showing): AlertView[] {
  const found = new Map<string, AlertView>()
  for (const { alerts } of all) {
    for (const { id, name, rank, colour } of Object.values(alerts)) {
      const known = alertView(showing, id) ?? { id, name: named(showing, id, name).name, rank, colour }
      if (!found.has(id)) found.set(id, known)
    }
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank)
}
