import { clausesShown } from '../../core/index.js'
import { type OutboxRow, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { coreEvents } from '../matter/matter-events.js'
import { givenOf } from '../matter/open-matter.js'
import { timeline } from '../matter/view-timeline.js'
import { nowOf } from '../now-of.js'
import { showingOf } from '../showing.js'

/**
 * What is posted to the operator's gateway. It says who is to be told of what, never what the citizen wrote nor who they are:
 * a gateway that sends text messages keeps its own directory of units and officers.
 */
export type OutgoingMessage = {
  /** The same for every attempt: a receiver that has seen it has it. */
  readonly key: string
  readonly government: { readonly id: string; readonly name: string }
  readonly number: string
  readonly to: { readonly role: string; readonly unit: string | null; readonly isRequester: boolean }
  /** What happened, in the office's words: 黄色预警，催办分管领导. */
  readonly what: string
  readonly at: string
  readonly clauses: readonly string[]
}

/** Makes a waiting message from what was recorded, so that sending it twice says the same twice. */
export async function outgoingMessage(deps: Deps, row: OutboxRow & { readonly key: string }): Promise<OutgoingMessage> {
  const office = await deps.offices.get(row.government)
  const loaded = office === null ? null : await deps.store.loadMatter(row.government, row.matter, seesAll)
  if (office === null || loaded === null) throw new Error(`${row.key}: the matter is not there`)
  const given = givenOf(office, loaded, nowOf(deps, office))
  const showing = showingOf(office, 'zh', given.program)
  const about = coreEvents(loaded.events.filter(({ seq }) => seq === row.eventSeq))
  const { role, unit, isRequester } = row.payload as { role: string; unit: string | null; isRequester: boolean }
  const reading = { sight: { sees: 'none', clause: [], fields: {} }, isRequester: false, role, files: new Map() } as const
  const [entry] = timeline(showing, given, reading, about)
  if (entry === undefined) throw new Error(`${row.key}: the event is not there`)
  return {
    key: row.key,
    government: { id: office.id, name: office.government.name },
    number: loaded.row.number,
    to: { role, unit, isRequester },
    what: entry.name,
    at: entry.at.iso,
    clauses: [...clausesShown(entry.clauses, 'zh')],
  }
}
