import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GovernmentView, Problem, Submitted } from '../../contract/index.js'
import {
  DonePage,
  doorPlace,
  emptyForm,
  type FormState,
  type GuardValues,
  switchName,
  WritePage,
  wordsOf,
} from '../../web/portal/index.js'
import type { Answer } from '../portal-deps.js'
import { failedForm } from './form-failure.js'
import { checkGuards, newGuards } from './form-guard.js'
import { fingerprintOf, type Once, openOnce } from './once.js'
import {
  type Chosen,
  chosenIn,
  contextOf,
  type GovernmentParams,
  langOf,
  type Portal,
  queryOf,
  sendPage,
  sendProblem,
  withOpenDoor,
} from './portal.js'
import { entryOf, type PostedForm, readPostedForm } from './posted-form.js'
import { type SavedFiles, saveFiles } from './saved-files.js'
import { readStated } from './stated.js'

type Writing = {
  readonly portal: Portal
  readonly government: GovernmentView
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
type Sent =
  | { readonly ok: true; readonly submitted: Submitted }
  | { readonly ok: false; readonly form: FormState; readonly problem: Problem | null }

const doneCookie = 'done'
/** Set with the form: where it does not come back, cookies are off, and the result is shown at once. */
const probeCookie = 'form'
const doneMs = 15 * 60_000
const cookieSeconds = 24 * 3600

/** The form of the first act, and what is shown once it is sent. */
export function writeRoutes(app: FastifyInstance, portal: Portal): void {
  const once = openOnce<Sent>()

  for (const place of ['/:government', '/:government/kinds/:door']) writeRoutesAt(app, portal, { place, once })
}

type Place = { readonly place: string; readonly once: Once<Sent> }

function writeRoutesAt(app: FastifyInstance, portal: Portal, { place, once }: Place): void {
  app.get<{ Params: GovernmentParams }>(`${place}/write`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => {
      const isRead = queryOf(request, 'read') === 'yes'
      if (!isRead || government.closed !== null)
        return reply.redirect(doorPlace(government, isRead ? 'notice' : 'notice?missed=1'), 303)
      setCookie({ portal, government, request, reply }, probeCookie, '1', doorPlace(government, 'write'))
      return showForm({ portal, government, request, reply }, emptyForm, newGuards(portal), 200)
    }),
  )

  app.post<{ Params: GovernmentParams }>(`${place}/write`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => receive({ portal, government, request, reply }, once)),
  )

  app.post<{ Params: GovernmentParams }>(`${place}/write/needs`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => tellNeeded({ portal, government, request, reply })),
  )

  app.post<{ Params: GovernmentParams }>(`${place}/write/check`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => tellWrong({ portal, government, request, reply })),
  )

  app.get<{ Params: GovernmentParams }>(`${place}/done`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => {
      const text = portal.seal.open(`${doneCookie} ${government.id}`, request.cookies[doneCookie] ?? '')
      const submitted = text === null ? null : (JSON.parse(text) as Submitted)
      return showDone({ portal, government, request, reply }, submitted)
    }),
  )
}

/** To the script of the form: which fields are asked for with what is filled in so far. */
async function tellNeeded({ portal, government, request, reply }: Writing): Promise<FastifyReply> {
  const stated = readStated(government.form, await readPostedForm(request, portal.settings.largestFile)).with
  const needed = await neededWith({ portal, government, request }, stated)
  return reply.header('cache-control', 'no-store').send({ needed })
}

/** To the script that goes on to the next step: what would be wrong if the form were sent now, field by field. */
async function tellWrong({ portal, government, request, reply }: Writing): Promise<FastifyReply> {
  const stated = readStated(government.form, await readPostedForm(request, portal.settings.largestFile)).with
  const lang = langOf(request)
  const tried = await portal.deps.tried({ government: government.id, door: government.door, with: stated, lang })
  const { problems } = tried.ok ? emptyForm : failedForm(tried.problem, government.form, wordsOf({ lang }))
  const wrong = problems.map(({ field, sentence }) => ({ field, sentence }))
  return reply.header('cache-control', 'no-store').send({ wrong })
}

async function neededWith(
  { portal, government, request }: Omit<Writing, 'reply'>,
  stated: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const asked = { government: government.id, door: government.door, with: stated, lang: langOf(request) }
  const found = await portal.deps.needed(asked)
  return found.ok ? found.needed : []
}

/** The form with what is asked for in it as it was filled in: where no script runs, it says so when it comes back. */
async function askingFor(writing: Omit<Writing, 'reply'>, form: PostedForm): Promise<GovernmentView> {
  const { government } = writing
  if (!government.form.some(({ isConditional }) => isConditional === true)) return government
  const needed = await neededWith(writing, readStated(government.form, form).with)
  return {
    ...government,
    form: government.form.map((field) => (needed.includes(field.id) ? { ...field, isNeeded: true } : field)),
  }
}

function setCookie({ request, reply }: Writing, name: string, value: string, path: string): void {
  reply.setCookie(name, value, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: cookieSeconds,
  })
}

