import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../http-deps.js'
import { onlyAdministrators } from './administrators.js'
import { peopleRoutes } from './routes-people.js'
import { standardTextRoutes } from './routes-standard-texts.js'

/** 管理. All that administrators read and change, behind one gate. */
export async function administrationRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const adminOf = onlyAdministrators(app, deps)
  for (const routes of [standardTextRoutes, peopleRoutes]) routes(app, deps, adminOf)
}
