import { appendOnly, protect } from './steps.js'

/** Figures of closed periods, as they were known when these ended: counted once and kept. */
export const steps = (): readonly string[] => [
  `create table kept_figures (
    government text not null,
    key text not null,
    -- What was counted, so that it can be counted again.
    asked jsonb not null,
    as_of timestamptz not null,
    kept_at timestamptz not null,
    counts jsonb not null,
    primary key (government, key)
  )`,
  protect('kept_figures', 'select, insert'),
  appendOnly('kept_figures'),
  // Few matters are hidden from anybody; who asks finds at once whether any is from them.
  `create index matter_hidden on matter using gin (hidden_from) where hidden_from <> '{}'`,
]
