import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  keepLedgerLayout,
  type LedgerFormat,
  ledgerFor,
  ledgerHeads,
  lookAtLedger,
  recordExport,
  removeLedgerLayout,
} from '../../app/index.js'
import { type LedgerHead, lang, ledgerHead, ledgerKinds, ledgerLayout, ledgerLook } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape, matterFilter, matterQuery } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { spreadsheet } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const columnList = z.array(ledgerHead).min(1).max(100)

/** The columns that a query names; null: it names none. */
function readColumns(text: string): readonly LedgerHead[] | null {
  try {
    const { data } = columnList.safeParse(JSON.parse(text))
    return data ?? null
  } catch {
    return null
  }
}

const kindQuery = matterQuery.extend({ ...asOfShape, kind: z.enum(ledgerKinds).default('matters') })
const ledgerQuery = kindQuery.extend({
  format: z.enum(['csv', 'xlsx', 'jsonl']).default('csv'),
  layout: z.string().max(200).optional().describe('The name of a layout that the office keeps'),
  columns: z
    .string()
    .max(8000)
    .refine((text) => readColumns(text) !== null, 'not a list of columns')
    .optional()
    .describe('Which columns, in which order, under which heads: `[{"id":"number","head":"编号"}]`'),
})
const types: Record<LedgerFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: spreadsheet,
  jsonl: 'application/x-ndjson',
}

/** The ledger as a file, and how it looks. */
export async function ledgerFileRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/ledger',
    { schema: { querystring: ledgerQuery, tags: ['desk'] }, config: perMinute(10) },
    async (request, reply) => {
      const who = staffOf(request)
      const { kind, format, layout, columns } = request.query
      const named = columns === undefined ? undefined : (readColumns(columns) ?? undefined)
      const chosen = ledgerHeads(who, { kind, layout, columns: named })
      if (!chosen.ok) return sendFailure(reply, chosen.failure)
      await recordExport(deps, who, { kind, format })
      const asked = { kind, filter: matterFilter(request.query) }
      const file = await ledgerFor(deps, who, chosen.heads === null ? asked : { ...asked, heads: chosen.heads }, format)
      return reply
        .header('content-type', types[format])
        .header('content-disposition', `attachment; filename="ledger.${format}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(file, { objectMode: false }))
    },
  )

  app.get(
    '/api/ledger/look',
    { schema: { querystring: kindQuery, response: { 200: ledgerLook, ...failures }, tags: ['desk'] } },
    async (request) => lookAtLedger(deps, staffOf(request), { kind: request.query.kind, filter: matterFilter(request.query) }),
  )
  layoutRoutes(plain, deps)
}

function layoutRoutes(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/ledger/layouts',
    { schema: { body: ledgerLayout, response: { 201: ledgerLayout, ...failures }, tags: ['desk'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const kept = await keepLedgerLayout(deps, who, request.body)
      return kept.ok ? reply.code(201).send(kept.layout) : sendFailure(reply, kept.failure)
    },
  )

  app.delete(
    '/api/ledger/layouts/:name',
    {
      schema: {
        params: z.object({ name: z.string().max(200) }),
        querystring: z.object({ lang: lang.optional() }),
        response: { 204: z.null().describe('Removed'), ...failures },
        tags: ['desk'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const removed = await removeLedgerLayout(deps, who, request.params.name)
      return removed.ok ? reply.code(204).send(null) : sendFailure(reply, removed.failure)
    },
  )
}
