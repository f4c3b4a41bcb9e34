import type { SlipPage, SlipRow, SlipView } from '../../contract/index.js'
import { dayAt, dayText, derive, Folded, instant } from '../../core/index.js'
import type { Page, Slip } from '../../store/index.js'
import { openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { titlesNamed } from '../matter/named-titles.js'
import type { Opened } from '../matter/open-matter.js'
import { dutyView } from '../matter/view-duty.js'
import { moment, named, unitNamed } from '../matter/view-parts.js'
import { timeline } from '../matter/view-timeline.js'
import { isTitleShown, lineIn } from '../meaning-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { overviewWords } from '../words/overview.js'

export type SlipsAsked = { readonly year?: number; readonly matter?: number }

/** 通知单。 Newest first; a unit gets those addressed to it. */
export async function listSlips(deps: Deps, viewer: Viewer, asked: SlipsAsked, page: Page): Promise<SlipPage> {
  const { office, actor, asOf } = viewer
  const gate = gateOf(office, actor)
  const ofUnit = actor.unit === null ? {} : { unit: actor.unit }
  const filter = { ...asked, ...ofUnit, ...(asOf === undefined ? {} : { until: asOf }) }
  const found = await deps.store.overview.listSlips(office.id, { filter, gate, page })
  const rows = await Promise.all(found.rows.map((slip) => readRow(deps, viewer, slip)))
  return { rows: rows.filter((row) => row !== null), next: found.next }
}

async function readRow(deps: Deps, viewer: Viewer, slip: Slip): Promise<SlipRow | null> {
  const read = await openSlip(deps, viewer, slip)
  return read === null ? null : slipRow(read)
}

export async function readSlip(
  deps: Deps,
  viewer: Viewer,
  asked: Pick<Slip, 'act' | 'year' | 'number'>,
): Promise<Outcome<{ slip: SlipView }>> {
  const { office, actor, lang, asOf = Number.POSITIVE_INFINITY } = viewer
  const slip = await deps.store.overview.findSlip(office.id, asked, gateOf(office, actor))
  const isOwn = slip !== null && slip.issuedAt <= asOf && (actor.unit === null || actor.unit === slip.unit)
  const read = isOwn ? await openSlip(deps, viewer, slip) : null
  return read === null ? failed(wordsOf(lang), 'not-found') : { ok: true, slip: slipView(read) }
}

type Read = {
  readonly slip: Slip
  readonly opened: Opened
  /** The matter as it stood when the slip was issued: what is on paper does not change. */
  readonly then: Folded
  readonly showing: Showing
  readonly entry: SlipEntry
}
type SlipEntry = ReturnType<typeof timeline>[number]

/** A slip says what the timeline says of its act: who may not read the one has not got the other. */
async function openSlip(deps: Deps, viewer: Viewer, slip: Slip): Promise<Read | null> {
  const { office, actor, lang } = viewer
  const opened = await openedFor(deps, viewer, slip.matter)
  if (opened === null) return null
  const { given, sight } = opened
  const event = given.events.find(({ seq }) => seq === slip.eventSeq)
  if (event === undefined) return null
  const showing = { ...showingOf(office, lang, given.program), titles: await titlesNamed(deps, viewer, given) }
  const files = new Map(opened.loaded.files.map(({ attachment, name }) => [attachment, name]))
  const [entry] = timeline(showing, given, { sight, isRequester: false, role: actor.role, files }, [event])
  const { program, calendar } = given
  const events = given.events.filter(({ seq }) => seq <= slip.eventSeq)
  const then = Folded.of({ program, calendar, events, now: instant(slip.issuedAt) })
  return entry === undefined ? null : { slip, opened, then, showing, entry }
}

function slipRow({ slip, opened, then, showing }: Read): SlipRow {
  const { act, year, number, unit, matter, issuedAt } = slip
  const rule = showing.program.regulation.acts[act]
  const { row } = opened.loaded
  const { meaning } = then.program.regulation
  return {
    act,
    name: nameIn(showing.lang, rule?.slip?.name ?? rule?.name ?? { zh: act, en: '' }),
    year,
    number,
    shown: overviewWords[showing.lang].slipNumber(year, number),
    issuedAt: moment(issuedAt, opened.given.calendar.zone),
    unit: unitNamed(showing, unit, issuedAt),
    matter: String(matter),
    matterNumber: row.number,
    title: (isTitleShown(then.program.regulation, opened.sight) ? lineIn(derive(then).facts, meaning.title) : null) ?? row.number,
  }
}

function slipView(read: Read): SlipView {
  const { slip, opened, then, showing, entry } = read
  const { regulation } = then.program
  const owed = derive(then).duties.filter(
    ({ unit, status }) => unit === slip.unit && (status === 'open' || status === 'overdue' || status === 'paused'),
  )
  return {
    ...slipRow(read),
    government: showing.office.government.name,
    actName: entry.name,
    by: entry.by,
    issuedOn: overviewWords[showing.lang].paperDay(dayText(dayAt(instant(slip.issuedAt), then.calendar.zone))),
    receivedAt: moment(opened.loaded.row.receivedAt, then.calendar.zone),
    stated: entry.stated,
    clauses: entry.clauses,
    regulation: named(showing, regulation.id, regulation.title).name,
    duties: owed.map((duty) => {
      const { name, status, discretion, dueAt, workdaysLate, clauses } = dutyView(showing, then, duty)
      return { name, status, discretion, dueAt, workdaysLate, clauses }
    }),
  }
}
