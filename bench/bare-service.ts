import { createCipheriv, createHmac, hash, randomBytes } from 'node:crypto'
import fastify from 'fastify'
import pg from 'pg'

/**
 * What the product is compared with: a message comes in as JSON and goes into the same tables (but for the words of its texts) by one prepared statement. No schema,
 * no check, no regulation, no chain, nothing sealed, no row-level security (it connects as a superuser). The search index is fed the
 * same words, because both are to write the same rows.
 *
 * With `BARE_OWES` it does what no such service may leave out: who wrote is sealed, and so is the answer that is kept for a repeated request; the
 * code, the request, the name and the number are known by marks under a key; the event has its hash.
 */
const owes = process.env.BARE_OWES === '1'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c search_path=huiyin -c timezone=UTC',
})

const lookup = ', l as (insert into matter_lookup (government, word, matter) select $1, word, $2 from unnest($13::text[]) word)'
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
)${owes ? lookup : ''}
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

const key = randomBytes(32)
const mark = (of: string): Buffer => createHmac('sm3', key).update(of).digest()

function sealed(of: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(of), cipher.final(), cipher.getAuthTag()])
}

/** Its own words stand as they are indexed, so that what it takes stays the measure it was. */
const ownTexts = `
drop table matter_text;
create table matter_text (government text not null, matter bigint not null, search tsvector not null, received_at timestamptz not null, primary key (government, matter));
create index on matter_text using gin (search) with (gin_pending_list_limit = 512)`
await pool.query(ownTexts)

const app = fastify()
let last = 0

app.post<{ Body: Body }>('/api/matters', async (request, reply) => {
  const { government, with: stated } = request.body
  last += 1
  const number = String(1_000_000_000 + last)
  const code = Math.random().toString(36).slice(2, 8)
  const now = new Date()
  const { title = '', body = '', category = null, channel = 'web' } = stated
  const idempotency = String(request.headers['idempotency-key'])
  const answer = JSON.stringify({ number, code, requester: stated.requesterName })
  const { requesterName = '', phone = '', ...rest } = stated
  const told = JSON.stringify({ with: owes ? rest : stated })
  if (owes) {
    sealed(answer)
    mark(`${number}/${code}`)
    mark(JSON.stringify(stated))
  }
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
      owes ? Buffer.concat([mark(idempotency), hash('sm3', told, 'buffer')]) : Buffer.from(idempotency),
      owes ? sealed(JSON.stringify({ requesterName, phone })) : Buffer.from(answer),
      now,
      told,
      ...(owes
        ? [[[...number].reverse().join(''), ...[requesterName, phone].map((who) => mark(who).toString('base64url', 0, 15))]]
        : []),
    ],
  })
  return reply.code(201).send({ number, code, track: `/${government}/track/${number}`, receivedAt: now.toISOString() })
})

app.get('/healthz', async () => ({ status: 'alive' }))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => process.exit(0))
