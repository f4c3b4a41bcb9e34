/** Digests of what the rows beside a matter were made from last: shares, duties, marks, words. An act that leaves them as they are then touches none. */
export const steps = (): readonly string[] => ['alter table matter add column made_from bytea']
