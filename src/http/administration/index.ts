import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../http-deps.js'
import { onlyAdministrators } from './administrators.js'
import { calendarRoutes } from './routes-calendar.js'
import { emblemRoutes } from './routes-emblem.js'
import { furtherRoutes } from './routes-further.js'
import { listedRoutes } from './routes-listed.js'
import { confirmedRoutes, governmentRoutes } from './routes-office.js'
import { peopleRoutes } from './routes-people.js'
import { rehearsalsRoutes } from './routes-rehearsals.js'
import { rosterRoutes } from './routes-roster.js'
import { standardTextRoutes } from './routes-standard-texts.js'
import { templateRoutes } from './routes-templates.js'
import { unitRoutes } from './routes-units.js'

const parts = [
  standardTextRoutes,
  peopleRoutes,
  listedRoutes,
  unitRoutes,
  rosterRoutes,
  calendarRoutes,
  governmentRoutes,
  confirmedRoutes,
  emblemRoutes,
  templateRoutes,
  furtherRoutes,
  rehearsalsRoutes,
]

/** 管理. All that administrators read and change, behind one gate. */
export async function administrationRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  onlyAdministrators(app, deps)
  for (const routes of parts) routes(app, deps)
}
