import { appendOnly, protect } from './steps.js'

/** 选取. Which matters were chosen for an act, among which, and by which seed where the lot decided: enough to draw again. */
export const steps = (): readonly string[] => [
  `create table selection (
    government text not null,
    -- 1, 2, 3 …, as they were made.
    selection int not null,
    regulation text not null,
    act text not null,
    by_lot boolean not null,
    account text not null,
    at timestamptz not null,
    -- 64 hexadecimal digits; '': nothing was drawn.
    seed text not null,
    -- By their numbers: all among which was chosen, in their order, and those that were chosen, in the order of the lot.
    among text[] not null,
    chosen text[] not null,
    primary key (government, selection)
  )`,
  protect('selection', 'select, insert'),
  appendOnly('selection'),
]
