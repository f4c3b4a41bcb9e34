/**
 * Decides a disposal and, where it is approved, does it, in the same transaction; by the owner, as the application may remove nothing of
 * what was recorded. It is done only if somebody else proposed it and nothing holds the matter; a whole matter only if a third person agreed
 * before. Answers 'done', 'agreed' where another still has to decide, 'refused', 'held', 'own', or 'gone' where there is none to decide.
 *
 * Of a matter there stay: its number and code (as a hash), kind, category, way in, units, days, marks and duties that figures count, each
 * event with its act, role, moment and hash, the register of its papers with their hashes, and the hashes of its files.
 */
export const decideDisposal = `
create function decide_disposal(of_disposal bigint, decider text, now timestamptz, today date, approves boolean, why text) returns text
language plpgsql security definer set search_path = huiyin as $$
declare
  of_government text := current_setting('huiyin.government');
  found disposal;
  whose bigint;
begin
  select * into found from disposal d where d.government = of_government and d.id = of_disposal for update;
  if found.id is null or found.decided_at is not null then
    return 'gone';
  end if;
  if decider in (found.proposed_by, found.agreed_by) then
    return 'own';
  end if;
  -- No act and no hold comes in between.
  perform from matter m where m.government = of_government and m.matter = found.matter for update;
  if approves and exists (select from hold h where h.government = of_government and h.matter = found.matter and h.lifted_at is null
    and (h.until is null or h.until >= today)) then
    return 'held';
  end if;
  if approves and found.what = 'matter' and found.agreed_at is null then
    update disposal d set agreed_by = decider, agreed_at = now, agreed = why where d.government = of_government and d.id = of_disposal;
    insert into unwitnessed (government, kind, matter, name) values (of_government, 'disposal', found.matter, of_disposal::text);
    return 'agreed';
  end if;
  update disposal d set decided_by = decider, decided_at = now, is_approved = approves, decision = why
    where d.government = of_government and d.id = of_disposal;
  insert into unwitnessed (government, kind, matter, name) values (of_government, 'disposal', found.matter, of_disposal::text);
  if not approves then
    return 'refused';
  end if;
  -- Who wrote it goes: what was sealed of them, unless another matter is theirs too, and by what they were found.
  select m.requester into whose from matter m where m.government = of_government and m.matter = found.matter;
  update matter m set requester = null where m.government = of_government and m.matter = found.matter;
  delete from person p where p.government = of_government and p.person = whose
    and not exists (select from matter m where m.government = of_government and m.requester = whose);
  delete from matter_lookup l where l.government = of_government and l.matter = found.matter and l.word like '=%';
  -- What was sealed on arrival was sealed for the sake of who sent it.
  update attachment a set name = '', bytes = '', tells = '{}' where a.government = of_government and a.matter = found.matter and a.key_id is not null;
  delete from submission_key k where k.government = of_government and k.matter = found.matter;
  insert into unwitnessed (government, kind, matter, name)
    select of_government, 'requester', found.matter, ''
    union all select of_government, 'attachment', 0, a.attachment from attachment a
      where a.government = of_government and a.matter = found.matter and a.key_id is not null;
  if found.what = 'identity' then
    return 'done';
  end if;
  update event e set data = '{}', by = by_kept(by_told(e.by) - 'person'::text) where e.government = of_government and e.matter = found.matter;
  update matter m set destroyed_at = now, title = '', facts = '{}', look_at = null, taken_until = null, next_due_at = null, alert = null,
    alert_rank = 0, published_at = null, made_from = null where m.government = of_government and m.matter = found.matter;
  update duty d set item_name = null, holder_person = '' where d.government = of_government and d.matter = found.matter;
  update attachment a set name = '', bytes = '', tells = '{}' where a.government = of_government and a.matter = found.matter;
  insert into unwitnessed (government, kind, matter, name)
    select of_government, 'attachment', 0, a.attachment from attachment a where a.government = of_government and a.matter = found.matter;
  delete from document_print l using document d
    where l.government = of_government and d.government = of_government and d.id = l.document and d.matter = found.matter;
  delete from document_version v using document d
    where v.government = of_government and d.government = of_government and d.id = v.document and d.matter = found.matter;
  delete from note n where n.government = of_government and n.matter = found.matter;
  delete from keeper k where k.government = of_government and k.matter = found.matter;
  delete from draft f where f.government = of_government and f.matter = found.matter;
  delete from matter_text t where t.government = of_government and t.matter = found.matter;
  delete from matter_lookup l where l.government = of_government and l.matter = found.matter;
  delete from notice n where n.government = of_government and n.matter = found.matter;
  delete from outbox o where o.government = of_government and o.matter = found.matter;
  return 'done';
end $$;
`
