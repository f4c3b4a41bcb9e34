/** What is to be witnessed is looked for in all governments at once: that something waits, and where their logs end. */
export const steps = (): readonly string[] =>
  ['unwitnessed', 'record_head', 'witness'].map(
    (table) =>
      `create policy witness_sees on ${table} for select using ((select current_setting('huiyin.government', true)) = '*witness')`,
  )
