import { appendOnly, protect } from './steps.js'

/** The log is sent elsewhere and kept for a set time: how far each target has it, and from which entry on it stands. */
export const steps = (): readonly string[] => [
  tables,
  protect('log_position', 'select, insert, update'),
  protect('log_cut', 'select'),
  appendOnly('log_cut'),
  onlyWhatWasCut,
]

const tables = `
-- Up to which entry a target has a government's log. Entries are numbered in the order in which they were committed.
create table log_position (
  government text not null,
  target text not null,
  seq bigint not null,
  primary key (government, target)
);

-- What stood before this entry was kept for its time and is gone.
create table log_cut (
  government text not null,
  first bigint not null,
  at timestamptz not null,
  days int not null,
  primary key (government, first)
);
`

/** An entry is removed only by the cut that leaves it out, and never changed. */
const onlyWhatWasCut = `
drop trigger append_only on audit_entry;
create trigger append_only before update or truncate on audit_entry for each statement execute function refuse_change();
create function refuse_uncut() returns trigger language plpgsql as $$
begin
  if not exists (select from log_cut c where c.government = old.government and c.first > old.seq) then
    raise exception 'the log is kept: entry % of % was not cut off', old.seq, old.government;
  end if;
  return old;
end $$;
create trigger only_what_was_cut before delete on audit_entry for each row execute function refuse_uncut();
`
