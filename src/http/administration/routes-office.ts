import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  changeForm,
  changeGovernment,
  changeLogDays,
  changeVersion,
  type Deps,
  endRehearsal,
  moveClock,
  previewVersion,
  readChecklist,
  readFormSettings,
  readGovernmentSettings,
  recordRenewal,
  startRehearsal,
  takeUpKind,
  tickOff,
} from '../../app/index.js'
import {
  checklist,
  checklistRequest,
  formQuery,
  formRequest,
  formSettings,
  governmentRequest,
  governmentSettings,
  kindRequest,
  logDaysRequest,
  renewalRequest,
  sentDay,
  versionPreview,
  versionRequest,
} from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration'
const done = { 200: z.object({}), ...failures }
/** What takes two administrators: whether it holds now. */
const confirmed = { 200: z.object({ isSet: z.boolean() }), ...failures }

/** The government itself, its form and its clock. */
export function governmentRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(`${root}/government`, { schema: { response: { 200: governmentSettings, ...failures }, tags } }, async (request) =>
    readGovernmentSettings(deps, staffOf(request)),
  )
  app.post(`${root}/government`, { schema: { body: governmentRequest, response: done, tags } }, async (request, reply) => {
    const made = await changeGovernment(deps, staffOf(request), request.body)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.get(`${root}/checklist`, { schema: { response: { 200: checklist, ...failures }, tags } }, async (request) =>
    readChecklist(deps, staffOf(request)),
  )
  app.post(`${root}/checklist`, { schema: { body: checklistRequest, response: done, tags } }, async (request, reply) => {
    const made = await tickOff(deps, staffOf(request), request.body)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.post(`${root}/renewals`, { schema: { body: renewalRequest, response: done, tags } }, async (request, reply) => {
    const made = await recordRenewal(deps, staffOf(request), request.body)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.get(
    `${root}/form`,
    { schema: { querystring: formQuery, response: { 200: formSettings, ...failures }, tags } },
    async (request, reply) => {
      const found = await readFormSettings(deps, staffOf(request), request.query.regulation ?? null)
      return found.ok ? found.form : sendFailure(reply, found.failure)
    },
  )
  app.post(`${root}/form`, { schema: { body: formRequest, response: done, tags } }, async (request, reply) => {
    const made = await changeForm(deps, staffOf(request), request.body)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.post(`${root}/rehearsal`, { schema: { response: done, tags } }, async (request, reply) => {
    const made = await startRehearsal(deps, staffOf(request))
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.post(`${root}/rehearsal/end`, { schema: { response: done, tags } }, async (request, reply) => {
    const made = await endRehearsal(deps, staffOf(request))
    return made.ok ? {} : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/rehearsal/clock`,
    { schema: { body: z.object({ on: sentDay }), response: done, tags } },
    async (request, reply) => {
      const made = await moveClock(deps, staffOf(request), request.body.on)
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
}

/** What takes two administrators: a further kind, another version, a shorter log. */
export function confirmedRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(`${root}/kinds`, { schema: { body: kindRequest, response: confirmed, tags } }, async (request, reply) => {
    const made = await takeUpKind(deps, staffOf(request), request.body)
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/versions/preview`,
    { schema: { body: versionRequest.omit({ revision: true }), response: { 200: versionPreview, ...failures }, tags } },
    async (request, reply) => {
      const found = await previewVersion(deps, staffOf(request), request.body)
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )
  app.post(`${root}/versions`, { schema: { body: versionRequest, response: confirmed, tags } }, async (request, reply) => {
    const made = await changeVersion(deps, staffOf(request), request.body)
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
  app.post(`${root}/log-days`, { schema: { body: logDaysRequest, response: confirmed, tags } }, async (request, reply) => {
    const made = await changeLogDays(deps, staffOf(request), request.body)
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
}
