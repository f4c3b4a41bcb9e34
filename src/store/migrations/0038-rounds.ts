import { protect } from './steps.js'

/**
 * A round of what the office itself owes is a matter that the calendar opens. What stood in tables of its own is carried over by the
 * application, which knows how a matter is hashed; a database in which nothing stood there lets them go at once.
 */
export const steps = (): readonly string[] => [
  `alter table matter add column office_duty text, add column round text,
     add constraint matter_round check ((office_duty is null) = (round is null))`,
  'create unique index matter_round on matter (government, regulation, office_duty, round) where office_duty is not null',
  watch,
  // An owner who is no superuser is held to the policies too, and would see no rows.
  'alter table office_watch no force row level security; alter table office_event no force row level security',
  'insert into round_watch (government, regulation, since, look_at) select government, regulation, since, now() from office_watch',
  'alter table office_watch force row level security; alter table office_event force row level security',
  protect('round_watch', 'select, insert, update'),
  timer,
  `do $$ begin
     alter table office_event no force row level security;
     if not exists (select from office_event) then
       ${endApart}
     else
       alter table office_event force row level security;
     end if;
   end $$`,
]

const watch = `
create table round_watch (
  government text not null,
  regulation text not null,
  -- From this day on the office works under the regulation: what lies before was never owed here.
  since date not null,
  look_at timestamptz,
  taken_until timestamptz,
  primary key (government, regulation)
);
create index round_watch_look on round_watch (look_at) where look_at is not null;
`

const timer = `
create policy timer_sees on round_watch for select using (current_setting('huiyin.government', true) = '*');
create policy timer_takes on round_watch for update
  using (current_setting('huiyin.government', true) = '*')
  with check (current_setting('huiyin.government', true) = '*');
`

/** The tables that kept rounds apart go. The column that says a file was theirs stays: what was witnessed of files is made with it. */
export const endApart = 'drop table office_event; drop table office_watch;'
