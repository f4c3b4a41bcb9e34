import { createHash } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { functions } from '../functions/index.js'
import * as offices from '../migrations/0001-offices.js'
import * as matters from '../migrations/0002-matters.js'
import * as people from '../migrations/0003-people.js'
import * as leakproof from '../migrations/0004-leakproof.js'
import * as administration from '../migrations/0006-administration.js'
import * as officeDuties from '../migrations/0008-office-duties.js'
import * as queue from '../migrations/0009-queue.js'
import * as statistics from '../migrations/0010-statistics.js'
import * as actsOfRoles from '../migrations/0011-acts-of-roles.js'
import * as sealedFiles from '../migrations/0021-sealed-files.js'
import * as keyChecks from '../migrations/0023-key-checks.js'
import * as pulse from '../migrations/0024-pulse.js'
import * as incarnation from '../migrations/0025-incarnation.js'
import * as proof from '../migrations/0025-proof.js'
import * as guesses from '../migrations/0026-guesses.js'
import * as accounts from '../migrations/0027-accounts.js'
import * as marks from '../migrations/0030-marks.js'
import * as lateAt from '../migrations/0032-late-at.js'
import * as rounds from '../migrations/0038-rounds.js'
import * as keptFigures from '../migrations/0039-kept-figures.js'
import * as criticisms from '../migrations/0040-criticisms.js'
import * as receivedWords from '../migrations/0041-received-words.js'
import * as logKeeping from '../migrations/0043-log-keeping.js'
import * as desk from '../migrations/0044-desk.js'
import * as roomBesideRows from '../migrations/0045-room-beside-rows.js'
import * as moreWitnessed from '../migrations/0046-more-witnessed.js'
import * as drafts from '../migrations/0047-drafts.js'
import * as namedHolder from '../migrations/0048-named-holder.js'
import * as askedOnce from '../migrations/0050-asked-once.js'
import * as textsInOrder from '../migrations/0051-texts-in-order.js'
import * as partOfAShare from '../migrations/0053-part-of-a-share.js'
import * as whatFilesTell from '../migrations/0058-what-files-tell.js'
import * as lookup from '../migrations/0064-lookup.js'
import * as narrower from '../migrations/0066-narrower.js'
import * as criticismsCounted from '../migrations/0069-criticisms-counted.js'
import * as traitsBesideWords from '../migrations/0070-traits-beside-words.js'
import * as madeFrom from '../migrations/0071-made-from.js'
import * as lapsed from '../migrations/0074-lapsed.js'
import * as whatWaits from '../migrations/0076-what-waits.js'
import * as items from '../migrations/0078-items.js'
import * as notes from '../migrations/0084-notes.js'
import * as newCodes from '../migrations/0087-new-codes.js'
import * as witnessedTogether from '../migrations/0090-witnessed-together.js'
import * as nothingAsks from '../migrations/0091-nothing-asks.js'
import * as documents from '../migrations/0104-documents.js'
import * as heldBack from '../migrations/0110-held-back.js'
import * as knownRequesters from '../migrations/0122-known-requesters.js'
import * as emblem from '../migrations/0132-emblem.js'
import * as packages from '../migrations/0137-packages.js'
import * as selections from '../migrations/0157-selections.js'
import * as rehearsals from '../migrations/0160-rehearsals.js'
import * as dayCounts from '../migrations/0167-day-counts.js'
import * as retention from '../migrations/0174-retention.js'
import * as spansAndPublished from '../migrations/0180-spans-and-published.js'
import * as issuedDocuments from '../migrations/0185-issued-documents.js'
import * as pointsTaken from '../migrations/0188-points-taken.js'
import * as patternAnswers from '../migrations/0189-pattern-answers.js'
import * as templates from '../migrations/0194-templates.js'
import * as rowsByMatter from '../migrations/0195-rows-by-matter.js'
import * as narrowEvents from '../migrations/0196-narrow-events.js'
import * as narrowDuties from '../migrations/0197-narrow-duties.js'
import * as whenProjected from '../migrations/0198-when-projected.js'
import * as unitsApart from '../migrations/0200-units-apart.js'
import * as textsAsTheyAre from '../migrations/0201-texts-as-they-are.js'
import * as queueByDuty from '../migrations/0202-queue-by-duty.js'
import * as numbersOfUnits from '../migrations/0207-numbers-of-units.js'
import * as reports from '../migrations/0211-reports.js'
import * as patternsByDay from '../migrations/0212-patterns-by-day.js'
import * as twoApprovals from '../migrations/0214-two-approvals.js'
import * as documentPrints from '../migrations/0218-document-prints.js'
import * as leftInHand from '../migrations/0221-left-in-hand.js'
import type { Migration } from '../migrations/steps.js'
import { appRole, schema } from './app-role.js'
import type { Database } from './database.js'

