import { protect } from './steps.js'

/** A unit's figures are kept taken apart, too, and those of one day, value and sight stand in one row. Everything is counted anew. */
export const steps = (): readonly string[] => [
  'drop table day_count',
  `create table day_count (
    government text not null,
    -- '*': whoever has a share; '': nobody has one.
    unit text not null,
    -- What it is taken apart by beside the unit, and its value there.
    way text not null,
    day date not null,
    value text not null,
    -- The day before this one on which the same matter belonged to the figure; infinity: every matter of the day.
    since date not null,
    -- Who may count it: what the calendar opened, a unit that the matter reaches, marks of those it reaches or is hidden from.
    is_round boolean not null,
    reaches boolean not null,
    marks text[] not null,
    hidden_from text[] not null,
    -- How many of each figure: { figure: number }.
    counts jsonb not null,
    primary key (government, unit, way, day, value, since, is_round, reaches, marks, hidden_from)
  )`,
  protect('day_count'),
  'truncate counting, counted_matter, to_count',
  // What a matter is counted as: [unit, duty, day, since, reaches, { figure: number }] of each.
  `comment on column counted_matter.parts is '[unit, duty, day, since, reaches, { figure: number }]'`,
]
