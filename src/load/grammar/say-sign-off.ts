import type { SignOff } from '../../core/index.js'
import { actName, allOf, dutyName, fieldName, nameOf, oneOf, type Saying } from './saying.js'
import { type SaidRule, type Told, tell } from './told.js'

const told: Told<SignOff> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  of: 'said with sentBy',
  text: 'said with sentBy',
  sentBy: ({ sentBy, text }, saying) => [
    saying.words.rule.signOff.sent(oneOf(saying, sentBy, actName), allOf(saying, text, fieldName)),
  ],
  levels: ({ levels }, saying) => [saying.words.rule.signOff.levels(levels.map((level) => dutyName(saying, level)))],
  sentBack: ({ sentBack }, saying) =>
    sentBack === null
      ? []
      : [
          saying.words.rule.signOff.sentBack(
            actName(saying, sentBack.act),
            sentBack.to === null ? null : fieldName(saying, sentBack.to),
          ),
        ],
  jumpedBy: ({ jumpedBy }, saying) => (jumpedBy === null ? [] : [saying.words.rule.signOff.jumpedBy(actName(saying, jumpedBy))]),
  clause: 'said with the clauses that stand beside the rule',
}

/** 签批: what is signed, by whom in which order, and what undoes it. */
export const saySignOff = (saying: Saying, each: SignOff): SaidRule => ({
  id: `signOff/${each.id}`,
  kind: 'signOff',
  name: nameOf(saying, each.id, each.name),
  says: tell(told, each, saying),
  clauses: each.clause,
  duties: each.levels,
})
