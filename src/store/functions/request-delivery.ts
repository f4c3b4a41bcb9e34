/** The job queue's tables belong to the owner; the app may only ask for this one job. */
export const requestDelivery = `
create function request_delivery(of_government text) returns void
language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  perform graphile_worker.add_job('deliver', json_build_object('government', of_government), job_key => 'deliver:' || of_government);
end $$;
revoke execute on function request_delivery from public;
`
