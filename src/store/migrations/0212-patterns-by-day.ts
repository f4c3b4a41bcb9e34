import { protect } from './steps.js'

/** 数字自查. What was counted of a month for those who count of the same (`reach`), anew each day; and which units were told of what, each once. */
export const steps = (): readonly string[] => [
  `create table pattern_month (
    government text not null,
    -- 2025-10.
    month text not null,
    reach text not null,
    counted_at timestamptz not null,
    -- Of each unit and measure: in how many of how many, and the latest of them.
    counts jsonb not null,
    primary key (government, month, reach)
  )`,
  protect('pattern_month'),
  `create table pattern_told (
    government text not null,
    month text not null,
    unit text not null,
    pattern text not null,
    at timestamptz not null,
    primary key (government, month, unit, pattern)
  )`,
  protect('pattern_told', 'select, insert'),
]
