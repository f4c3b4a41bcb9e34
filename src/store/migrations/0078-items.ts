/** What the item is called in which a duty is owed. Rows are made anew at the next start. */
export const steps = (): readonly string[] => ['alter table duty add column item_name text']
