import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ActView, Lang, Problem, TrackView } from '../../contract/index.js'
import { type ActState, emptyForm, type FormState, placeOf, switchName, TrackPage, wordsOf } from '../../web/portal/index.js'
import type { Answer } from '../portal-deps.js'
import { failedForm } from './form-failure.js'
import {
  type Chosen,
  chosenIn,
  contextOf,
  langOf,
  type NumberParams,
  type Portal,
  problemOf,
  sendPage,
  sendProblem,
  withGovernment,
} from './portal.js'
import { entryOf, type PostedForm, readPostedForm } from './posted-form.js'
import { saveFiles } from './saved-files.js'
import { readStated, type Stated } from './stated.js'
import { sessionsOf, type Tracking } from './track-routes.js'

type ActParams = NumberParams & { readonly act: string }
/** A matter that somebody has opened as theirs: at which address, and how it is read and acted on. */
export type OpenedOwn = {
  readonly place: 'track' | 'known'
  readonly number: string
  track(lang?: Lang): Promise<Answer<{ track: TrackView }>>
  act(asked: {
    act: string
    with: Readonly<Record<string, unknown>>
    revision: number | null
  }): Promise<Answer<{ track: TrackView }>>
}
export type Acting = Tracking & { readonly own: OpenedOwn; readonly form: PostedForm; readonly act: ActView }

/** What a requester does to their own matter: each act a form of the tracking page. */
export function actRoutes(app: FastifyInstance, portal: Portal): void {
  app.post<{ Params: ActParams }>('/:government/track/:number/acts/:act', (request, reply) =>
    withGovernment(portal, { request, reply }, async (government) => {
      const { number, act } = request.params
      const session = sessionsOf(portal, government.id).of(request)
      if (session?.number !== number || session.government !== government.id)
        return reply.redirect(placeOf(government, `track?number=${encodeURIComponent(number)}`), 303)
      const lang = langOf(request)
      return actOn({ portal, government, request, reply }, act, {
        place: 'track',
        number,
        track: (shown = lang) => portal.deps.track({ ...session, lang: shown }),
        act: (asked) => portal.deps.actAsRequester({ ...session, ...asked, lang }),
      })
    }),
  )
}

/** Does what the form says, in a matter that is open; else the page again, with the form as it was filled in. */
export async function actOn(tracking: Tracking, act: string, own: OpenedOwn): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const found = await own.track()
  if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
  const form = await readPostedForm(request, portal.settings.largestFile)
  const meant = actMeant(found.track, act, form)
  if (meant === undefined) return sendProblem(portal, { request, reply }, problemOf(404), government)
  return perform({ ...tracking, own, form, act: meant })
}

/** Of several offers of one act, the one of the share or the item that the form names. */
const actMeant = ({ acts }: TrackView, act: string, form: PostedForm): ActView | undefined =>
  acts.find(
    (each) =>
      each.act === act && (each.unit ?? '') === entryOf(form, 'unit') && String(each.item ?? '') === entryOf(form, 'item'),
  )

async function perform(acting: Acting): Promise<FastifyReply> {
  const { portal, government, request, reply, own, form, act } = acting
  const lang = langOf(request)
  const sender = { government: government.id, address: request.ip, lang, words: wordsOf({ lang }) }
  const stated = readStated(act.fields, form)
  const files = await saveFiles(portal, act.fields, form, sender)
  const state: FormState = { ...emptyForm, typed: stated.typed, kept: files.kept }
  const chosen = chosenIn(entryOf(form, switchName))
  if (chosen !== null) return showOtherwise(acting, { ...state, problems: files.problems }, chosen)
  if (files.problems.length > 0) return showAgain(acting, { ...state, problems: files.problems }, 422)
  const revision = Number.parseInt(entryOf(form, 'revision'), 10)
  const answer = await own.act({
    act: act.act,
    with: { ...statedWith(stated, act), ...filled(files.ids) },
    revision: Number.isInteger(revision) ? revision : null,
  })
  if (answer.ok) return reply.redirect(placeOf(government, `${own.place}/${own.number}?done=${encodeURIComponent(act.act)}`), 303)
  const { problem } = answer
  if (problem.status >= 500) return sendProblem(portal, { request, reply }, problem, government)
  return showAgain(acting, { ...state, ...refused(acting, problem) }, problem.status)
}

const statedWith = (stated: Stated, { unit, item }: ActView): Readonly<Record<string, unknown>> => ({
  ...stated.with,
  ...(unit === null ? {} : { unit }),
  ...(item == null ? {} : { item }),
})

const filled = (ids: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(ids).filter(([, files]) => files.length > 0))

function refused({ request, act }: Acting, problem: Problem): Pick<FormState, 'problems' | 'sentences'> {
  const words = wordsOf({ lang: langOf(request) })
  if (problem.code === 'conflict') return { problems: [], sentences: [words.track.changed] }
  return failedForm(problem, act.fields, words)
}

/** The page in another language or type size, with what is typed in one of its forms; where that is nothing, the page as it opens. */
async function showOtherwise(acting: Acting, form: FormState, chosen: Chosen): Promise<FastifyReply> {
  const { portal, government: shown, request, reply, own } = acting
  const here = placeOf(shown, `${own.place}/${own.number}`)
  const isEmpty = [Object.values(form.typed), Object.values(form.kept)].flat(2).every((value) => value === '')
  if (isEmpty) return reply.redirect(`${here}?${new URLSearchParams(Object.entries(chosen))}`, 303)
  const lang = (chosen.lang ?? langOf(request)) === 'en' ? 'en' : 'zh'
  const found = await portal.deps.government(shown.id, { door: shown.door || null, lang })
  if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, shown)
  return showAgain({ ...acting, government: found.government }, form, 200, { chosen, lang })
}

type Otherwise = { readonly chosen?: Chosen; readonly lang?: Lang }

/** The page as it stands now, with the form as it was filled in. */
async function showAgain(
  acting: Acting,
  form: FormState,
  status: number,
  { chosen = {}, lang }: Otherwise = {},
): Promise<FastifyReply> {
  const { portal, government, request, reply, own, act } = acting
  const found = await own.track(lang)
  if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
  const here = placeOf(government, `${own.place}/${own.number}`)
  const context = contextOf(portal, { request, reply, here, chosen }, government)
  const state: ActState = { act: act.act, unit: act.unit, item: act.item ?? null, form }
  return sendPage(reply, TrackPage({ context, government, track: found.track, state, place: own.place }), status)
}
