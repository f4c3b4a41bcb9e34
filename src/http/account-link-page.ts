import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Failure, findAccountLink, setPassword, signInPlaceOf } from '../app/index.js'
import { sentSecret } from '../contract/index.js'
import { PasswordPage, setupWords } from '../web/portal/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { perMinute } from './limits.js'
import { statusOf } from './refusal.js'
import { entryContext, sendEntryPage } from './setup-page.js'

const form = z.object({ password: sentSecret, again: sentSecret })

type Token = { Params: { token: string } }

/** The page behind the link of an account: its person sets a password. */
export async function accountLinkRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const options = (most: number) => ({ schema: { hide: true }, config: perMinute(most) })
  const show = async (request: FastifyRequest<Token>, reply: FastifyReply, failure: Failure | null) => {
    const { token } = request.params
    const context = entryContext(request, `/setup/account/${encodeURIComponent(token)}`)
    const { lang } = context
    const found = await findAccountLink(deps, { token, lang })
    const problem = failure ?? (found.ok ? null : found.failure)
    const about = found.ok ? `${found.person.government} · ${found.person.name} (${found.person.login})` : ''
    const message = problem?.problems?.[0]?.sentence ?? problem?.detail ?? ''
    const problems = problem?.problems ?? []
    const place = found.ok ? null : await signInPlaceOf(deps, token)
    const listedAt = place?.isListed === true ? place.government : null
    return sendEntryPage(
      reply.code(problem === null ? 200 : statusOf[problem.code]),
      PasswordPage({ context, words: setupWords[lang], problems, message, about, listedAt }),
    )
  }

  app.get<Token>('/setup/account/:token', options(30), async (request, reply) => show(request, reply, null))

  app.post<Token>('/setup/account/:token', options(10), async (request, reply) => {
    const typed = form.safeParse(request.body)
    const { password, again } = typed.success ? typed.data : { password: '', again: '' }
    const lang = langOf(request)
    const done = await setPassword(deps, { token: request.params.token, password, again, lang })
    if (!done.ok) return show(request, reply, done.failure)
    return reply.redirect(
      done.isListed ? `/${done.government}/known?set=1&lang=${lang}` : `/workbench/?lang=${lang}&passwordSet=${done.government}`,
      303,
    )
  })
}
