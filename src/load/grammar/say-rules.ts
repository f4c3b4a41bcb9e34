import type { ClauseRef, ItemKind, Parameter, Regulation } from '../../core/index.js'
import { sayAct } from './say-act.js'
import { sayAssessment } from './say-assessment.js'
import { sayDocument } from './say-document.js'
import { sayDuty } from './say-duty.js'
import { sayField } from './say-field.js'
import { sayOfficeDuty } from './say-office-duty.js'
import { sayRequirement } from './say-requirement.js'
import { sayRetention } from './say-retention.js'
import { saySignOff } from './say-sign-off.js'
import { sayStage } from './say-stage.js'
import { sayTaken } from './say-value.js'
import { sayProhibition, sayRecusal, sayVisibility } from './say-visibility.js'
import {
  actName,
  allOf,
  commonPart,
  fieldName,
  itemStageName,
  nameOf,
  roleName,
  type Saying,
  shareStageName,
  stageName,
} from './saying.js'
import { type SaidRule, type Told, tell, type Unsaid, unless } from './told.js'

type Topics = { readonly [K in keyof Regulation]-?: ((saying: Saying, regulation: Regulation) => readonly SaidRule[]) | Unsaid }

function sayChoice(saying: Saying, kind: 'parameter' | 'reading', { id, asks, value, clause }: Parameter): SaidRule {
  const { question, taken } = sayTaken(saying, value, nameOf(saying, id, asks))
  return plain({ id: `${kind}/${id}`, kind: 'reading', name: question }, saying.words.rule.reading(taken), clause)
}

