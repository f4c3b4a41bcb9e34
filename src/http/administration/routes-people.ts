import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  addPerson,
  addSubstitute,
  changePerson,
  type Deps,
  endSubstitute,
  forgetSecondFactor,
  linkForPerson,
  listPeople,
} from '../../app/index.js'
import { accountLink, peopleView, personRequest, seen, substituteRequest } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const person = z.object({ id: z.string().max(64) })
const one = z.object({ id: z.coerce.number().int() })

const root = '/api/administration/people'

/** Accounts, and who stands in for whom. */
export function peopleRoutes(plain: FastifyInstance, deps: Deps): void {
  accountRoutes(plain, deps)
  substituteRoutes(plain, deps)
}

/** Accounts. */
function accountRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(root, { schema: { response: { 200: peopleView, ...failures }, tags } }, async (request) =>
    listPeople(deps, staffOf(request)),
  )

  app.post(
    root,
    { schema: { body: personRequest, response: { 200: accountLink, ...failures }, tags } },
    async (request, reply) => {
      const done = await addPerson(deps, staffOf(request), request.body)
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id`,
    { schema: { params: person, body: personRequest.extend(seen.shape), response: { 200: person, ...failures }, tags } },
    async (request, reply) => {
      const done = await changePerson(deps, staffOf(request), { ...request.body, id: request.params.id })
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id/link`,
    { schema: { params: person, response: { 200: accountLink, ...failures }, tags } },
    async (request, reply) => {
      const done = await linkForPerson(deps, staffOf(request), request.params.id)
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id/forget-second-factor`,
    { schema: { params: person, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const done = await forgetSecondFactor(deps, staffOf(request), request.params.id)
      return done.ok ? {} : sendFailure(reply, done.failure)
    },
  )
}

/** Who stands in for whom. */
function substituteRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/administration/substitutes',
    { schema: { body: substituteRequest, response: { 200: z.object({ id: z.number() }), ...failures }, tags } },
    async (request, reply) => {
      const done = await addSubstitute(deps, staffOf(request), request.body)
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    '/api/administration/substitutes/:id/end',
    { schema: { params: one, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const done = await endSubstitute(deps, staffOf(request), request.params.id)
      return done.ok ? {} : sendFailure(reply, done.failure)
    },
  )
}
