/** 标记. What happened to a matter, in words that are the same under every regulation. */
export const markNames = [
  'received',
  'accepted',
  'declined',
  'answered',
  'concluded',
  'published',
  'withheld',
  'returned',
  'extended',
  'redone',
  'rated',
  // 剔除: left out of what is measured, with a reason, by whoever decides that.
  'excluded',
] as const
export type MarkName = (typeof markNames)[number]
