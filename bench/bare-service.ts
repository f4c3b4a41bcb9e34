import fastify from 'fastify'
import pg from 'pg'

/**
 * What the product is compared with: a message comes in as JSON and goes into the same tables by one prepared statement. No schema,
 * no check, no regulation, no chain, nothing sealed, no row-level security (it connects as a superuser). The search index is fed the
 * same words, because both are to write the same rows.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c search_path=huiyin -c timezone=UTC',
})

const text = `
with k as (
  insert into submission_key (government, key_hash, request_hash, matter, response, created_at) values ($1, $9, $9, $2, $10, $11)
), p as (
  insert into person (government, person, sealed, nonce, key_id, created_at) values ($1, $2, $10, '\\x00', '1', $11)
), m as (
  insert into matter (government, matter, number, query_code_hash, regulation, regulation_version, revision, stage, shown_state, category,
    channel, title, received_at, updated_at, projected_at, alert_rank, units, hidden_from, requester, facts)
  values ($1, $2, $3, $9, 'bare', '1', 1, 'received', 'waiting', $4, $5, $6, $11, $11, $11, 0, '{}', '{}', $2, $7)
), t as (
  insert into matter_text (government, matter, search, received_at) values ($1, $2, array_to_tsvector($8), $11)
), e as (
  insert into event (government, matter, seq, act, kind, by, at, recorded_at, data, algorithm, previous, hash)
  values ($1, $2, 1, 'submit', 'act', '{"role":"requester"}', $11, $11, $12, 'none', '', $9)
)
insert into duty (government, matter, duty_key, duty, holder_role, holder_unit, status, opened_at, due_at, provisional, is_late,
  workdays_late, held, alert_rank, deducted)
values ($1, $2, 'accept#1', 'accept', 'office', '', 'open', $11, null, false, false, 0, false, 0, 0)`

type Body = { readonly government: string; readonly with: Readonly<Record<string, string>> }

/** Every two neighbouring characters. */
function windows(of: string): string[] {
  const words = new Set<string>()
  for (let at = 0; at + 1 < of.length; at += 1) words.add(of.slice(at, at + 2))
  return [...words]
}

const app = fastify()
let last = 0

app.post<{ Body: Body }>('/api/matters', async (request, reply) => {
  const { government, with: stated } = request.body
  last += 1
  const number = String(1_000_000_000 + last)
  const code = Math.random().toString(36).slice(2, 8)
  const now = new Date()
  const { title = '', body = '', category = null, channel = 'web' } = stated
  await pool.query({
    name: 'insert',
    text,
    values: [
      government,
      last,
      number,
      category,
      channel,
      title,
      JSON.stringify({ category, channel, title }),
      windows(`${title}\n${body}`),
      Buffer.from(String(request.headers['idempotency-key'])),
      Buffer.from(JSON.stringify({ number, code, requester: stated.requesterName })),
      now,
      JSON.stringify({ with: stated }),
    ],
  })
  return reply.code(201).send({ number, code, track: `/${government}/track/${number}`, receivedAt: now.toISOString() })
})

app.get('/healthz', async () => ({ status: 'alive' }))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => process.exit(0))
