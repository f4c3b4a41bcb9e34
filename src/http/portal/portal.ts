import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { GovernmentView, Lang, Problem } from '../../contract/index.js'
import { ErrorPage, type PageContext, toHtml } from '../../web/portal/index.js'
import type { PortalDeps } from '../portal-deps.js'
import type { Seal } from '../seal.js'
import type { PortalAssets } from './assets.js'
import type { PortalSettings } from './portal-settings.js'
import { sendPublic } from './public-page.js'

/** What every route of the portal works with. */
export type Portal = {
  readonly deps: PortalDeps
  readonly settings: PortalSettings
  readonly seal: Seal
  readonly assets: PortalAssets
}

/** `door`: one of several kinds of matter that the public may bring in, where it is not the first. */
export type GovernmentParams = { readonly government: string; readonly door?: string }
export type NumberParams = GovernmentParams & { readonly number: string }
export type FileParams = NumberParams & { readonly file: string }

const yearSeconds = 31_536_000

/** Pages are ours alone: no script or style but our own files, no frame, no other origin. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page of one person or of one moment: a form, a matter of theirs, what went wrong. */
export const sendPage = (reply: FastifyReply, page: VNode, status = 200): FastifyReply =>
  withHeaders(reply.code(status)).header('cache-control', 'private, no-store').header('vary', 'Cookie').send(toHtml(page))

/** A page that everybody is shown alike. */
export const sendPublicPage = (reply: FastifyReply, page: VNode): FastifyReply => sendPublic(withHeaders(reply), toHtml(page))

const withHeaders = (reply: FastifyReply): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')

/** The language asked for or kept. */
export const langOf = (request: FastifyRequest): Lang => (choice(request, 'lang') === 'en' ? 'en' : 'zh')

/** What was chosen on the page itself, in place of what the address or a cookie says. */
export type Chosen = Partial<Readonly<Record<'lang' | 'large', string>>>

/** In which language and type the page is; a choice made in the address is kept in a cookie. */
export function contextOf(
  portal: Portal,
  at: { request: FastifyRequest; reply: FastifyReply; here?: string; chosen?: Chosen },
  government: GovernmentView | null,
) {
  const { request, reply, chosen = {} } = at
  for (const name of ['lang', 'large'] as const) {
    const asked = chosen[name] ?? queryOf(request, name)
    if (asked !== '') keep(reply, request, name, asked === 'en' || asked === '1' ? asked : '0')
  }
  const context: PageContext = {
    lang: (chosen.lang ?? choice(request, 'lang')) === 'en' ? 'en' : 'zh',
    isLarge: (chosen.large ?? choice(request, 'large')) === '1',
    government,
    here: at.here ?? request.url.split('?')[0] ?? '/',
    largestFile: portal.settings.largestFile,
    assets: {
      style: portal.assets.style.path,
      script: portal.assets.script.path,
      writing: portal.assets.writing.path,
      solver: portal.assets.solver.path,
    },
  }
  return context
}

/** 换语言、字号. How a page is asked for otherwise, with the form that is sent along. */
export const chosenIn = (entry: string): Chosen | null => {
  const [, name = '', value = ''] = /^(lang|large)=(zh|en|0|1)$/.exec(entry) ?? []
  return name === '' ? null : { [name]: value }
}

const choice = (request: FastifyRequest, name: string): string => queryOf(request, name) || (request.cookies[name] ?? '')

function keep(reply: FastifyReply, request: FastifyRequest, name: string, value: string): void {
  reply.setCookie(name, value, {
    path: '/',
    maxAge: yearSeconds,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  })
}

/** One value of the address; empty where there is none or several. */
export function queryOf(request: FastifyRequest, name: string): string {
  const { query } = request
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined
  return typeof value === 'string' ? value : ''
}

export function sendProblem(
  portal: Portal,
  at: { request: FastifyRequest; reply: FastifyReply },
  problem: Problem,
  government: GovernmentView | null = null,
) {
  const context = contextOf(portal, { ...at, here: government === null ? '/' : `/${government.id}/` }, government)
  if (problem.retryAfterSeconds !== undefined) at.reply.header('retry-after', String(problem.retryAfterSeconds))
  return sendPage(at.reply, ErrorPage({ context, problem }), problem.status)
}

export const problemOf = (status: number, detail = ''): Problem => ({
  type: 'about:blank',
  title: detail,
  status,
  detail,
  code: 'portal',
})

type AtGovernment = { readonly request: FastifyRequest<{ Params: GovernmentParams }>; readonly reply: FastifyReply }

/** Goes on with the government of the address, or answers that there is none. */
export async function withGovernment(
  portal: Portal,
  at: AtGovernment,
  next: (government: GovernmentView) => Promise<FastifyReply> | FastifyReply,
): Promise<FastifyReply> {
  const found = await portal.deps.government(at.request.params.government, {
    door: at.request.params.door ?? null,
    lang: langOf(at.request),
  })
  return found.ok ? next(found.government) : sendProblem(portal, at, found.problem)
}

/** The same where the public may bring something in: under a regulation without such an act there is no page for it. */
export const withOpenDoor = (
  portal: Portal,
  at: AtGovernment,
  next: (government: GovernmentView) => Promise<FastifyReply> | FastifyReply,
): Promise<FastifyReply> =>
  withGovernment(portal, at, (government) =>
    government.hasDoor ? next(government) : sendProblem(portal, at, problemOf(404), government),
  )

/** The same where anybody outside has something to do with what is handled, or reads of it. */
export const withOutward = (
  portal: Portal,
  at: AtGovernment,
  next: (government: GovernmentView) => Promise<FastifyReply> | FastifyReply,
): Promise<FastifyReply> =>
  withGovernment(portal, at, (government) =>
    government.isOutward ? next(government) : sendProblem(portal, at, problemOf(404), government),
  )

/** What of a matter's page is asked for: all that was done, or the days of one of the duties. */
export const shownOf = (request: FastifyRequest): { readonly isHistory: boolean; readonly days: number } => ({
  isHistory: queryOf(request, 'history') === '1',
  days: Number(queryOf(request, 'days')),
})
