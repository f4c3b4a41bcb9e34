/**
 * The tables of the jobs belong to the owner; the app may only ask for this one job: at once, or `after` a time, then rounded up to ten seconds,
 * so that many that are held ask for few.
 */
export const requestDelivery = `
create function request_delivery(of_government text, after interval default null) returns void
language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
declare
  slot bigint := ceil(extract(epoch from now() + after) / 10);
begin
  perform graphile_worker.add_job('deliver', json_build_object('government', of_government),
    job_key => 'deliver:' || of_government || coalesce(':' || slot, ''), run_at => coalesce(to_timestamp(slot * 10), now()));
end $$;
revoke execute on function request_delivery from public;
`
