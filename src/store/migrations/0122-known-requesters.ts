/**
 * 名单上的人. Accounts of people who bring matters in and are known by name: on which list of a regulation they stand (empty: one of the staff),
 * and what they are there (a delegation, a sector).
 */
export const steps = (): readonly string[] => [
  `alter table account
     add column list text not null default '',
     add column standing text not null default ''`,
]
