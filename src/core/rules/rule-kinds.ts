/** What sorts of rules a regulation is told in, in the order of its page. */
export const ruleKinds = [
  'act',
  'duty',
  'rung',
  'stage',
  'prohibition',
  'requirement',
  'retention',
  'assessment',
  'signOff',
  'document',
  'visibility',
  'officeDuty',
  'reading',
  'word',
] as const
