import { protect } from './steps.js'

/** The picture by which a government is known on its pages. Which one stands there now is in its settings, by its hash. */
export const steps = (): readonly string[] => [
  `create table emblem (
    government text primary key,
    type text not null,
    bytes bytea not null check (octet_length(bytes) <= 512000)
  )`,
  protect('emblem'),
]
