import { appendOnly, protect } from './steps.js'

/**
 * What one witness saw of a kind stands together in rows of up to a thousand facts: by itself each took a row and its entries in two indexes,
 * five times what it says. The view gives them one by one as before, so that the digest of every witness stays what it was.
 */
export const steps = (): readonly string[] => [
  `create table witnessed_facts (
    government text not null,
    witness int not null,
    kind text not null,
    part int not null,
    -- Fact by fact, in one order.
    matters bigint[] not null,
    seqs int[] not null,
    names text[] not null,
    digests bytea[] not null,
    primary key (government, witness, kind, part)
  )`,
  // An owner who is no superuser is held to the policies too, and would see no rows.
  'alter table witnessed no force row level security',
  `insert into witnessed_facts
   select government, witness, kind, (place - 1) / ${mostTogether}, array_agg(matter order by place), array_agg(seq order by place),
     array_agg(name order by place), array_agg(value order by place)
   from (select *, row_number() over (partition by government, witness, kind order by matter, seq, name) as place from witnessed) fact
   group by 1, 2, 3, 4`,
  'drop table witnessed',
  protect('witnessed_facts', 'select, insert'),
  appendOnly('witnessed_facts'),
  `create view witnessed with (security_invoker = true) as
   select w.government, w.witness, w.kind, one.matter, one.seq, one.name, one.value from witnessed_facts w
   cross join lateral unnest(w.matters, w.seqs, w.names, w.digests) as one(matter, seq, name, value)`,
  'grant select on witnessed to huiyin_app',
]

/** Facts in a row. */
export const mostTogether = 1000
