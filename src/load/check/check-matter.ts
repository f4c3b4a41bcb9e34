import type { Name } from '../../core/index.js'
import type { RuleCheck } from './rule-check.js'

/** What people call a matter of this regulation must be said: pages are worded with it. */
const unnamed: RuleCheck = ({ regulation }) =>
  regulation.matter === null ? [{ code: 'matter-unnamed', path: ['title'], args: { draft: matterDraft(regulation.title) } }] : []

/** By what the title says it is about; the first that fits. */
const likely: readonly (readonly [word: string, draft: string])[] = [
  ['留言', '{ name: { zh: 留言, en: message }, write: { zh: 留言, en: leave a message } }'],
  ['信', '{ name: { zh: 信件, en: letter }, write: { zh: 写信, en: write a letter } }'],
  ['批示', '{ name: { zh: 批示件, en: instruction } }'],
  ['建议', '{ name: { zh: 建议, en: proposal } }'],
  ['督查', '{ name: { zh: 督查事项, en: supervised item } }'],
]

/** The line as it would be written; a person decides. */
export const matterDraft = ({ zh }: Name): string =>
  likely.find(([word]) => zh.includes(word))?.[1] ?? '{ name: { zh: 事项, en: matter } }'

export const matterChecks: readonly RuleCheck[] = [unnamed]
