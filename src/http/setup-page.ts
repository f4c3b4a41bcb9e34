import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { type Failure, linkShut, listRegulations, setUp } from '../app/index.js'
import type { Lang } from '../contract/index.js'
import {
  type EntryContext,
  SetupDonePage,
  SetupPage,
  SetupShutPage,
  setupWords,
  switchName,
  toHtml,
} from '../web/portal/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { perMinute } from './limits.js'
import { portalStylePath } from './portal/index.js'
import { statusOf } from './refusal.js'

const policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A page behind a one-time link: no script, no referrer, kept by nobody. */
export const sendEntryPage = (reply: FastifyReply, page: VNode): FastifyReply =>
  reply
    .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    .headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    .send(toHtml(page))

export const entryContext = (request: FastifyRequest, here: string): EntryContext => ({
  lang: langOf(request),
  here,
  style: portalStylePath(),
})

type Shown = {
  readonly typed: Readonly<Record<string, string>>
  readonly failure: Failure | null
  /** Where another language was chosen with the form. */
  readonly lang?: Lang
}
type Token = { Params: { token: string } }

/** The pages of the first set-up: a government, its regulation, and its administrator. */
export async function setupRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const options = (most: number) => ({ schema: { hide: true }, config: perMinute(most) })
  const show = (request: FastifyRequest<Token>, reply: FastifyReply, { typed, failure, lang }: Shown) => {
    const asked = entryContext(request, `/setup/${encodeURIComponent(request.params.token)}`)
    const context = { ...asked, lang: lang ?? asked.lang }
    const regulations = listRegulations(deps, context.lang)
    const problems = failure?.problems ?? []
    const message = failure === null ? '' : failure.detail || failure.title
    return sendEntryPage(reply, SetupPage({ context, words: setupWords[context.lang], regulations, typed, problems, message }))
  }

  const showShut = (request: FastifyRequest, reply: FastifyReply, message: string) =>
    sendEntryPage(reply, SetupShutPage({ context: entryContext(request, '/setup'), words: setupWords[langOf(request)], message }))

  app.get('/setup', options(30), async (request, reply) => showShut(request, reply, ''))

  app.get('/setup/done', options(30), async (request, reply) => {
    const context = entryContext(request, '/setup/done')
    return sendEntryPage(reply, SetupDonePage({ context, words: setupWords[context.lang] }))
  })

  app.get<Token>('/setup/:token', options(30), async (request, reply) => {
    const shut = await linkShut(deps, request.params.token, langOf(request))
    if (shut === null) return show(request, reply, { typed: {}, failure: null })
    return showShut(request, reply.code(statusOf[shut.code]), shut.title)
  })

  app.post<Token>('/setup/:token', options(10), async (request, reply) => {
    const lang = langOf(request)
    const typed = typedIn(request.body)
    const chosen = chosenLang(typed[switchName])
    if (chosen !== null && (await linkShut(deps, request.params.token, lang)) === null)
      return show(request, reply, { typed, failure: null, lang: chosen })
    const done = await setUp(deps, { token: request.params.token, form: request.body, words: setupWords[lang].wrong, lang })
    if (done.ok) return reply.redirect(`/setup/done?lang=${lang}`, 303)
    if (done.failure.code === 'link-used') return showShut(request, reply.code(statusOf['link-used']), done.failure.title)
    return show(request, reply.code(statusOf[done.failure.code]), { typed, failure: done.failure })
  })
}

const chosenLang = (entry = ''): Lang | null => (entry === 'lang=en' ? 'en' : entry === 'lang=zh' ? 'zh' : null)

const typedIn = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !isSecret(entry[0]),
    ),
  )

const isSecret = (name: string): boolean => name === 'password' || name === 'again'
