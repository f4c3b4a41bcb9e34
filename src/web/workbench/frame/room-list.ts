import type { Lang, SessionView } from '../../../contract/index.js'
import { assessmentWords } from '../assessment/assessment-words.js'
import { noticesWords } from '../notices/notices-words.js'
import { packagesWords } from '../packages/packages-words.js'
import { patternsWords } from '../patterns/patterns-words.js'
import { retentionWords } from '../retention/retention-words.js'
import { selectionsWords } from '../selections/selections-words.js'
import { sentence } from '../words/sentence.js'
import type { Words } from '../words/zh.js'

/** A room that this person may go to; what lies below it counts as it. `isSeldom`: nobody goes there every day. */
export type RoomTo = { readonly to: string; readonly name: string; readonly below: string; readonly isSeldom: boolean }

/** 工作区. Where a person can go in the role they wear, in the order of the bar. */
export function roomList({ role, account }: SessionView, words: Words, language: Lang): readonly RoomTo[] {
  const hasRole = role.role !== ''
  const room = (is: boolean, to: string, name: string, below = to): readonly RoomTo[] =>
    is ? [{ to, name, below, isSeldom: false }] : []
  const seldom = (is: boolean, to: string, name: string): readonly RoomTo[] =>
    is ? [{ to, name, below: to, isSeldom: true }] : []
  return [
    ...room(role.isLeader, '', words.leader.title, 'leader'),
    ...room(true, role.isLeader ? 'desk' : '', words.desk.title),
    ...room(true, 'matters', words.matters.title),
    ...room(role.containers.length > 0, 'containers', sentence(role.containers.join(words.listComma))),
    ...seldom(role.choosesMatters, 'selections', selectionsWords[language].title),
    ...seldom(role.seesRounds, 'office-duties', words.officeDuties.title),
    ...room(hasRole, 'supervision', words.supervision.title),
    ...room(hasRole, 'statistics', words.statistics.title),
    ...seldom(role.seesAssessment, 'assessment', assessmentWords[language].title),
    ...seldom(role.seesAssessment, 'patterns', patternsWords[language].title),
    ...seldom(hasRole, 'packages', packagesWords[language].title),
    ...seldom(role.keepsFiles || account.isAdmin || account.isAuditor, 'retention', retentionWords[language].title),
    ...room(true, 'notices', noticesWords[language].title),
    ...room(hasRole, 'regulations', words.regulations.title),
    ...seldom(account.isAuditor, 'audit', words.administration.audit.title),
    ...seldom(account.isAdmin, 'administration', words.administration.title),
  ]
}

/** Whether a path is this room: its own page, or one below it. */
export function standing({ to, below }: RoomTo, path: string): 'page' | true | null {
  const isBelow = below !== '' && (path.startsWith(`${below}/`) || (path === below && below !== to))
  if (isBelow) return true
  return path === to ? 'page' : null
}