function showDone({ portal, government, request, reply }: Writing, submitted: Submitted | null): FastifyReply {
  const context = contextOf(portal, { request, reply, here: doorPlace(government, 'done') }, government)
  return sendPage(reply, DonePage({ context, government, submitted }))
}

async function receive(writing: Writing, once: Once<Sent>): Promise<FastifyReply> {
  const { portal, government, request, reply } = writing
  const form = await readPostedForm(request, portal.settings.largestFile)
  const words = wordsOf(contextOf(portal, { request, reply }, government))
  const check = checkGuards(portal, form, words)
  const chosen = chosenIn(entryOf(form, switchName))
  if (chosen !== null) return showOtherwise(writing, { form, guards: check.guards, chosen })
  const { typed } = readStated(government.form, form)
  if (check.sentence !== null) {
    const { kept, problems } = await saveSentFiles(writing, form)
    const asking = { ...writing, government: await askingFor(writing, form) }
    return showForm(asking, { ...emptyForm, typed, kept, problems, sentences: [check.sentence] }, check.guards, 422)
  }
  const sent = await once(fingerprintOf(`${government.id}/${government.door}`, form), () => send(writing, form, check.guards))
  if (!sent.ok) {
    if (sent.problem?.retryAfterSeconds !== undefined) reply.header('retry-after', String(sent.problem.retryAfterSeconds))
    const isKeyUsed = sent.problem?.code === 'key-reused'
    const asking = { ...writing, government: await askingFor(writing, form) }
    return showForm(asking, sent.form, isKeyUsed ? newGuards(portal) : check.guards, sent.problem?.status ?? 422)
  }
  if (request.cookies[probeCookie] === undefined) return showDone(writing, sent.submitted)
  const sealed = portal.seal.close(`${doneCookie} ${government.id}`, JSON.stringify(sent.submitted), doneMs)
  setCookie(writing, doneCookie, sealed, doorPlace(government, 'done'))
  return reply.redirect(doorPlace(government, 'done'), 303)
}

type Otherwise = { readonly form: PostedForm; readonly guards: GuardValues; readonly chosen: Chosen }

/** The same form in another language or type size, with all that stands in it, files as well. */
async function showOtherwise(writing: Writing, { form, guards, chosen }: Otherwise): Promise<FastifyReply> {
  const { portal, government, request, reply } = writing
  const here = doorPlace(government, 'write?read=yes')
  const lang = (chosen.lang ?? langOf(request)) === 'en' ? 'en' : 'zh'
  const found = await portal.deps.government(government.id, { door: government.door || null, lang })
  if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
  const { typed } = readStated(government.form, form)
  const { kept, problems } = await saveSentFiles(writing, form)
  const context = contextOf(portal, { request, reply, here, chosen }, found.government)
  const state: FormState = { ...emptyForm, typed, kept, problems }
  const asking = await askingFor({ portal, government: found.government, request }, form)
  return sendPage(reply, WritePage({ context, government: asking, state, guards }))
}

/** Whatever is wrong with a form, what was chosen with it need not be chosen again. */
function saveSentFiles({ portal, government, request }: Omit<Writing, 'reply'>, form: PostedForm): Promise<SavedFiles> {
  const lang = langOf(request)
  const sender = { government: government.id, address: request.ip, lang, words: wordsOf({ lang }) }
  return saveFiles(portal, government.form, form, sender)
}

/** Files first, so that they are kept whatever is wrong with the rest. */
async function send({ portal, government, request }: Writing, form: PostedForm, guards: GuardValues): Promise<Sent> {
  const lang = langOf(request)
  const words = wordsOf({ lang })
  const stated = readStated(government.form, form)
  const address = request.ip
  const files = await saveSentFiles({ portal, government, request }, form)
  const state: FormState = { ...emptyForm, typed: stated.typed, kept: files.kept }
  if (files.problems.length > 0) return { ok: false, form: { ...state, problems: files.problems }, problem: null }
  const answer: Answer<{ submitted: Submitted }> = await portal.deps.submit({
    government: government.id,
    door: government.door,
    with: stated.with,
    attachments: Object.values(files.ids).flat(),
    idempotencyKey: guards.key,
    address,
    lang,
  })
  if (answer.ok) return answer
  const { problem } = answer
  if (problem.code === 'key-reused') return { ok: false, form: { ...state, sentences: [words.write.keyUsed] }, problem }
  return { ok: false, form: { ...state, ...failedForm(problem, government.form, words) }, problem }
}

function showForm(writing: Writing, state: FormState, guards: GuardValues, status: number): FastifyReply {
  const { portal, government, request, reply } = writing
  if (status >= 500)
    return sendProblem(portal, { request, reply }, { type: '', title: '', detail: '', code: '', status }, government)
  const context = contextOf(portal, { request, reply, here: doorPlace(government, 'write?read=yes') }, government)
  return sendPage(reply, WritePage({ context, government, state, guards }), status)
}
