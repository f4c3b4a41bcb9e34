/**
 * Room beside rows that are written again and again, so that a new version finds its place on the same page. And a short list of words
 * that wait for their place in the index: every search reads all that wait.
 */
export const steps = (): readonly string[] => [
  ...['matter', 'duty', 'assignment'].map((table) => `alter table ${table} set (fillfactor = 85)`),
  'alter index matter_text_search set (gin_pending_list_limit = 512)',
]
