import { protect } from './steps.js'

/** What happened to a matter in words that every regulation shares: figures count these, and no act by its name. */
export const steps = (): readonly string[] => [
  marks,
  'create index mark_at on mark (government, at, matter)',
  protect('mark'),
  'drop index if exists event_counted',
]

const marks = `
create table mark (
  government text not null,
  matter bigint not null,
  -- The event that made it, and the mark.
  mark_key text not null,
  mark text not null,
  at timestamptz not null,
  assignment int,
  -- The option that was given, where it is a rating.
  rating text,
  primary key (government, matter, mark_key)
);
`
