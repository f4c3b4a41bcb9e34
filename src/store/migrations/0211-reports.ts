import { protect } from './steps.js'

/** Reports that people keep, and those that were made on a schedule. */
export const steps = (): readonly string[] => [
  `create table report (
    government text not null,
    id bigint generated always as identity,
    account text not null,
    -- Whose seat it was kept in: what is made on a schedule is counted with the rights of its holder.
    role text not null,
    unit text,
    name text not null,
    asked jsonb not null,
    -- Roles that find it, too.
    shared_with text[] not null default '{}',
    every text,
    -- As of which moment it is made next; null: on no schedule.
    next_at timestamptz,
    -- When that is tried: then, or later where it failed.
    look_at timestamptz,
    created_at timestamptz not null,
    primary key (government, id),
    unique (government, account, name),
    check ((every is null) = (next_at is null) and (every is null) = (look_at is null))
  )`,
  `create index report_shared on report using gin (shared_with) where shared_with <> '{}'`,
  'create index report_due on report (government, look_at) where look_at is not null',
  `create table made_report (
    government text not null,
    id bigint generated always as identity,
    report bigint not null,
    -- The moment at which it was to be made; counted is what was known by then.
    due_at timestamptz not null,
    made_at timestamptz not null,
    -- What its owner counted of: whoever counts of the same reads it.
    reach text not null,
    -- By language; null: it could not be made, and why.
    content jsonb,
    problem text,
    primary key (government, id),
    unique (government, report, due_at),
    check ((content is null) = (problem is not null))
  )`,
  protect('report'),
  protect('made_report', 'select, insert, delete'),
]
