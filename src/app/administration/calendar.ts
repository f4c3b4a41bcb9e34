import type { CalendarPreview, CalendarRequest, LocalCalendar } from '../../contract/index.js'
import { addDays, dayAt, dayText, isWorkday, readDay, startOfDay } from '../../core/index.js'
import { type CalendarChange, holding } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { markProjected } from '../records/reproject.js'
import { lookAgain } from '../records/run-timers.js'
import { administer, dayWrong, textWrong, type Wrong, wrongly } from './administer.js'
import { affected, previewOf } from './calendar-effect.js'

const longestName = 30
const longestReason = 200
const longestRun = 60

/** 地方假日. Every change there was, those that hold and those taken back. */
export async function readLocalCalendar(deps: Deps, { office }: SignedIn): Promise<LocalCalendar> {
  const { zone, knownThrough } = office.calendar
  const changes = await deps.store.administration.listCalendarChanges(office.id)
  const held = new Set(holding(changes).map(({ id }) => id))
  return {
    changes: changes.map((each) => ({
      ...each,
      at: moment(each.at, zone),
      who: office.people.get(each.account) ?? each.account,
      firstOn: each.firstOn ?? '',
      lastOn: each.lastOn ?? '',
      isHolding: held.has(each.id),
    })),
    revision: changes.at(-1)?.id ?? 0,
    today: dayText(dayAt(nowOf(deps, office), zone)),
    knownThrough: dayText(knownThrough),
  }
}

/** What would move, before anything is saved. */
export async function previewCalendar(
  deps: Deps,
  admin: SignedIn,
  asked: CalendarRequest,
): Promise<Outcome<{ preview: CalendarPreview }>> {
  const read = await readChange(deps, admin, asked)
  if (!read.ok) return read
  return { ok: true, preview: await previewOf(deps, admin, read.change) }
}

/** Saves the change, has the matters it touches looked at again, and those of the preview at once. */
export async function changeCalendar(
  deps: Deps,
  admin: SignedIn,
  asked: CalendarRequest,
): Promise<Outcome<{ done: { moved: number } }>> {
  const read = await readChange(deps, admin, asked)
  if (!read.ok) return read
  const { change } = read
  const { office } = admin
  const found = await affected(deps, admin, change)
  const at = nowOf(deps, office)
  const done = await administer(deps, admin, async (changing) => {
    await changing.addCalendarChange({ ...change, at: deps.now(), account: admin.account }, asked.revision)
    // Others may know the old calendar for a while yet: those not reached below are looked at after that.
    await changing.lookAgainFrom(startOf(admin, change), at + settle)
    const { kind, name, firstOn, lastOn, reason, instrument } = change
    const detail = { kind, name, firstOn, lastOn, reason, instrument, moved: found.moved.length }
    return { done: { moved: found.moved.length }, entry: { kind: 'calendar-changed', about: '', detail } }
  })
  if (!done.ok) return done
  for (const matter of new Set(found.moved.map((each) => each.matter))) await lookAgain(deps, office.id, matter)
  await markProjected(deps, office.id)
  return done
}

const settle = 60_000

const startOf = ({ office }: SignedIn, { firstOn }: { readonly firstOn: string | null }): number =>
  startOfDay(readDay(firstOn ?? '') ?? office.calendar.first, office.calendar.zone)

type Change = Omit<CalendarChange, 'id' | 'at' | 'account'>

async function readChange(deps: Deps, admin: SignedIn, asked: CalendarRequest): Promise<Outcome<{ change: Change }>> {
  const changes = await deps.store.administration.listCalendarChanges(admin.office.id)
  const { kind, withdraws } = asked
  const text = { reason: asked.reason.trim(), instrument: asked.instrument.trim() }
  const reasons = [...textWrong('reason', text.reason, longestReason), ...textWrong('instrument', text.instrument, longestReason)]
  if (kind === 'withdrawn') {
    const taken = holding(changes).find(({ id }) => id === withdraws)
    if (taken === undefined) return wrongly(admin.lang, [{ field: 'withdraws', code: 'not-an-option' }, ...reasons])
    if (reasons.length > 0) return wrongly(admin.lang, reasons)
    const { name, firstOn, lastOn } = taken
    return { ok: true, change: { kind, withdraws, name, firstOn, lastOn, ...text } }
  }
  const { firstOn } = asked
  const lastOn = asked.lastOn === '' ? firstOn : asked.lastOn
  const wrong = [...textWrong('name', asked.name, longestName), ...daysWrong(admin, { kind, firstOn, lastOn }), ...reasons]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  return { ok: true, change: { kind, withdraws: null, name: asked.name.trim(), firstOn, lastOn, ...text } }
}

function daysWrong(
  { office }: SignedIn,
  { kind, firstOn, lastOn }: { readonly kind: 'off' | 'work'; readonly firstOn: string; readonly lastOn: string },
): readonly Wrong[] {
  const missing = [...dayWrong('firstOn', firstOn), ...dayWrong('lastOn', lastOn)]
  const first = readDay(firstOn)
  const last = readDay(lastOn)
  if (missing.length > 0 || first === null || last === null) return missing
  if (last < first) return [{ field: 'lastOn', code: 'wrong-order' }]
  if (last - first >= longestRun) return [{ field: 'lastOn', code: 'too-long-run', limit: longestRun }]
  for (let on = first; on <= last; on = addDays(on, 1)) if (isWorkday(on, office.calendar) === (kind === 'off')) return []
  return [{ field: 'firstOn', code: 'no-effect' }]
}