/** In order of their names; forward only, and never changed once released. */
const migrations: Record<string, Migration> = {
  '0001-offices': offices,
  '0002-matters': matters,
  '0003-people': people,
  '0004-leakproof': leakproof,
  '0006-administration': administration,
  '0008-office-duties': officeDuties,
  '0009-queue': queue,
  '0010-statistics': statistics,
  '0011-acts-of-roles': actsOfRoles,
  '0023-key-checks': keyChecks,
  '0024-pulse': pulse,
  '0025-incarnation': incarnation,
  '0025-proof': proof,
  '0026-guesses': guesses,
  '0021-sealed-files': sealedFiles,
  '0027-accounts': accounts,
  '0030-marks': marks,
  '0032-late-at': lateAt,
  '0038-rounds': rounds,
  '0039-kept-figures': keptFigures,
  '0040-criticisms': criticisms,
  '0043-log-keeping': logKeeping,
  '0044-desk': desk,
  '0047-drafts': drafts,
  '0048-named-holder': namedHolder,
  '0053-part-of-a-share': partOfAShare,
  '0041-received-words': receivedWords,
  '0045-room-beside-rows': roomBesideRows,
  '0046-more-witnessed': moreWitnessed,
  '0050-asked-once': askedOnce,
  '0051-texts-in-order': textsInOrder,
  '0058-what-files-tell': whatFilesTell,
  '0064-lookup': lookup,
  '0066-narrower': narrower,
  '0069-criticisms-counted': criticismsCounted,
  '0070-traits-beside-words': traitsBesideWords,
  '0071-made-from': madeFrom,
  '0078-items': items,
  '0074-lapsed': lapsed,
  '0076-what-waits': whatWaits,
  '0084-notes': notes,
  '0087-new-codes': newCodes,
  '0090-witnessed-together': witnessedTogether,
  '0091-nothing-asks': nothingAsks,
  '0104-documents': documents,
  '0110-held-back': heldBack,
  '0122-known-requesters': knownRequesters,
  '0132-emblem': emblem,
  '0137-packages': packages,
  '0167-day-counts': dayCounts,
  '0160-rehearsals': rehearsals,
  '0157-selections': selections,
  '0174-retention': retention,
  '0180-spans-and-published': spansAndPublished,
  '0185-issued-documents': issuedDocuments,
  '0188-points-taken': pointsTaken,
  '0189-pattern-answers': patternAnswers,
  '0194-templates': templates,
  '0195-rows-by-matter': rowsByMatter,
  '0196-narrow-events': narrowEvents,
  '0197-narrow-duties': narrowDuties,
  '0198-when-projected': whenProjected,
  '0200-units-apart': unitsApart,
  '0201-texts-as-they-are': textsAsTheyAre,
  '0202-queue-by-duty': queueByDuty,
  '0207-numbers-of-units': numbersOfUnits,
  '0211-reports': reports,
  '0212-patterns-by-day': patternsByDay,
  '0214-two-approvals': twoApprovals,
  '0218-document-prints': documentPrints,
  '0221-left-in-hand': leftInHand,
}

/** Brings a database to the shape this version works with. Several processes may call it at once. */
export async function migrate(database: Database): Promise<void> {
  if (await isCurrent(database.owner)) return
  const client = await database.owner.connect()
  try {
    // One after the other: even "create schema if not exists" fails when two do it at the same moment.
    await client.query('select pg_advisory_lock($1)', [lock])
    if (!(await isCurrent(database.owner))) await bringUpToDate(database, client)
    await client.query('select pg_advisory_unlock($1)', [lock])
  } finally {
    // Closed, not reused: should anything have failed, the lock goes with the connection.
    client.release(true)
  }
}

/** Any number, but always this one. */
const lock = 4_855_711_950

const functionsHash = createHash('sha256').update(functions.join('\n')).digest('hex')

async function bringUpToDate(database: Database, client: pg.PoolClient): Promise<void> {
  await prepareRole(database)
  await runMigrations({ pgPool: database.owner })
  await client.query(progress)
  // They do not build on each other by number: a database may have a later one and not yet an earlier one.
  const done = await stepsDone(client)
  for (const [name, { steps }] of Object.entries(migrations)) {
    if (!done.has(name)) await inOne(client, [...steps(), `insert into migration (name) values ('${name}')`])
  }
  if (!done.has(functionsHash)) await inOne(client, installFunctions)
  await client.query(`grant usage on schema ${schema} to ${appRole}`)
}

/** What was done before, also by the migrator that older versions had. */
const progress = `
create table if not exists migration (name text primary key, at timestamptz not null default now());
do $$ begin
  if to_regclass('kysely_migration') is not null then
    insert into migration (name) select name from kysely_migration on conflict do nothing;
    drop table kysely_migration, kysely_migration_lock;
  end if;
end $$;
`

const functionNames = functions.flatMap((each) => [...each.matchAll(/^create function (\w+)/gm)].map(([, name]) => `'${name}'`))

/** Those that stand under these names, whatever their shape, make room for those of this version. */
const installFunctions: readonly string[] = [
  `do $$ declare found record; begin
    for found in select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = '${schema}'::regnamespace and p.proname in (${functionNames.join(', ')})
    loop execute 'drop function ' || found.name; end loop;
  end $$`,
  ...functions,
  `grant execute on all functions in schema ${schema} to ${appRole}`,
  `delete from migration where name ~ '^[0-9a-f]{64}$'`,
  `insert into migration (name) values ('${functionsHash}')`,
]

async function inOne(client: pg.PoolClient, statements: readonly string[]): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const stepsDone = async (client: pg.Pool | pg.PoolClient): Promise<ReadonlySet<string>> =>
  new Set((await client.query<{ name: string }>(`select name from ${schema}.migration`)).rows.map(({ name }) => name))

/** One look: most starts have nothing to do. */
async function isCurrent(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query(`select to_regclass('${schema}.migration') is not null as begun`)
  if (!rows[0]?.begun) return false
  const done = await stepsDone(owner)
  return done.has(functionsHash) && Object.keys(migrations).every((name) => done.has(name))
}

/** Roles belong to the cluster, so another database may have made it, at this very moment. */
async function prepareRole({ owner }: Database): Promise<void> {
  await owner.query(`
    create schema if not exists ${schema};
    do $$ begin
      create role ${appRole} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin
      if not pg_has_role(current_user, '${appRole}', 'member') then
        execute 'grant ${appRole} to ' || quote_ident(current_user);
      end if;
    end $$`)
}
