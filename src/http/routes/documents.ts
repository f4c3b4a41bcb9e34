import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  digestSheet,
  documentFile,
  documentPdf,
  draftDocument,
  issueDocument,
  listDocuments,
  lockDocument,
  matterSheet,
  type Outcome,
  readDocument,
  saveDocument,
  spoilDocument,
} from '../../app/index.js'
import {
  documentDraft,
  documentIssue,
  documentList,
  documentLock,
  documentMade,
  documentSaved,
  documentSpoil,
  documentView,
  lang,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { sendFile } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const params = z.object({ id: z.string().regex(/^\d{1,15}$/) })
const querystring = z.object({ lang: lang.optional() })
const tags = ['documents']
const done = { params, response: { 204: z.null().describe('Done'), ...failures }, tags }

/** 文书. The papers of a matter: made, read, written on, issued, spoiled, downloaded. */
export async function documentRoutes(plain: FastifyInstance, deps: HttpDeps): Promise<void> {
  await draftRoutes(plain, deps)
  await changeRoutes(plain, deps)
  await fileRoutes(plain, deps)
}

async function draftRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/:id/documents',
    { schema: { params, querystring: querystring.extend(asOfShape), response: { 200: documentList, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await listDocuments(deps, who, Number(request.params.id))
      return found.ok ? found.documents : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/matters/:id/documents',
    { schema: { params, body: documentDraft, response: { 200: documentMade, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await draftDocument(deps, who, { matter: Number(request.params.id), ...request.body })
      return made.ok ? { id: made.id } : sendFailure(reply, made.failure)
    },
  )

  app.get(
    '/api/documents/:id',
    { schema: { params, querystring: querystring.extend(asOfShape), response: { 200: documentView, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readDocument(deps, who, Number(request.params.id))
      return found.ok ? found.document : sendFailure(reply, found.failure)
    },
  )
}

async function changeRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.put('/api/documents/:id', { schema: { ...done, body: documentSaved } }, async (request, reply) =>
    sendDone(reply, await saveDocument(deps, staffOf(request), { id: Number(request.params.id), ...request.body })),
  )

  app.put('/api/documents/:id/lock', { schema: { ...done, body: documentLock } }, async (request, reply) =>
    sendDone(reply, await lockDocument(deps, staffOf(request), Number(request.params.id), request.body.held)),
  )

  app.post('/api/documents/:id/issue', { schema: { ...done, body: documentIssue } }, async (request, reply) =>
    sendDone(reply, await issueDocument(deps, staffOf(request), { id: Number(request.params.id), ...request.body })),
  )

  app.post('/api/documents/:id/spoil', { schema: { ...done, body: documentSpoil } }, async (request, reply) =>
    sendDone(reply, await spoilDocument(deps, staffOf(request), Number(request.params.id), request.body.reason)),
  )
}

async function fileRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/:id/sheet',
    {
      schema: {
        params,
        querystring: querystring.extend({ form: z.enum(['docx', 'pdf']).default('docx'), ...asOfShape }),
        response: { 200: z.any().describe('The file'), ...failures },
        tags,
      },
      config: perMinute(60),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await matterSheet(deps, who, { matter: Number(request.params.id), form: request.query.form })
      return made.ok ? sendFile(reply, made.file) : sendFailure(reply, made.failure)
    },
  )

  app.get(
    '/api/bulletins/sheet',
    {
      schema: {
        querystring: querystring.extend({ form: z.enum(['docx', 'pdf']).default('docx'), ...asOfShape }),
        response: { 200: z.any().describe('The file'), ...failures },
        tags,
      },
      config: perMinute(60),
    },
    async (request, reply) => {
      const made = await digestSheet(deps, staffOf(request), request.query.form)
      return made.ok ? sendFile(reply, made.file) : sendFailure(reply, made.failure)
    },
  )

  for (const [ending, read] of [
    ['docx', documentFile],
    ['pdf', documentPdf],
  ] as const) {
    app.get(
      `/api/documents/:id/${ending}`,
      {
        schema: {
          params,
          querystring: querystring.extend(asOfShape),
          response: { 200: z.any().describe('The file'), ...failures },
          tags,
        },
      },
      async (request, reply) => {
        const who = staffOf(request)
        const found = await read(deps, who, Number(request.params.id))
        return found.ok ? sendFile(reply, found.file) : sendFailure(reply, found.failure)
      },
    )
  }
}

const sendDone = (reply: FastifyReply, outcome: Outcome<object>): FastifyReply =>
  outcome.ok ? reply.code(204).send(null) : sendFailure(reply, outcome.failure)
