/** What a file tells beside its text, for whoever hands it on. */
export const steps = (): readonly string[] => ["alter table attachment add column tells text[] not null default '{}'"]
