import pg from 'pg'
import type { Regulation } from '../src/core/index.js'
import { runsOf } from '../src/store/search/search-words.js'
import { sequence } from '../test/walk.js'
import type { Database } from './database.js'
import { messageText } from './phrases.js'
import { insertDuties, insertMatters, insertShares, insertTexts, planRows } from './queue-seed-sql.js'

export type Seeding = {
  readonly government: string
  readonly regulation: Regulation
  readonly units: readonly string[]
  readonly matters: number
  /** Open duties of each unit, and of the office; all others are met. */
  readonly openEach: number
  /** The moment at which the lists are read. */
  readonly now: number
  /** Over so many days they came; two years where nothing is said. */
  readonly days?: number
}
export type Seeded = { readonly duties: number; readonly open: number; readonly published: number; readonly megabytes: number }

const chunk = 50_000
const texts = 5000
const titleLength = 14
const bodyLength = 120
const tables = ['matter', 'matter_text', 'assignment', 'duty']

/** Fills the tables as years of work would have, without the work: straight into the rows that lists read. */
export async function seedQueue(database: Database, seeding: Seeding): Promise<Seeded> {
  const client = new pg.Client({ ...database.connection, options: '-c search_path=huiyin -c maintenance_work_mem=1GB' })
  await client.connect()
  try {
    await fillTexts(client)
    await fillWords(client, seeding)
    const indexes = await dropIndexes(client)
    for (let from = 1; from <= seeding.matters; from += chunk) {
      const to = Math.min(seeding.matters, from + chunk - 1)
      await client.query(planRows, [from, to])
      for (const insert of [insertMatters, insertTexts, insertShares, insertDuties]) await client.query(insert)
      await client.query('drop table plan')
      say(`${to.toLocaleString('en')} matters`)
    }
    for (const [at, index] of indexes.entries()) {
      await client.query(index)
      say(`index ${at + 1} of ${indexes.length}`)
    }
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    if (process.stderr.isTTY) process.stderr.write('\n')
    return (await client.query(summary)).rows[0]
  } finally {
    await client.end()
  }
}

const say = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(15)}seeding: ${text.padEnd(30)}`)
}

const summary = `select (select count(*) from duty)::int as duties, (select count(*) from duty where status <> 'met')::int as open,
  (select count(*) from matter where published_at is not null)::int as published,
  (pg_database_size(current_database()) / 1048576)::int as megabytes`

/** Some thousands of different texts, which the matters share: each word is then as frequent as in so many different ones. */
async function fillTexts(client: pg.Client): Promise<void> {
  const choose = sequence(7)
  const rows = Array.from({ length: texts }, (_, id) => {
    const [title, body] = [messageText(choose, titleLength), messageText(choose, bodyLength)]
    return { id, title, body, runs: runsOf(`${title}\n${body}`) }
  })
  await client.query('create temp table some_text (id int primary key, title text, body text, runs text)')
  await client.query(
    'insert into some_text select * from jsonb_to_recordset($1) as row(id int, title text, body text, runs text)',
    [JSON.stringify(rows)],
  )
  await client.query('analyze some_text')
}

/** What this government and its regulation call things, as one row. */
async function fillWords(
  client: pg.Client,
  { government, regulation, units, matters, openEach, now, days = 730 }: Seeding,
): Promise<void> {
  const { id, version, stages, duties, fields } = regulation
  const stage = (heldBy: string) => Object.values(stages).find((each) => each.heldBy === heldBy)?.id ?? ''
  const owedBy = (holder: string) => Object.values(duties).filter((each) => each.holder === holder)
  const contacting = owedBy('unit')[0]?.id
  const words = {
    ...{ government, regulation: id, version, units, texts },
    ...{ waiting: stage('office'), working: stage('unit'), done: stage('nobody') },
    ...{ accepting: owedBy('office')[0]?.id, contacting, finishing: owedBy('unit')[1]?.id ?? contacting },
    ...{ matters, days, of_units: matters - openEach * (units.length + 1), of_office: matters - openEach },
    ...{
      now: new Date(now).toISOString(),
      categories: fields.category?.options.map((option) => option.id) ?? [],
      alerts: alertsOf(regulation),
    },
  }
  await client.query(
    `create temp table word as select * from jsonb_to_record('${JSON.stringify(words)}') as row(government text, regulation text,
       version text, units text[], texts int, waiting text, working text, done text, accepting text, contacting text,
       finishing text, matters int, days int, of_units int, of_office int, now timestamptz, categories text[], alerts text[])`,
  )
}

const alertsOf = ({ alerts }: Regulation): readonly string[] =>
  Object.values(alerts)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id)

/** An index made at the end costs a fraction of one kept up row by row. Answers how to make them again. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not i.indisunique`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
