import type { FastifyInstance } from 'fastify'
import { GovernmentsPage, HomePage, NoticePage, placeOf, RulesPage } from '../../web/portal/index.js'
import {
  contextOf,
  type GovernmentParams,
  langOf,
  type Portal,
  problemOf,
  queryOf,
  sendProblem,
  sendPublicPage,
  withGovernment,
  withOpenDoor,
} from './portal.js'

/** So many of the latest public answers stand on the first page. */
const latestAnswers = 4

const pageAsked = (text: string): number => (/^[1-9]\d?$/.test(text) ? Number(text) : 1)

/** Where an address leads that stands for a first page; in what language and type it asks for goes along. */
const firstPage = (government: { readonly id: string }, { url }: { readonly url: string }): string =>
  placeOf(government) + url.replace(/^[^?]*/, '')

/** First pages, notice and rules. */
export function homeRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/', async (request, reply) => {
    const found = await portal.deps.governments({ lang: langOf(request) })
    if (!found.ok) return sendProblem(portal, { request, reply }, found.problem)
    const outward = found.governments.filter(({ isOutward }) => isOutward)
    const governments = outward.length === 0 ? found.governments : outward
    const [only, ...others] = governments
    const at = others.length === 0 ? (only?.id ?? null) : await portal.deps.governmentAt(request.hostname)
    if (at !== null) return reply.redirect(firstPage({ id: at }, request), 302)
    const context = contextOf(portal, { request, reply }, null)
    return sendPublicPage(reply, GovernmentsPage({ context, governments }))
  })

  app.get<{ Params: GovernmentParams }>('/:government', (request, reply) =>
    withGovernment(portal, { request, reply }, (government) => reply.redirect(firstPage(government, request), 302)),
  )

  app.get<{ Params: GovernmentParams }>('/:government/', (request, reply) =>
    withGovernment(portal, { request, reply }, async (government) => {
      const lang = langOf(request)
      const found = await portal.deps.published({ government: government.id, words: null, category: null, after: null, lang })
      if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
      const context = contextOf(portal, { request, reply }, government)
      return sendPublicPage(reply, HomePage({ context, government, answers: found.page.rows.slice(0, latestAnswers) }))
    }),
  )

  app.get<{ Params: GovernmentParams }>('/:government/emblem', async (request, reply) => {
    const found = await portal.deps.emblem(request.params.government)
    if (found === null) return sendProblem(portal, { request, reply }, problemOf(404))
    return reply
      .type(found.type)
      .headers({ 'cache-control': 'public, max-age=604800', 'x-content-type-options': 'nosniff' })
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(found.bytes))
  })

  for (const place of ['/:government', '/:government/kinds/:door']) kindRoutes(app, portal, place)
}

/** What is read of one kind of matter before somebody brings it in. */
function kindRoutes(app: FastifyInstance, portal: Portal, place: string): void {
  app.get<{ Params: GovernmentParams }>(`${place}/notice`, (request, reply) =>
    withOpenDoor(portal, { request, reply }, (government) => {
      const context = contextOf(portal, { request, reply }, government)
      return sendPublicPage(reply, NoticePage({ context, government, isMissed: queryOf(request, 'missed') === '1' }))
    }),
  )

  app.get<{ Params: GovernmentParams }>(`${place}/rules`, (request, reply) =>
    withGovernment(portal, { request, reply }, async (government) => {
      const { id, version } = government.regulation
      const found = await portal.settings.regulation({ id, version, lang: langOf(request) })
      if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
      const rules = found.regulation.clauses.map((clause) => ({ ...clause, why: clause.why ?? '' }))
      return sendPublicPage(
        reply,
        RulesPage({
          context: contextOf(portal, { request, reply }, government),
          government,
          rules,
          at: pageAsked(queryOf(request, 'page')),
        }),
      )
    }),
  )
}
