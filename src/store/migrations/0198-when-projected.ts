/** What was touched since a moment is found by when its rows were made: a summary of pages, 40 kB for a million matters, that costs an act nothing. */
export const steps = (): readonly string[] => [
  'create index matter_projected on matter using brin (projected_at) with (autosummarize = on)',
]
