/** One row that is written to find out whether the database still takes what it is given. Of no government. */
export const steps = (): readonly string[] => [
  `create table pulse (
    one boolean primary key check (one),
    at timestamptz not null
  )`,
  'grant select, insert, update on pulse to huiyin_app',
]
