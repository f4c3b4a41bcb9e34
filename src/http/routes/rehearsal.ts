import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dayOn, failure, readRehearsal, receiveLetters, signOut, stepIn, wordsOf } from '../../app/index.js'
import { clockRequest, lettersDone, lettersRequest, rehearsalStanding, stepInRequest } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { stepBack, stepInto } from '../rehearsal-session.js'
import { failures } from '../shapes.js'
import { askedBy, staffOf, tokenOf } from '../who.js'

const tags = ['rehearsal']
const root = '/api/rehearsal'
const done = { 200: z.object({}), ...failures }

/** Inside a rehearsal beside an office: what whoever practises may do that nobody may elsewhere. */
export async function rehearsalRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  askedBy(app, 'whateverIsDue')
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.get(root, { schema: { response: { 200: rehearsalStanding, ...failures }, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const found = await readRehearsal(deps, who)
    return found.ok ? found.standing : sendFailure(reply, found.failure)
  })
  app.post(`${root}/clock`, { schema: { body: clockRequest, response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const made = await dayOn(deps, who, request.body.on)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/letters`,
    { schema: { body: lettersRequest, response: { 200: lettersDone, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await receiveLetters(deps, who, request.body.count)
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
  app.post(`${root}/step-in`, { schema: { body: stepInRequest, response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const made = await stepIn(deps, who, { rehearsal: null, account: request.body.account })
    if (!made.ok) return sendFailure(reply, made.failure)
    await signOut(deps, tokenOf(request))
    return stepInto(request, reply, made.token).send({})
  })
  app.post(`${root}/leave`, { schema: { response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    if (who.office.rehearses === null) return sendFailure(reply, failure(wordsOf(who.lang), 'not-rehearsal'))
    await signOut(deps, tokenOf(request))
    return stepBack(request, reply).send({})
  })
}
