import { appendOnly, protect } from './steps.js'

/**
 * 归档包. Each package that left the house, by its hash; and witnesses whose digest is the root of a tree over what they saw, so that one
 * fact can be proven without telling any other.
 */
export const steps = (): readonly string[] => [
  `create table sealed_package (
    government text not null,
    -- SM3 of everything in the file before its seal.
    hash bytea not null,
    -- 0: of several.
    matter bigint not null,
    edition text not null,
    account text not null,
    at timestamptz not null,
    primary key (government, hash)
  )`,
  protect('sealed_package', 'select, insert'),
  appendOnly('sealed_package'),
  facts,
  mark,
  tree,
]

const facts = `
alter view fact rename to fact_without_packages;
grant select on fact_without_packages to huiyin_app;
create view fact with (security_invoker = true) as
select government, kind, matter, seq, name, value from fact_without_packages
union all
select p.government, 'package', p.matter, 0, encode(p.hash, 'hex'), p.hash from sealed_package p;
grant select on fact to huiyin_app;
`

const mark = `
create function mark_package() returns trigger language plpgsql as $$
begin
  insert into unwitnessed (government, kind, matter, name) values (new.government, 'package', new.matter, encode(new.hash, 'hex'));
  return null;
end $$;
create trigger mark_package after insert on sealed_package for each row when (current_user = 'huiyin_app') execute function mark_package();
`

/** Leaves and knots are hashed apart from each other (RFC 6962), so that a knot is never taken for a fact. */
const tree = `
create function fact_line(kind text, matter bigint, seq int, name text, value bytea) returns text language sql stable as
$$ select concat_ws('/', kind, matter, seq, name, encode(value, 'hex')) $$;
create function fact_leaves(of_government text, of_witness int) returns bytea[] language sql stable as $$
  select coalesce(array_agg(sha256('\\x00'::bytea || convert_to(fact_line(kind, matter, seq, name, value), 'UTF8'))
    order by kind collate "C", matter, seq, name collate "C"), '{}')
  from witnessed where government = of_government and witness = of_witness
$$;
create function fact_knots(level bytea[]) returns bytea[] language sql immutable as $$
  select array_agg(case when cardinality(pair) = 1 then pair[1] else sha256('\\x01'::bytea || pair[1] || pair[2]) end order by place)
  from (select (place - 1) / 2 as place, array_agg(hash order by place) as pair
    from unnest(level) with ordinality each(hash, place) group by 1) pairs
$$;
create function fact_root(of_government text, of_witness int) returns bytea language plpgsql stable as $$
declare level bytea[] := fact_leaves(of_government, of_witness);
begin
  while cardinality(level) > 1 loop level := fact_knots(level); end loop;
  return coalesce(level[1], sha256(''::bytea));
end $$;
`
