import { type DocumentRule, narrowedWays } from '../../core/index.js'
import { actName, allOf, nameOf, oneOf, roleName, type Saying } from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const told: Told<DocumentRule> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  template: 'not said: it is the name of a file',
  of: ({ of }, saying) => unless(of === 'matter', () => saying.words.rule.document.ofShare),
  after: ({ after }, saying) => unless(after.length === 0, () => saying.words.rule.document.after(oneOf(saying, after, actName))),
  by: ({ by, signs }, saying) => {
    const isSame = by.length === signs.length && by.every((role) => signs.includes(role))
    const signers = isSame ? null : oneOf(saying, signs, roleName)
    return [saying.words.rule.document.by(oneOf(saying, by, roleName), signers)]
  },
  signs: 'said with by',
  seenBy: ({ seenBy }, saying) => [saying.words.rule.document.seenBy(allOf(saying, seenBy, roleName))],
  series: ({ series }, saying) => (series === null ? [] : [saying.words.rule.document.series(series)]),
  unitSeries: ({ unitSeries }, saying) => (unitSeries === null ? [] : [saying.words.rule.document.unitSeries(unitSeries)]),
  organ: 'not said: it stands in the head of the paper',
  writes: ({ writes }, saying) =>
    unless(Object.keys(writes).length === 0, () =>
      saying.words.rule.document.writes(
        Object.values(writes).map(({ id, name, most }) => saying.words.rule.document.text(nameOf(saying, id, name), most)),
      ),
    ),
  asks: ({ asks }, saying) =>
    unless(Object.keys(asks).length === 0, () =>
      saying.words.rule.document.asks(Object.values(asks).map(({ id, name }) => nameOf(saying, id, name))),
    ),
  among: ({ among }, saying) =>
    narrowedWays.flatMap((way) =>
      among[way] === undefined
        ? []
        : [saying.words.rule.document.among(oneOf(saying, among[way], (_saying, id) => valueName(saying, way, id)))],
    ),
  over: 'said with the paper itself, day by day',
  does: ({ does }, saying) => (does === null ? [] : [saying.words.rule.document.does(actName(saying, does.act))]),
  clause: 'said with the clauses that stand beside the rule',
}

const valueName = (saying: Saying, way: keyof DocumentRule['among'], id: string): string => {
  const { meaning, fields } = saying.regulation
  return nameOf(saying, id, fields[meaning[way] ?? '']?.options.find((each) => each.id === id)?.name)
}

/** 文书: when it can be made, who drafts, issues and reads it, and how it is numbered. */
export const sayDocument = (saying: Saying, each: DocumentRule): SaidRule => ({
  id: `document/${each.id}`,
  kind: 'document',
  name: nameOf(saying, each.id, each.name),
  says: tell(told, each, saying),
  clauses: each.clause,
  duties: [],
})
