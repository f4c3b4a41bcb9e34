/** Which copy of the database this is, and when numbers were last drawn: a restored copy goes on past what may have been given out. */
export const steps = (): readonly string[] => [
  `create table incarnation (
    one boolean primary key check (one),
    value text not null
  )`,
  `alter table counter add column drawn_at timestamptz not null default now(),
     -- Unknown for those that are there: long ago, so that their pace is not thought to be higher than it was.
     add column begun_at timestamptz not null default now() - interval '1 year'`,
  'alter table counter alter column begun_at set default now()',
]
