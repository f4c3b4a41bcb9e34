/**
 * Under row-level security an index serves a condition only when its operator cannot leak what it compares. These two cannot,
 * but are not marked so. Marking takes a superuser; on a server where the owner is none, searches read all of a government's rows.
 */
export const steps = (): readonly string[] => [
  `
do $$ begin
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
  alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
exception when insufficient_privilege then
  raise notice 'not a superuser: full-text search will not use its index';
end $$;
`,
]
