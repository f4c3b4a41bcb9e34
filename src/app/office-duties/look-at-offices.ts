import { type Instant, officeLookAgainAt, officeRungsToRecord } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { earliest } from './do-office-duty.js'
import { storedOfficeEvents } from './office-events.js'
import { officeNotices } from './office-notices.js'
import { begin, bindsOffice, openOfficeRecord } from './office-record.js'

const atOnce = 50
const begun = new WeakMap<Deps, Set<string>>()

/** What time does by itself to what the offices owe: rungs that were reached take effect, once. Answers how many records were looked at. */
export async function lookAtOffices(
  deps: Deps,
  { government, due }: { readonly government: string | null; readonly due: Instant },
  onError: (error: unknown) => void,
): Promise<number> {
  const taken = await deps.store.officeRecord.takeDue({ government, due, now: deps.now(), limit: atOnce })
  for (const each of taken) await lookAtOffice(deps, each.government).catch(onError)
  return taken.length < atOnce ? taken.length : taken.length + (await lookAtOffices(deps, { government, due }, onError))
}

/** Begins the record of every office that its regulation binds to something, the first time it is seen here. */
export async function beginOffices(deps: Deps): Promise<void> {
  const known = begun.get(deps) ?? new Set<string>()
  begun.set(deps, known)
  for (const { government, regulation } of await deps.store.listGovernments()) {
    const key = `${government}/${regulation}`
    if (known.has(key)) continue
    const office = await deps.offices.get(government)
    if (office !== null && bindsOffice(office.program)) await begin(deps, office)
    known.add(key)
  }
}

async function lookAtOffice(deps: Deps, government: string): Promise<void> {
  const office = await deps.offices.get(government)
  if (office === null) throw new Error(`${government}: due, but not there`)
  const record = await openOfficeRecord(deps, office)
  const rungs = record.givens.flatMap((given) => officeRungsToRecord(given))
  const events = rungs.map((each, index) => ({ ...each, seq: record.head.revision + index + 1 }))
  const after = record.givens.map((given) => ({ ...given, events: [...given.events, ...events] }))
  // Whoever was faster has recorded them as well.
  await deps.store.officeRecord.append(government, {
    regulation: record.regulation,
    expected: record.head,
    events: storedOfficeEvents(events, record.now),
    notices: officeNotices(record, events),
    audit: null,
    attachments: [],
    lookAt: bindsOffice(office.program) ? earliest(after.map(officeLookAgainAt)) : null,
    at: record.now,
  })
}
