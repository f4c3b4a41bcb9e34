import type { KnownHome, TrackView } from '../../contract/index.js'
import { derive, isDutyKeptFrom, isSettled } from '../../core/index.js'
import type { Account, MatterRow } from '../../store/index.js'
import { recordAct } from '../acting/record-act.js'
import { actViews } from '../acting/view-act.js'
import { auditRowView } from '../administration/audit.js'
import type { Deps } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import { handedOn, type OpenFile } from '../files/attachments.js'
import { filesOpenTo } from '../files/kept-files.js'
import { gateOf } from '../gate.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { dueMoment, named } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { trackView } from '../requester/view-track.js'
import { showingOf } from '../showing.js'
import { cameOf } from '../thread/index.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { type Known, knownActor } from './sign-in-known.js'

/** So many stand on the page at once. */
const most = 50
const mostLog = 10

/** 我的. The matters that name a requester, the latest first: where each stands, what comes next, and what they are asked. */
export async function listOwn(deps: Deps, known: Known, after: string | null): Promise<KnownHome> {
  const { office, actor, lang } = known
  const { rows, next } = await openPage(deps, { office, actor }, after)
  const showing = showingOf(office, lang)
  const log = await deps.store.administration.listAudit(office.id, { about: known.account }, { limit: mostLog })
  return {
    log: log.rows.map((row) => {
      const { at, who, kind, address } = auditRowView(showing, row)
      return { at, who: who.name, what: kind.name, address }
    }),
    name: known.name,
    list: listName(known),
    standing: known.standing,
    rows: rows.map(({ row, opened }) => {
      const { number, title, receivedAt } = matterRowView(showing, row)
      return { number, title, receivedAt, ...comingIn(known, opened) }
    }),
    next,
  }
}

/** Whether anything waits for an answer of theirs that they can give now. Of the matters themselves an administrator is told nothing. */
export async function isAskedOf(
  deps: Deps,
  { office, lang }: Pick<Known, 'office' | 'lang'>,
  { account }: Account,
): Promise<boolean> {
  const actor = knownActor(office, account)
  let after: string | null = null
  do {
    const { rows, next }: OwnPage = await openPage(deps, { office, actor }, after)
    if (rows.some(({ opened }) => comingIn({ office, actor, lang }, opened).asked.length > 0)) return true
    after = next
  } while (after !== null)
  return false
}

type OwnPage = { readonly rows: readonly { readonly row: MatterRow; readonly opened: Opened }[]; readonly next: string | null }

/** A page of what names them, all of it opened at once. */
async function openPage(deps: Deps, { office, actor }: Pick<Known, 'office' | 'actor'>, after: string | null): Promise<OwnPage> {
  const page = { limit: most, ...(after === null ? {} : { after }) }
  const found = await deps.store.listMatters(office.id, { gate: gateOf(office, actor), sort: 'received', page })
  const opened = await Promise.all(found.rows.map(({ matter }) => openMatter(deps, office, matter, actor)))
  const rows = found.rows.flatMap((row, at) => {
    const one = opened[at] ?? null
    return one === null ? [] : [{ row, opened: one }]
  })
  return { rows, next: found.next }
}

/** What the list is called in whichever of the regulations has it. */
const listName = ({ office, list, lang }: Known): string => {
  const found = office.programs.flatMap(({ regulation }) => regulation.requesterLists[list] ?? [])[0]
  return found === undefined ? '' : nameIn(lang, found.name)
}

/** The duty that is due first of those they are told of, and the acts by which they answer what is asked of them. */
function comingIn(
  { office, actor, lang }: Pick<Known, 'office' | 'actor' | 'lang'>,
  { given, sight }: Opened,
): Pick<KnownHome['rows'][number], 'shown' | 'coming' | 'asked'> {
  const showing = showingOf(office, lang, given.program)
  const { regulation } = given.program
  const state = derive(given)
  const told = state.duties.filter(
    ({ duty, status }) =>
      !isSettled(status) &&
      regulation.duties[duty]?.isInternal !== true &&
      regulation.roles[regulation.duties[duty]?.holder ?? '']?.kind !== 'requester' &&
      !isDutyKeptFrom(given.program, duty, actor.role),
  )
  const [first] = told.toSorted((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY))
  const asked = actViews(showing, given, state, { actor, sight }).filter(
    ({ refusal, meets }) => refusal === null && meets.length > 0,
  )
  const shown = regulation.stages[state.stage]?.shown ?? ''
  return {
    shown: named(showing, shown, regulation.shownStates[shown]),
    coming:
      first === undefined
        ? null
        : {
            name: named(showing, first.duty, regulation.duties[first.duty]?.name).name,
            dueAt: first.dueAt === null ? null : dueMoment(first.dueAt, given.calendar.zone),
            isLate: first.status === 'overdue',
          },
    asked: [...new Set(asked.map(({ name }) => name))],
  }
}

/** One of them, as its requester reads it. */
export async function readOwn(deps: Deps, known: Known, number: string): Promise<Outcome<{ track: TrackView }>> {
  const { office, actor, lang } = known
  const row = await deps.store.findByNumber(office.id, number, gateOf(office, actor))
  const opened = row === null ? null : await openMatter(deps, office, row.matter, actor)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const { given, sight, loaded } = opened
  const came = await cameOf(deps, { office, given, lang })
  const read = { row: loaded.row, given, actor, sight, files: loaded.files, came }
  return { ok: true, track: trackView(showingOf(office, lang, given.program), read) }
}

/** A file of one of them that they may read. */
export async function readKnownAttachment(
  deps: Deps,
  { office, actor, lang }: Known,
  asked: { readonly number: string; readonly attachment: string },
): Promise<Outcome<{ file: OpenFile }>> {
  const row = await deps.store.findByNumber(office.id, asked.number, gateOf(office, actor))
  const opened = row === null ? null : await openMatter(deps, office, row.matter, actor)
  const own = opened === null ? [] : filesOpenTo({ ...opened, actor }, opened.loaded.files)
  const isOpen = own.some(({ attachment }) => attachment === asked.attachment)
  return handedOn(lang, isOpen ? await deps.store.readAttachment(office.id, asked.attachment, gateOf(office, actor)) : null)
}

/** What they do in one of them, in their own name. */
export async function actAsKnown(
  deps: Deps,
  known: Known,
  asked: {
    readonly number: string
    readonly act: string
    readonly with: Readonly<Record<string, unknown>>
    readonly revision: number | null
  },
): Promise<Outcome<{ track: TrackView }>> {
  const { office, actor, lang } = known
  const { number, act, revision } = asked
  const row = await deps.store.findByNumber(office.id, number, gateOf(office, actor))
  if (row === null) return failed(wordsOf(lang), 'not-found')
  const done = await recordAct(deps, { office, matter: row.matter, actor, act, with: asked.with, revision, lang })
  return done.ok ? readOwn(deps, known, number) : done
}
