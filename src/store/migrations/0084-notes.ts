import { appendOnly, protect } from './steps.js'

/** What the people of one house tell each other about a matter, and who of them has it in hand. Beside the events: the law knows nothing of it. */
export const steps = (): readonly string[] => [
  `create table note (
    government text not null,
    id bigint generated always as identity,
    matter bigint not null,
    -- Whose it is to read: a unit, or the office.
    house text not null,
    account text not null,
    at timestamptz not null,
    kind text not null,
    -- Whom it was said to, or into whose hand the matter went.
    told text[] not null,
    sealed bytea not null,
    nonce bytea not null,
    key_id text not null,
    primary key (government, id)
  )`,
  'create index note_of_matter on note (government, matter, house, id)',
  protect('note', 'select, insert'),
  appendOnly('note'),
  `create table keeper (
    government text not null,
    matter bigint not null,
    house text not null,
    account text not null,
    since timestamptz not null,
    primary key (government, matter, house)
  )`,
  'create index keeper_of on keeper (government, house, account, matter)',
  protect('keeper'),
]
