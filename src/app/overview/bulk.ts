import type { ActView, BulkDecision, BulkDone, BulkOffer, BulkTarget } from '../../contract/index.js'
import { actsNamed, derive } from '../../core/index.js'
import { recordAct, tryAct } from '../acting/record-act.js'
import { actViews } from '../acting/view-act.js'
import { undoView } from '../acting/view-undo.js'
import type { Deps, Viewer } from '../deps.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { revisionFor, toldAs } from '../matter/told-events.js'
import { unitNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import type { Failure } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failure } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { type ActsOn, gathered } from './gathered.js'

type Stated = Readonly<Record<string, unknown>>
export type BulkAsked = { readonly act: string; readonly with: Stated }
export type Decided = Omit<BulkDecision, 'problem'> & { readonly failure: Failure | null }
export type DoneOne = Omit<BulkDone, 'problem'> & { readonly failure: Failure | null }

/** So many are opened at a time: the work is the processor's, more would only wait for each other. */
const together = 4

/**
 * 批量办理。 The acts that are open to the viewer in at least one of these matters and that something asks for there, in the regulation's order,
 * each with all it would be tried on. Where nothing asks for it, it is counted and not tried.
 */
export async function offerBulk(deps: Deps, viewer: Viewer, targets: readonly BulkTarget[]): Promise<readonly BulkOffer[]> {
  const offered = await inTurn(targets, (target) => actsOn(deps, viewer, target))
  const { regulation } = viewer.office.program
  return gathered(offered).flatMap(({ act, targets: tried, open, idle }) =>
    act === null || !isForSeveral(act)
      ? []
      : [
          {
            act: asForSeveral(act),
            targets: distinct(tried),
            open,
            idle,
            issuesSlip: actsNamed(regulation, act.act).some(({ slip }) => slip !== null),
          },
        ],
  )
}

async function actsOn(deps: Deps, { office, actor, lang }: Viewer, target: BulkTarget): Promise<ActsOn> {
  const opened = await openMatter(deps, office, Number(target.matter), actor)
  if (opened === null) return { target, acts: [] }
  const { given, sight } = opened
  const acts = actViews(showingOf(office, lang, given.program), given, derive(given), { actor, sight })
  return { target, acts: acts.filter(({ unit }) => target.unit === null || unit === null || unit === target.unit) }
}

/** A file belongs to one matter only. */
const isForSeveral = ({ fields }: ActView): boolean => !fields.some(({ type, isNeeded }) => type === 'attachments' && isNeeded)

/** Without what is one matter's own: its share, its last day, the values it has. */
const asForSeveral = (act: ActView): ActView => ({
  ...act,
  unit: null,
  unitName: null,
  until: null,
  fields: act.fields.filter(({ type }) => type !== 'attachments').map(({ value: _, ...field }) => field),
})

const keyOf = ({ matter, unit }: BulkTarget): string => `${matter}@${unit ?? ''}`

const distinct = (targets: readonly BulkTarget[]): BulkTarget[] => [
  ...new Map(targets.map((target) => [keyOf(target), target])).values(),
]

/** Decides the act for each, as if it were done now, and records nothing. */
export const previewBulk = (
  deps: Deps,
  viewer: Viewer,
  { targets, ...asked }: BulkAsked & { readonly targets: readonly BulkTarget[] },
): Promise<readonly Decided[]> => inTurn(targets, (target) => decideOne(deps, viewer, asked, target))

async function decideOne(deps: Deps, viewer: Viewer, asked: BulkAsked, target: BulkTarget): Promise<Decided> {
  const { office, actor, lang } = viewer
  const opened = await openMatter(deps, office, Number(target.matter), actor)
  const names = namesOf(viewer, target, opened)
  if (opened === null) return { ...names, failure: failure(wordsOf(lang), 'not-found') }
  return { ...names, failure: tryAct(opened, { office, actor, lang, act: asked.act, with: statedFor(asked, target) }) }
}

function namesOf({ office, lang, actor }: Viewer, { matter, unit }: BulkTarget, opened: Opened | null): Omit<Decided, 'failure'> {
  const { number = '', title = '' } = opened?.loaded.row ?? {}
  const isShown = opened !== null && isTitleShown(opened.given.program.regulation, opened.sight)
  return {
    matter,
    unit,
    unitName: unit === null ? null : unitNamed(showingOf(office, lang), unit).name,
    number,
    title: isShown ? title : number,
    revision: opened === null ? 0 : revisionFor(opened.given, toldAs(opened.given, actor)),
  }
}

const statedFor = ({ with: stated }: BulkAsked, { unit }: BulkTarget): Stated => (unit === null ? stated : { ...stated, unit })

type Keyed = BulkTarget & { readonly revision: number; readonly key: string }

/**
 * Does the act to each by itself, one after another: what is refused, or was changed by somebody meanwhile, stops no other. The same key
 * records once.
 */
export async function doBulk(
  deps: Deps,
  viewer: Viewer,
  { targets, ...asked }: BulkAsked & { readonly targets: readonly Keyed[] },
): Promise<readonly DoneOne[]> {
  const done: DoneOne[] = []
  const showing = showingOf(viewer.office, viewer.lang)
  const moved = new Map<string, number>()
  for (const target of targets) {
    const { matter, unit, key } = target
    const outcome = await recordAct(deps, {
      office: viewer.office,
      matter: Number(matter),
      actor: viewer.actor,
      act: asked.act,
      with: statedFor(asked, target),
      // Two shares of one matter: the second is done on what the first left.
      revision: moved.get(matter) ?? target.revision,
      lang: viewer.lang,
      once: key,
    })
    if (outcome.ok) moved.set(matter, outcome.revision)
    done.push({
      ...{ matter, unit },
      revision: outcome.ok ? outcome.revision : null,
      undoable: outcome.ok ? (undoView(showing, outcome.after.given, viewer.actor)?.seconds ?? null) : null,
      failure: outcome.ok ? null : outcome.failure,
    })
  }
  return done
}

/** All of them, a few at a time, answered in their order. */
async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (let from = 0; from < all.length; from += together)
    results.push(...(await Promise.all(all.slice(from, from + together).map(work))))
  return results
}
