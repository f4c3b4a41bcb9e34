/** 标记. What happened to a matter, in words that are the same under every regulation, in the order in which figures tell them. */
export const markNames = [
  'received',
  'accepted',
  'declined',
  'answered',
  'concluded',
  'published',
  'withheld',
  'rated',
  'returned',
  'extended',
  'redone',
  // 剔除: left out of what is measured, with a reason, by whoever decides that.
  'excluded',
] as const
export type MarkName = (typeof markNames)[number]
