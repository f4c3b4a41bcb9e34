import type { FastifyInstance } from 'fastify'
import { addressIn, calledFrom } from '../app/index.js'

/**
 * What is written to the log while a request is served says from where it came: the connection's other end, or, behind the operator's
 * own proxies, whoever stood before them. Once more after the body: reading it starts from the socket, which belongs to no request.
 */
export function rememberCallers(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => calledFrom(addressIn(request.ip), done))
  app.addHook('preValidation', (request, _reply, done) => calledFrom(addressIn(request.ip), done))
}
