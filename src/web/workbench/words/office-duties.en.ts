import type { officeDutiesZh } from './office-duties.zh.js'

export const officeDutiesEn: typeof officeDutiesZh = {
  title: 'Duties of the office',
  lead: 'What the rules ask of this office regularly: bulletins, statistics, filings. The platform opens a matter for each round; it is done there.',
  now: 'To be done now',
  nothingNow: 'Nothing to be done now. When a round ends and the next one is due, it appears here.',
  none: 'The rules in force ask nothing of this office regularly.',
  due: 'Due',
  duty: 'What to do',
  round: 'Round',
  undated: 'the rules set no date',
  past: 'All rounds',
  caption: 'All rounds, newest first',
  since: (day) => `Counted from ${day}; nothing before that.`,
  emptyPast: 'No round has ended yet. Once the first has, whether it was done, and in time, will be listed here.',
  emptyFilter: 'Nothing of that kind.',
  filter: 'Filter the rounds',
  show: { all: 'All', overdue: 'Overdue', late: 'Done late', onTime: 'In time', open: 'To be done' },
  standing: { open: 'to be done', overdue: 'overdue', late: 'done late', onTime: 'in time' },
  how: 'When it was done',
  notYet: 'not done yet',
}
