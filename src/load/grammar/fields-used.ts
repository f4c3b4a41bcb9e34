import { type Act, fieldsOfLimit, fieldsRead, type Regulation } from '../../core/index.js'
import { type FieldUse, optionFields, optionLimits } from './option.js'
import { conditionsIn, regulationOptions } from './regulation.js'

/** Fields that some act asks for, of the matter or of an item: they may come to hold any value of their kind. */
export function fieldsAsked({ acts, items }: Regulation): ReadonlySet<string> {
  const ofItems = Object.values(items).flatMap(({ needs, takes }) => [...needs, ...takes])
  return new Set([...Object.values(acts).flatMap(fieldsOfAct), ...ofItems])
}

/** Fields that an act asks for. */
export const fieldsOfAct = ({ needs, takes, needsWhen }: Act): readonly string[] => [
  ...needs,
  ...takes,
  ...needsWhen.flatMap((each) => each.fields),
]

/** Fields that some act states or sets. */
export function fieldsWritten(regulation: Regulation): ReadonlySet<string> {
  const set = Object.values(regulation.acts).flatMap((act) => Object.keys(act.sets))
  return new Set([...fieldsAsked(regulation), ...set])
}

/** Fields that conditions and limits hang on, and those that rules name by themselves. */
export const fieldsUsed = (regulation: Regulation): readonly FieldUse[] => [
  ...conditionsIn(regulation).flatMap(({ condition, path }) => fieldsRead(condition).map((field) => ({ field, path }))),
  ...optionLimits(regulationOptions, regulation, []).flatMap(({ limit, path }) =>
    fieldsOfLimit(limit).map((field) => ({ field, path })),
  ),
  ...optionFields(regulationOptions, regulation, []),
]
