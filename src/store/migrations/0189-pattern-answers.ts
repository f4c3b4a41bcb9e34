import { protect } from './steps.js'

/** 自查说明. What a unit says to something conspicuous in its figures of a month, before and after the office may see it: each stays as it was said. */
export const steps = (): readonly string[] => [
  `create table pattern_answer (
    government text not null,
    id bigint generated always as identity,
    unit text not null,
    -- The measure that it is about, and the month: 2025-10.
    pattern text not null,
    month text not null,
    answer text not null,
    account text not null,
    at timestamptz not null,
    primary key (government, id)
  )`,
  'create index pattern_answer_of_month on pattern_answer (government, month, unit, id)',
  protect('pattern_answer', 'select, insert'),
]
