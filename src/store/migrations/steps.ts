/** What brings a database one step further: SQL, run in order in one transaction. */
export type Migration = { readonly steps: () => readonly string[] }

export type Grants =
  | 'select, insert, update, delete'
  | 'select, insert, update'
  | 'select, insert, delete'
  | 'select, insert'
  | 'select'

/** Within a `select`: asked once for a statement, not for each row. */
const asked = "(select current_setting('huiyin.government', true))"

/** Shows a table's rows to the government they belong to, and to nobody else: not even to the owner, nor when no government is set. */
export const protect = (table: string, grants: Grants = 'select, insert, update, delete'): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own on ${table}
  using (government = ${asked})
  with check (government = ${asked});
grant ${grants} on ${table} to huiyin_app;
`

/** Lets nobody change or remove what was recorded; whoever owns the table would have to switch this off first. */
export const appendOnly = (table: string): string => `
create trigger append_only before update or delete or truncate on ${table}
  for each statement execute function refuse_change();
`
