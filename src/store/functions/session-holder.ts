import { accountColumns, sessionColumns } from '../read-columns.js'

/** Who holds a session, with their roles, in one round trip; null where it has lapsed, or never was. */
export const sessionHolder = `
create function session_holder(of_token bytea, at timestamptz, idle_since timestamptz) returns json
language plpgsql as $$
declare
  found_government text;
begin
  -- Each in a statement of its own, so that the policies of the next see it: first whoever names the hash, then the government it is of.
  perform set_config('huiyin.session', encode(of_token, 'hex'), true);
  select government into found_government from session where token_hash = of_token and expires_at > at and seen_at > idle_since;
  if not found then
    return null;
  end if;
  perform set_config('huiyin.government', found_government, true);
  return (select json_build_object(
      'session', (select row_to_json(one) from (select ${sessionColumns}) one),
      'account', (select row_to_json(one) from (select ${accountColumns} from account a
        where a.government = s.government and a.account = s.account) one))
    from session s where s.token_hash = of_token);
end $$;
`
