import { appendOnly, protect } from './steps.js'

/** 补发的查询码. Given in place of a lost one; the latest opens the matter, and no earlier one does. */
export const steps = (): readonly string[] => [
  `create table new_code (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    code_hash bytea not null,
    account text not null,
    at timestamptz not null,
    primary key (government, matter, id)
  )`,
  protect('new_code', 'select, insert'),
  appendOnly('new_code'),
]
