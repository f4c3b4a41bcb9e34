import type { FastifyInstance } from 'fastify'
import { listRegulations, setUp, setupWords } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { perMinute } from './limits.js'
import { statusOf } from './refusal.js'

export const setupPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The page behind the one-time link: the first government, its regulation, and its administrator. Plain HTML, no script. */
export async function setupRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  app.get<{ Params: { token: string } }>(
    '/setup/:token',
    { schema: { hide: true }, config: perMinute(30) },
    async (request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', setupPolicy)
        .header('referrer-policy', 'no-referrer')
        .send(page(deps, langOf(request), { token: request.params.token, message: '' })),
  )

  app.post<{ Params: { token: string } }>(
    '/setup/:token',
    { schema: { hide: true }, config: perMinute(10) },
    async (request, reply) => {
      const lang = langOf(request)
      const done = await setUp(deps, { token: request.params.token, form: request.body, lang })
      if (done.ok) return reply.redirect('/workbench/', 303)
      const { title, detail, code, problems = [] } = done.failure
      const message = problems[0]?.sentence ?? `${title}: ${detail}`
      return reply
        .code(statusOf[code])
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', setupPolicy)
        .send(page(deps, lang, { token: request.params.token, message }))
    },
  )
}

function page(deps: HttpDeps['app'], lang: 'zh' | 'en', { token, message }: { token: string; message: string }): string {
  const words = setupWords[lang]
  const regulations = listRegulations(deps, lang).map(
    ({ id, version, title, isInForce }) =>
      `<option value="${plainText(`${id}@${version}`)}">${plainText(title)} (${plainText(version)})${isInForce ? '' : ` ${words.notInForce}`}</option>`,
  )
  const input = (name: string, label: string, attributes: string) =>
    `<p><label>${plainText(label)}<br><input name="${name}" required ${attributes}></label></p>`
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainText(words.title)}</title></head><body><main><h1>${plainText(words.title)}</h1>
${message === '' ? '' : `<p role="alert"><strong>${plainText(message)}</strong></p>`}
<form method="post" action="/setup/${plainText(encodeURIComponent(token))}?lang=${lang}">
${input('name', words.name, 'maxlength="60"')}
${input('government', words.government, 'pattern="[a-z0-9-]+" maxlength="64"')}
${input('numberPrefix', words.numberPrefix, 'type="number" min="10" max="99" value="10"')}
<p><label>${plainText(words.regulation)}<br><select name="regulation" required>${regulations.join('')}</select></label></p>
${input('personName', words.personName, 'maxlength="60" autocomplete="name"')}
${input('login', words.login, 'maxlength="60" autocomplete="username"')}
${input('password', words.password, 'type="password" minlength="10" autocomplete="new-password"')}
${input('again', words.again, 'type="password" minlength="10" autocomplete="new-password"')}
<p>${plainText(words.passwordRules)}</p>
<p>${plainText(words.next)}</p>
<p><button>${plainText(words.send)}</button></p></form></main></body></html>
`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const plainText = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
