import { protect } from './steps.js'

/** What somebody has begun to fill in, apart from the events: sealed, one for each person, matter and act, gone when it is sent. */
export const steps = (): readonly string[] => [
  `create table draft (
    government text not null,
    account text not null,
    matter bigint not null,
    -- The act, and the share it is about where there are several.
    act text not null,
    sealed bytea not null,
    nonce bytea not null,
    key_id text not null,
    -- Files in it belong to nothing yet, and are kept as long as it is.
    attachments text[] not null,
    saved_at timestamptz not null,
    primary key (government, account, matter, act)
  )`,
  protect('draft'),
]
