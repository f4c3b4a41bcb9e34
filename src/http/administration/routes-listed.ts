import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addListed, changeListed, type Deps, linkForListed, listListed } from '../../app/index.js'
import { accountLink, listedRequest, listedView, seen } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const person = z.object({ id: z.string().max(64) })
const root = '/api/administration/listed'

/** 名单. Those who bring matters in and are known by name. */
export function listedRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(root, { schema: { response: { 200: listedView, ...failures }, tags } }, async (request) =>
    listListed(deps, staffOf(request)),
  )

  app.post(
    root,
    { schema: { body: listedRequest, response: { 200: accountLink, ...failures }, tags } },
    async (request, reply) => {
      const done = await addListed(deps, staffOf(request), request.body)
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id`,
    { schema: { params: person, body: listedRequest.extend(seen.shape), response: { 200: person, ...failures }, tags } },
    async (request, reply) => {
      const done = await changeListed(deps, staffOf(request), { ...request.body, id: request.params.id })
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id/link`,
    { schema: { params: person, response: { 200: accountLink, ...failures }, tags } },
    async (request, reply) => {
      const done = await linkForListed(deps, staffOf(request), request.params.id)
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )
}
