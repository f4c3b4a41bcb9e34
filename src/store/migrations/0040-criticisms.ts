/** How often the holder of a duty is to be named in a bulletin. Rows are made anew at the next start; until then nobody is. */
export const steps = (): readonly string[] => ['alter table duty add column criticisms int not null default 0']
