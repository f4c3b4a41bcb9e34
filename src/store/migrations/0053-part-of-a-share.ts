/** What a unit is in a matter (主办, 协办 …) is called its part, as everywhere. */
export const steps = (): readonly string[] => ['alter table assignment rename column role to part']
