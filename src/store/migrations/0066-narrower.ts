/** What was kept twice as wide as it is, and indexes that say what another one says. */
export const steps = (): readonly string[] => [
  // An owner who is no superuser is held to the policies too, and would see no rows.
  'alter table submission_key no force row level security; alter table matter_lookup no force row level security',
  answersAsBytes,
  // The beginning of a mark is one: 120 bits. Two that would be the same now were of the same person before.
  "update matter_lookup set word = left(word, 21) where word like '=%' and length(word) > 21",
  'alter table submission_key force row level security; alter table matter_lookup force row level security',
  // Whoever is to see a notice is named whenever one is asked for: one index serves, where there were two.
  `drop index notice_recipient;
   alter table notice drop constraint notice_pkey, add primary key (government, account, unit, role, id)`,
  // It is emptied every few minutes and read whole.
  'drop index unwitnessed_government',
  // Every act moves them in some index, so none is written over on its page: the room that was left for it stood empty.
  'alter table matter reset (fillfactor); alter table duty reset (fillfactor)',
]

/** A sealed answer was its parts in hexadecimal, as text: now the key's name, a stop, and the bytes. */
export const answersAsBytes = `
update submission_key k set response = convert_to(split_part(t.response, '.', 1) || '.', 'UTF8')
  || decode(split_part(t.response, '.', 2), 'hex') || decode(split_part(t.response, '.', 3), 'hex')
from (select government, key_hash, convert_from(response, 'UTF8') as response from submission_key) t
where t.government = k.government and t.key_hash = k.key_hash`
