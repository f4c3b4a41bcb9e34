/**
 * Duties and marks are looked for by their matter. Each of them had an entry of its own in a key that names it, and a second one for every time it was
 * written over; all of a matter share one entry now. That none stands there twice is seen to by whoever writes: under the lock of the matter's row.
 */
export const steps = (): readonly string[] => [
  ...['duty', 'mark'].flatMap((table) => [
    `create index ${table}_of_matter on ${table} (government, matter)`,
    `alter table ${table} drop constraint ${table}_pkey`,
    `alter table ${table} alter column ${table}_key set not null`,
  ]),
  // What a matter is counted as is read whole: as text it takes two thirds.
  'alter table counted_matter alter column parts type text using parts::text',
]
