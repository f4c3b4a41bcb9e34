const event = (seq: number, act: string, after: string, when: string) => `
insert into event (government, matter, seq, act, kind, by, at, recorded_at, data, algorithm, previous, hash)
select government, matter, ${seq}, '${act}', 'act', '{"role": "office"}', received_at + interval '${after}', received_at + interval '${after}',
  jsonb_build_object('with', case when '${act}' = 'rate' then '{"rating": "satisfied"}'::jsonb else '{"reason": "as usual"}'::jsonb end, 'assignment', null),
  'sm3', decode(md5(matter::text), 'hex'), decode(md5(matter::text || '${seq}'), 'hex')
from matter where ${when} order by received_at`

const mark = (seq: number, name: string, after: string, when: string) => `
insert into mark (government, matter, mark_key, mark, at, rating)
select government, matter, '${seq}:${name}', '${name}', received_at + interval '${after}', case when '${name}' = 'rated' then 'satisfied' end
from matter where ${when} order by received_at`

/** The acts and marks of each matter that the bench of the lists has seeded, with which statistics reckon and others. */
export const seedEvents: readonly string[] = [
  event(1, 'submit', '0 days', 'true'),
  event(2, 'accept', '3 hours', 'cardinality(units) > 0'),
  event(3, 'dispatch', '4 hours', 'cardinality(units) > 0'),
  event(4, 'contact', '1 day', 'cardinality(units) > 0'),
  event(5, 'reply', '4 days', 'next_due_at is null'),
  event(6, 'conclude', '5 days', 'next_due_at is null'),
  event(7, 'publish', '6 days', 'published_at is not null'),
  event(8, 'rate', '7 days', 'next_due_at is null and matter % 5 = 0'),
  event(9, 'return', '1 day', 'cardinality(units) > 0 and matter % 25 = 0'),
  mark(2, 'accepted', '3 hours', 'cardinality(units) > 0'),
  mark(5, 'answered', '4 days', 'next_due_at is null'),
  mark(6, 'concluded', '5 days', 'next_due_at is null'),
  mark(7, 'published', '6 days', 'published_at is not null'),
  mark(8, 'rated', '7 days', 'next_due_at is null and matter % 5 = 0'),
  mark(9, 'returned', '1 day', 'cardinality(units) > 0 and matter % 25 = 0'),
  'vacuum (analyze) event, mark',
]
