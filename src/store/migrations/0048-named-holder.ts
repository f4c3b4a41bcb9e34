/** A duty that one person owes, whom the matter names. Rows are made anew at the next start. */
export const steps = (): readonly string[] => ["alter table duty add column holder_person text not null default ''"]
