import { z } from 'zod'
import type { FieldSight, MatterSight, Prohibition, Visibility } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropEach, dropSome, toAnother } from './alter.js'
import { condition, conditionEdits, conditionOf, readCondition } from './condition.js'
import {
  type Among,
  type FieldUse,
  type Here,
  type Option,
  type Options,
  optionConditions,
  optionEdits,
  optionFields,
  placed,
  readOptions,
} from './option.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import { clauseRefs, identifier, listOf, name, word, words } from './shapes.js'

const when = condition.optional()
const clause = clauseRefs.optional()
const looks = ['shown', 'masked', 'hidden', 'onReason'] as const satisfies readonly FieldSight['as'][]
const reach = ['all', 'assigned', 'own', 'none'] as const satisfies readonly MatterSight['sees'][]

const matterSight = z.strictObject({ to: words, sees: z.enum(reach), when, clause })
const fieldSight = z.strictObject({ fields: words, to: words, as: z.enum(looks), when, clause })
const hiding = z.strictObject({ field: word, when, clause })
const openly = z.strictObject({ when: condition, fields: words, clause })

/** 可见范围 as written. */
export const visibility = z.strictObject({
  matters: listOf(matterSight).optional(),
  fields: listOf(fieldSight).optional(),
  hiddenFrom: listOf(hiding).optional(),
  public: openly.nullable().optional(),
})
export type VisibilityInput = z.infer<typeof visibility>

/** 禁止 as written. */
export const prohibition = z.strictObject({ id: identifier, name, acts: words, when, clause })

type Grounded = Pick<z.infer<typeof hiding>, 'when' | 'clause'>
type Ruled = Pick<MatterSight, 'when' | 'clause'>

/** A condition of its own, and the clauses: alike in all rules of sight. */
const whenOption = (without: 'always' | 'nothing'): Option<Grounded, Ruled, 'when'> => ({
  read: (written, { reading, path }) => conditionOf(reading, written.when, [...path, 'when']),
  edits: (written, path) => conditionEdits(written.when, [...path, 'when'], without),
  conditions: (when, path) => placed(when, path),
})
const clauseOption: Option<Pick<Grounded, 'clause'>, Pick<Ruled, 'clause'>, 'clause'> = {
  read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
  edits: 'it says only what a file holds, not what the rules do',
}
const toOption: Option<{ to: string | string[] }, Pick<MatterSight, 'to'>, 'to'> = {
  read: ({ to }, { reading, path }) => named(reading, 'role', to, [...path, 'to']),
  edits: ({ to }, path) => dropSome(to, [...path, 'to']),
}

const matterOptions: Options<z.infer<typeof matterSight>, MatterSight> = {
  to: toOption,
  sees: { read: ({ sees }) => sees, edits: ({ sees }, path) => toAnother(reach, sees, [...path, 'sees']) },
  when: whenOption('nothing'),
  clause: clauseOption,
}

const fieldSightOptions: Options<z.infer<typeof fieldSight>, FieldSight> = {
  fields: {
    read: ({ fields }, { reading, path }) => fieldsNamed(reading, fields, [...path, 'fields']),
    edits: ({ fields }, path) => dropSome(fields, [...path, 'fields']),
  },
  to: toOption,
  as: { read: (written) => written.as, edits: (written, path) => toAnother(looks, written.as, [...path, 'as']) },
  when: whenOption('nothing'),
  clause: clauseOption,
}

const hidingOptions: Options<z.infer<typeof hiding>, Visibility['hiddenFrom'][number]> = {
  field: {
    read: ({ field }, { reading, path }) => reading.name('field', field, [...path, 'field']),
    edits: 'a name: nothing hangs on its letters',
    fields: (field, path) => [{ field, path }],
  },
  when: whenOption('nothing'),
  clause: clauseOption,
}

const publicOptions: Options<z.infer<typeof openly>, NonNullable<Visibility['public']>> = {
  when: {
    read: (written, { reading, path }) => readCondition(reading, written.when, [...path, 'when']),
    edits: (written, path) => conditionEdits(written.when, [...path, 'when']),
    conditions: (when, path) => placed(when, path),
  },
  fields: {
    read: ({ fields }, { reading, path }) => named(reading, 'field', fields, [...path, 'fields']),
    edits: ({ fields }, path) => dropSome(fields, [...path, 'fields']),
    fields: (fields, path) => fields.map((field, index) => ({ field, path: [...path, index] })),
  },
  clause: clauseOption,
}

const prohibitionOptions: Options<z.infer<typeof prohibition>, Prohibition> = {
  id: { read: ({ id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  acts: {
    read: ({ acts }, { reading, path }) => named(reading, 'act', acts, [...path, 'acts']),
    edits: ({ acts }, path) => dropSome(acts, [...path, 'acts']),
  },
  when: whenOption('always'),
  clause: clauseOption,
}

/** A list of records as one option of something: read, altered (one fewer, and each), asked for its conditions and fields. */
const listed = <In, Rule>(options: Options<In, Rule>) => ({
  read: (written: In | readonly In[] | undefined, { reading, path }: Here): readonly Rule[] =>
    each(written, path).map(({ value, path: at }) => readOptions(options, value, { reading, id: '', path: at })),
  edits: (written: In | readonly In[] | undefined, path: Path, among: Among): readonly Edit[] => [
    ...dropEach(written, path),
    ...each(written, path).flatMap(({ value, path: at }) => optionEdits(options, value, at, among)),
  ],
  conditions: (rules: readonly Rule[], path: Path) =>
    rules.flatMap((rule, index) => optionConditions(options, rule, [...path, index])),
  fields: (rules: readonly Rule[], path: Path): readonly FieldUse[] =>
    rules.flatMap((rule, index) => optionFields(options, rule, [...path, index])),
})

const below = (here: Here, key: string): Here => ({ ...here, path: [...here.path, key] })
const [matters, sights, hidings] = [listed(matterOptions), listed(fieldSightOptions), listed(hidingOptions)]

/** Prohibitions, one after the other. */
export const prohibitions = listed(prohibitionOptions)

/** Every part of what the regulation says of sight. */
export const visibilityOptions: Options<VisibilityInput, Visibility> = {
  matters: {
    ...matters,
    read: (written, here) => matters.read(written.matters, below(here, 'matters')),
    edits: (written, path, among) => matters.edits(written.matters, [...path, 'matters'], among),
  },
  fields: {
    ...sights,
    read: (written, here) => sights.read(written.fields, below(here, 'fields')),
    edits: (written, path, among) => sights.edits(written.fields, [...path, 'fields'], among),
  },
  hiddenFrom: {
    ...hidings,
    read: (written, here) => hidings.read(written.hiddenFrom, below(here, 'hiddenFrom')),
    edits: (written, path, among) => hidings.edits(written.hiddenFrom, [...path, 'hiddenFrom'], among),
  },
  public: {
    read: (written, here) => (written.public ? readOptions(publicOptions, written.public, below(here, 'public')) : null),
    edits: (written, path, among) => [
      ...drop(written, 'public', path),
      ...(written.public ? optionEdits(publicOptions, written.public, [...path, 'public'], among) : []),
    ],
    conditions: (rule, path) => (rule === null ? [] : optionConditions(publicOptions, rule, path)),
    fields: (rule, path) => (rule === null ? [] : optionFields(publicOptions, rule, path)),
  },
}

/** Fields by name; `identity` stands for all fields of identity. */
const fieldsNamed = (reading: Reading, written: string | readonly string[], path: Path): readonly string[] =>
  each(written, path).map(({ value, path: at }) => (value === 'identity' ? value : reading.name('field', value, at)))
