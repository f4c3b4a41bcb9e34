import { protect } from './steps.js'

/**
 * 日数. How many matters belong to a figure by day, so that what a time span costs does not grow with what is stored. Beside them what each
 * matter is counted as, and the matters that were written since.
 */
export const steps = (): readonly string[] => [
  `create table day_count (
    government text not null,
    -- '*': whoever has a share; '': nobody has one.
    unit text not null,
    -- What it is taken apart by beside the unit, and its value there; '' by nothing.
    way text not null,
    day date not null,
    value text not null,
    figure text not null,
    -- The day before this one on which the same matter belonged to it; infinity: every matter of the day.
    since date not null,
    -- Who may count it: what the calendar opened, a unit that the matter reaches, marks of those it reaches or is hidden from.
    is_round boolean not null,
    reaches boolean not null,
    marks text[] not null,
    hidden_from text[] not null,
    n bigint not null,
    primary key (government, unit, way, day, value, figure, since, is_round, reaches, marks, hidden_from)
  )`,
  `create table counted_matter (
    government text not null,
    matter bigint not null,
    regulation text not null,
    category text not null,
    channel text not null,
    is_round boolean not null,
    -- Something of it was counted on a day before it was received.
    is_early boolean not null,
    marks text[] not null,
    hidden_from text[] not null,
    -- [unit, duty, day, figure, since, n, reaches] of each.
    parts jsonb not null,
    primary key (government, matter)
  )`,
  `create table to_count (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    primary key (government, id)
  )`,
  `create table counting (
    government text primary key,
    -- By which rules it is counted, and what has fallen due until when.
    basis text not null,
    until timestamptz not null,
    -- Every matter has been counted once.
    is_whole boolean not null
  )`,
  ...['day_count', 'counted_matter', 'to_count', 'counting'].map((table) => protect(table)),
  'create index counted_early on counted_matter (government, matter) where is_early',
  'create index mark_of_kind on mark (government, mark, at, matter)',
  `create index duty_missed on duty (government, due_at, matter) where status <> 'met' or is_late`,
]
