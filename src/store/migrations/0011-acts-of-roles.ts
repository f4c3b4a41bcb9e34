/** What a leader decided lately, found without reading what the office and the units did: their acts are nearly all there are. */
export const steps = (): readonly string[] => [
  `create index event_of_role on event (government, (by->>'role'), at)
      where kind = 'act' and by->>'unit' is null and by->>'role' not in ('requester', 'office', 'system')`,
]
