/** What was touched since a moment is found by when its rows were made: a summary of pages, some 40 kB for a million matters. */
export const steps = (): readonly string[] => [
  'create index matter_projected on matter using brin (projected_at) with (autosummarize = on)',
]
