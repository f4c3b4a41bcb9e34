/** What each key makes of a fixed text: other keys than those a database was begun with are refused. Of no government. */
export const steps = (): readonly string[] => [
  `create table key_check (
    name text primary key,
    value bytea not null
  )`,
  'grant select, insert on key_check to huiyin_app',
]
