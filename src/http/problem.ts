import type { FastifyReply } from 'fastify'
import type { Failure, FailureCode } from '../app/index.js'
import type { Problem } from '../contract/index.js'
import { statusOf } from './refusal.js'

export const problemType = 'application/problem+json; charset=utf-8'

/** RFC 9457: what every refusal, bad request and breakdown looks like. */
export const problemOf = (failure: Failure): Problem => ({
  ...failure,
  type: `urn:huiyin:problem:${failure.code}`,
  status: statusOf[failure.code],
})

const answered = new WeakMap<FastifyReply, FailureCode>()

/** Why this was not done; null where it was. */
export const failureAnswered = (reply: FastifyReply): FailureCode | null => answered.get(reply) ?? null

export function sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
  answered.set(reply, failure.code)
  const problem = problemOf(failure)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  // As text: no route has a shape for its failures beside this one.
  return reply.code(problem.status).header('content-type', problemType).serializer(JSON.stringify).send(problem)
}
