import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Failure, findAccountLink, setPassword, setupWords } from '../app/index.js'
import { sentSecret } from '../contract/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { perMinute } from './limits.js'
import { statusOf } from './refusal.js'
import { plainText, setupPolicy } from './setup-page.js'

const form = z.object({ password: sentSecret, again: sentSecret })

type Lang = 'zh' | 'en'
type Token = { Params: { token: string } }
type Shown = { readonly token: string; readonly about: string; readonly message: string }

/** The page behind the link of an account: its person sets a password. Plain HTML, no script. */
export async function accountLinkRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const options = (most: number) => ({ schema: { hide: true }, config: perMinute(most) })
  const show = async (reply: FastifyReply, asked: { token: string; lang: Lang; problem: Failure | null }) => {
    const found = await findAccountLink(deps, asked)
    const problem = asked.problem ?? (found.ok ? null : found.failure)
    const about = found.ok ? `${found.person.government} · ${found.person.name} (${found.person.login})` : ''
    const message = problem?.problems?.[0]?.sentence ?? problem?.detail ?? ''
    return reply
      .code(problem === null ? 200 : statusOf[problem.code])
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': setupPolicy })
      .headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      .send(page(asked.lang, { token: asked.token, about, message }))
  }

  app.get<Token>('/setup/account/:token', options(30), async (request, reply) =>
    show(reply, { token: request.params.token, lang: langOf(request), problem: null }),
  )

  app.post<Token>('/setup/account/:token', options(10), async (request, reply) => {
    const { token } = request.params
    const lang = langOf(request)
    const typed = form.safeParse(request.body)
    const { password, again } = typed.success ? typed.data : { password: '', again: '' }
    const done = await setPassword(deps, { token, password, again, lang })
    return done.ok ? reply.redirect('/workbench/', 303) : show(reply, { token, lang, problem: done.failure })
  })
}

/** Without a person to set a password for, only why. */
function page(lang: Lang, { token, about, message }: Shown): string {
  const words = setupWords[lang]
  const form = `<p>${plainText(about)}</p>
<form method="post" action="/setup/account/${plainText(encodeURIComponent(token))}?lang=${lang}">
<p><label>${plainText(words.password)}<br><input name="password" type="password" required minlength="10" autocomplete="new-password"></label></p>
<p><label>${plainText(words.again)}<br><input name="again" type="password" required minlength="10" autocomplete="new-password"></label></p>
<p>${plainText(words.passwordRules)}</p>
<p><button>${plainText(words.sendPassword)}</button></p></form>`
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainText(words.passwordTitle)}</title></head><body><main><h1>${plainText(words.passwordTitle)}</h1>
${message === '' ? '' : `<p role="alert"><strong>${plainText(message)}</strong></p>`}
${about === '' ? '' : form}</main></body></html>
`
}