const told: Topics = {
  id: 'not said: it is the name within the files',
  version: 'not said: it is the name within the files',
  title: 'said with the head of the page',
  kind: 'not said: it is the name within the files',
  matter: 'said with the head of the page',
  shortTitle: 'said with the head of the page',
  issuer: 'said with the head of the page',
  number: 'said with the head of the page',
  status: 'said with the head of the page',
  portal: 'not said: these are words, and stand on the portal',
  clauses: 'said with each rule',
  acts: (saying, { acts }) => Object.values(acts).flatMap((act) => sayAct(saying, act)),
  usualRuns: (saying, { usualRuns }) =>
    Object.values(usualRuns).map(({ id, name, acts, clause }) =>
      plain(
        { id: `word/usualRun/${id}`, kind: 'word', name: nameOf(saying, id, name) },
        saying.words.rule.usualRun(acts.map((act) => actName(saying, act))),
        clause,
      ),
    ),
  duties: (saying, { duties }) => Object.values(duties).flatMap((duty) => sayDuty(saying, duty)),
  officeDuties: (saying, { officeDuties }) => Object.values(officeDuties).flatMap((duty) => sayOfficeDuty(saying, duty)),
  stages: (saying, { stages }) => Object.values(stages).flatMap((stage) => sayStage(saying, stage, stageName)),
  assignmentStages: (saying, { assignmentStages }) =>
    Object.values(assignmentStages).flatMap((stage) => sayStage(saying, stage, shareStageName)),
  unitKinds: (saying, { unitKinds }) =>
    Object.values(unitKinds).map(({ id, name, level, clause }) =>
      plain(
        { id: `word/unitKind/${id}`, kind: 'word', name: nameOf(saying, id, name) },
        saying.words.rule.word.unitKind(level),
        clause,
      ),
    ),
  parts: (saying, { parts }) =>
    Object.values(parts).map(({ id, name, clause }) =>
      plain(
        { id: `word/part/${id}`, kind: 'word', name: nameOf(saying, id, name) },
        saying.words.rule.word.part(commonPart(saying, id)),
        clause,
      ),
    ),
  requesterLists: (saying, { requesterLists }) =>
    Object.values(requesterLists).map(({ id, name, clause }) =>
      plain(
        { id: `word/requesterList/${id}`, kind: 'word', name: nameOf(saying, id, name) },
        saying.words.rule.word.requesterList,
        clause,
      ),
    ),
  items: (saying, { items }) =>
    Object.values(items).map((item) => ({
      ...plain({ id: `word/item/${item.id}`, kind: 'word', name: nameOf(saying, item.id, item.name) }, '', item.clause),
      says: tell(toldItem, item, saying),
    })),
  itemStages: 'said with what moves there',
  prohibitions: (saying, { prohibitions }) => prohibitions.map((each) => sayProhibition(saying, each)),
  requirements: (saying, { requirements }) => Object.values(requirements).map((each) => sayRequirement(saying, each)),
  assessment: (saying, { assessment }) => Object.values(assessment).map((each) => sayAssessment(saying, each)),
  retention: (saying, { retention }) => Object.values(retention).map((each) => sayRetention(saying, each)),
  signOffs: (saying, { signOffs }) => Object.values(signOffs).map((each) => saySignOff(saying, each)),
  documents: (saying, { documents }) => Object.values(documents).map((each) => sayDocument(saying, each)),
  visibility: (saying, { visibility }) => sayVisibility(saying, visibility),
  recusal: (saying, { recusal }) => (recusal === null ? [] : [sayRecusal(saying, recusal)]),
  parameters: (saying, { parameters }) => Object.values(parameters).map((each) => sayChoice(saying, 'parameter', each)),
  readings: (saying, { readings }) => Object.values(readings).map((each) => sayChoice(saying, 'reading', each)),
  discretions: (saying, { discretions }) =>
    Object.values(discretions).map(({ id, words, judge, clause }) => {
      const said = words === null ? null : nameOf(saying, id, words)
      const name = said ?? saying.words.rule.untimed
      return plain(
        { id: `discretion/${id}`, kind: 'reading', name },
        said === null
          ? saying.words.rule.left.when(roleName(saying, judge))
          : saying.words.rule.judged(said, roleName(saying, judge)),
        clause,
      )
    }),
  roles: (saying, { roles }) =>
    Object.values(roles).map(({ id, name, clause }) =>
      plain({ id: `word/role/${id}`, kind: 'word', name: nameOf(saying, id, name) }, saying.words.rule.word.role, clause),
    ),
  fields: (saying, { fields }) => Object.values(fields).flatMap((field) => sayField(saying, field)),
  meaning: 'not said: it tells lists and figures what names mean, and rules nothing',
  alerts: 'said with each rung',
  shownStates: 'not said: it is what the requester reads',
  movesToWorkday: (saying, { movesToWorkday }) => [
    plain(
      { id: 'word/movesToWorkday', kind: 'word', name: saying.words.rule.topic.days },
      saying.words.rule.movesToWorkday[movesToWorkday ? 'yes' : 'no'],
      [],
    ),
  ],
  points: (saying, { points }) => [
    plain({ id: 'word/points', kind: 'word', name: saying.words.rule.topic.points }, saying.words.rule.points[points], []),
  ],
  effectiveFrom: (saying, { effectiveFrom, effectiveTo, effectiveClause, isForceAwaited }) => {
    const { word: words } = saying.words.rule
    const says = [
      ...(isForceAwaited ? [words.awaited] : []),
      ...(effectiveFrom === null ? [] : [words.from(effectiveFrom)]),
      ...(effectiveTo === null ? [] : [words.to(effectiveTo)]),
    ]
    return says.length === 0
      ? []
      : [{ id: 'word/inForce', kind: 'word', name: words.inForce, says, clauses: effectiveClause, duties: [] }]
  },
  effectiveTo: 'said with effectiveFrom',
  effectiveClause: 'said with effectiveFrom',
  isForceAwaited: 'said with effectiveFrom',
}

const toldItem: Told<ItemKind> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  begins: ({ begins }, saying) => [saying.words.rule.word.item(itemStageName(saying, begins))],
  needs: ({ needs }, saying) => [saying.words.rule.act.needs(allOf(saying, needs, fieldName))],
  takes: ({ takes }, saying) => unless(takes.length === 0, () => saying.words.rule.act.takes(allOf(saying, takes, fieldName))),
  clause: 'said with the clauses that stand beside the rule',
}

type Head = Pick<SaidRule, 'id' | 'kind' | 'name'>

const plain = (head: Head, says: string, clauses: readonly ClauseRef[]): SaidRule => ({
  ...head,
  says: [says],
  clauses,
  duties: [],
})

/** A sentence begins with a capital, where there are such. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** 规则说明. Everything a regulation rules, in plain words and in its own order. */
export function sayRules(saying: Saying): readonly SaidRule[] {
  const { regulation } = saying
  const rules = Object.values(told).flatMap((each) => (typeof each === 'function' ? each(saying, regulation) : []))
  return rules.map((rule) => ({ ...rule, says: rule.says.map(begun) }))
}
