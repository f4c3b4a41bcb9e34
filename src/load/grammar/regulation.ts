import { z } from 'zod'
import { type Regulation, type Role, readDay } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { act, actOptions, checkAct } from './act.js'
import { change, dayEdits, drop, toAnother } from './alter.js'
import { assessment, assessmentOptions, checkAssessment } from './assessment.js'
import { checkDocument, document, documentOptions } from './document.js'
import { duty, dutyOptions } from './duty.js'
import { field, fieldOptions } from './field.js'
import { checkItem, item, itemOptions } from './item.js'
import { meaning, meaningConditions, meaningFields, meaningIn } from './meaning.js'
import { officeDuty, officeDutyEdits } from './office-duty.js'
import {
  type Among,
  type Here,
  type Options,
  optionConditions,
  optionEdits,
  optionFields,
  optionLimits,
  type PlacedCondition,
  readOptions,
} from './option.js'
import { partNameOptions, partNamesSchema } from './part-name.js'
import { adviceOf, clausesOf, commonRoles, each, nameOf, type Reading } from './reading.js'
import { recusal, recusalOptions } from './recusal.js'
import { requesterList, requesterListOptions } from './requester-list.js'
import { requirement, requirementOptions } from './requirement.js'
import { retentionClass, retentionOptions } from './retention.js'
import { clauseRefs, identifier, listOf, type NameInput, name, value, word } from './shapes.js'
import { checkSignOff, signOff, signOffOptions } from './sign-off.js'
import { stage, stageOptions } from './stage.js'
import { unitKind, unitKindOptions } from './unit-kind.js'
import { checkUsualRun, usualRun, usualRunOptions } from './usual-run.js'
import { prohibition, prohibitions, visibility, visibilityOptions } from './visibility.js'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const clause = clauseRefs.optional()
const role = z
  .strictObject({ name, kind: z.enum(['requester', 'office', 'unit', 'leader', 'outside', 'system']), clause })
  .meta({ id: 'Role' })
/** A choice the text leaves, with what was taken and what else could have been. */
const parameter = z.strictObject({ value, asks: name, alternatives: z.array(value).optional(), clause }).meta({ id: 'Parameter' })
const table = <T extends z.ZodType>(item: T) => z.record(identifier, item)

/** 办法 as written in regulation.yaml, shorthand included. */
export const regulationSchema = z.strictObject({
  format: z.number().int(),
  regulation: word,
  version: word,
  /** Another regulation of the same text, for matters of another kind: the clauses stand there. */
  text: word.optional(),
  title: name,
  shortTitle: name.optional(),
  matter: z.strictObject({ kind: identifier.optional(), name, write: name.optional() }).optional(),
  issuer: name,
  number: z.string().nullable().optional(),
  status: name.nullable().optional(),
  effective: z.strictObject({
    from: z
      .union([day, z.literal('unknown')])
      .nullable()
      .optional(),
    to: day.nullable().optional(),
    clause,
  }),
  counting: z.strictObject({ movesToWorkday: z.boolean().optional(), points: z.enum(['highest', 'sum']).optional() }).optional(),
  portal: z
    .strictObject({ name: name.optional(), notice: listOf(name).optional(), promises: listOf(name).optional() })
    .optional(),
  parameters: table(parameter).optional(),
  readings: table(parameter).optional(),
  discretions: table(z.strictObject({ words: name.optional(), judge: word, clause })).optional(),
  roles: table(role).optional(),
  fields: table(field).optional(),
  shownStates: table(name).optional(),
  stages: table(stage),
  assignmentStages: table(stage).optional(),
  unitKinds: table(unitKind).optional(),
  parts: partNamesSchema.optional(),
  requesterLists: table(requesterList).optional(),
  items: table(item).optional(),
  itemStages: table(stage).optional(),
  acts: table(act),
  usualRuns: table(usualRun).optional(),
  duties: table(duty).optional(),
  officeDuties: table(officeDuty).optional(),
  alerts: table(z.strictObject({ name, rank: z.number().int(), colour: word })).optional(),
  prohibitions: listOf(prohibition).optional(),
  requirements: table(requirement).optional(),
  signOffs: table(signOff).optional(),
  documents: table(document).optional(),
  retention: table(retentionClass).optional(),
  assessment: table(assessment).optional(),
  recusal: recusal.optional(),
  visibility: visibility.optional(),
  meaning: meaning.optional(),
})
export type RegulationInput = z.infer<typeof regulationSchema>

const words = 'words: nothing hangs on them' as const
const declares = 'it says only what a file holds, not what the rules do' as const

/** Whoever brings a matter in submits it, unless another verb is said. */
function matterOf({ matter }: RegulationInput): Regulation['matter'] {
  if (matter === undefined) return null
  const called = nameOf(matter.name)
  const write = matter.write === undefined ? { zh: `提交${called.zh}`, en: `submit a ${called.en}` } : nameOf(matter.write)
  return { name: called, write }
}

/** A table of things by id, in the order written. */
export function tableOf<In, Out>(
  written: Readonly<Record<string, In>> | undefined,
  path: Path,
  read: (id: string, entry: In, path: Path) => Out,
): Readonly<Record<string, Out>> {
  return Object.fromEntries(Object.entries(written ?? {}).map(([id, entry]) => [id, read(id, entry, [...path, id])]))
}

type Table<In> = Readonly<Record<string, In>> | undefined

/** A table of records of rules, as one option of a regulation. */
const records = <In, Rule>(options: Options<In, Rule>, check: (written: In, here: Here) => void = () => undefined) => ({
  read: (written: Table<In>, reading: Reading, key: string): Readonly<Record<string, Rule>> =>
    tableOf(written, [key], (id, entry, path) => {
      check(entry, { reading, id, path })
      return readOptions(options, entry, { reading, id, path })
    }),
  edits: (written: Table<In>, key: string, among: Among): readonly Edit[] =>
    Object.entries(written ?? {}).flatMap(([id, entry]) => optionEdits(options, entry, [key, id], among)),
  conditions: (rules: Readonly<Record<string, Rule>>, path: Path) =>
    Object.entries(rules).flatMap(([id, rule]) => optionConditions(options, rule, [...path, id])),
  limits: (rules: Readonly<Record<string, Rule>>, path: Path) =>
    Object.entries(rules).flatMap(([id, rule]) => optionLimits(options, rule, [...path, id])),
  fields: (rules: Readonly<Record<string, Rule>>, path: Path) =>
    Object.entries(rules).flatMap(([id, rule]) => optionFields(options, rule, [...path, id])),
})

const fields = records(fieldOptions)
export const stages = records(stageOptions)
const unitKinds = records(unitKindOptions)
const parts = records(partNameOptions)
const requesterLists = records(requesterListOptions)
const items = records(itemOptions, checkItem)
export const acts = records(actOptions, checkAct)
const usualRuns = records(usualRunOptions, checkUsualRun)
export const duties = records(dutyOptions)
const requirements = records(requirementOptions)
const signOffs = records(signOffOptions, checkSignOff)
const retention = records(retentionOptions)
const assessed = records(assessmentOptions, checkAssessment)
export const documents = records(documentOptions, checkDocument)

/** Taken out, every one is missed. */
const without = (written: Table<unknown>, key: string, what = 'duty'): readonly Edit[] =>
  Object.keys(written ?? {}).map((id) => ({ path: [key, id], what: `without this ${what}` }))

/** Every part of a regulation. What stands in clauses.yaml is known to the reading. */
export const regulationOptions: Options<RegulationInput, Regulation> = {
  id: { read: ({ regulation }) => regulation, edits: 'a name: nothing hangs on its letters' },
  version: { read: ({ version }) => version, edits: 'a name: nothing hangs on its letters' },
  title: { read: ({ title }) => nameOf(title), edits: words },
  shortTitle: { read: ({ shortTitle, title }) => nameOf(shortTitle ?? title), edits: words },
  kind: { read: ({ matter, regulation }) => matter?.kind ?? regulation, edits: 'a name: nothing hangs on its letters' },
  matter: { read: matterOf, edits: words },
  issuer: { read: ({ issuer }) => nameOf(issuer), edits: words },
  number: { read: ({ number }) => number ?? '', edits: words },
  status: { read: ({ status }) => adviceOf(status ?? undefined), edits: words },
  effectiveFrom: {
    read: ({ effective }, { reading }) => {
      checkDays(reading, effective)
      return knownDay(effective.from)
    },
    edits: ({ effective }) => [...dayEdits(effective.from, ['effective', 'from']), ...drop(effective, 'from', ['effective'])],
  },
  effectiveTo: {
    read: ({ effective }) => effective.to ?? null,
    edits: ({ effective }) => [...dayEdits(effective.to, ['effective', 'to']), ...drop(effective, 'to', ['effective'])],
  },
  isForceAwaited: { read: ({ effective }) => effective.from === 'unknown', edits: 'another option alters it' },
  effectiveClause: {
    read: ({ effective }, { reading }) => clausesOf(reading, effective.clause, ['effective', 'clause']),
    edits: declares,
  },
  portal: { read: portalOf, edits: words },
  movesToWorkday: {
    read: ({ counting }) => counting?.movesToWorkday ?? true,
    // What is not written there is the format's own default, no rule of the text.
    edits: ({ counting: { movesToWorkday: moves } = {} }) =>
      moves === undefined ? [] : [change(['counting', 'movesToWorkday'], moves, !moves)],
  },
  points: {
    read: ({ counting }) => counting?.points ?? 'highest',
    edits: ({ counting }) => toAnother(['highest', 'sum'], counting?.points, ['counting', 'points']),
  },
  clauses: { read: (_written, { reading }) => reading.clauses, edits: declares },
  parameters: { read: ({ parameters }, here) => choicesOf(parameters, 'parameters', here), edits: 'another option alters it' },
  readings: { read: ({ readings }, here) => choicesOf(readings, 'readings', here), edits: words },
  discretions: {
    read: ({ discretions }, { reading }) =>
      tableOf(discretions, ['discretions'], (id, { words, judge, clause }, path) => ({
        id,
        words: words === undefined ? null : nameOf(words),
        judge: reading.name('role', judge, [...path, 'judge']),
        clause: clausesOf(reading, clause, [...path, 'clause']),
      })),
    edits: words,
  },
  roles: { read: rolesOf, edits: declares },
  fields: {
    ...fields,
    read: (written, { reading }) => fields.read(written.fields, reading, 'fields'),
    edits: (written, _path, among) => fields.edits(written.fields, 'fields', among),
  },
  stages: {
    ...stages,
    read: (written, { reading }) => stages.read(written.stages, reading, 'stages'),
    edits: (written, _path, among) => stages.edits(written.stages, 'stages', among),
  },
  assignmentStages: {
    ...stages,
    read: (written, { reading }) => stages.read(written.assignmentStages, reading, 'assignmentStages'),
    edits: declares,
  },
  unitKinds: {
    ...unitKinds,
    read: (written, { reading }) => unitKinds.read(written.unitKinds, reading, 'unitKinds'),
    edits: declares,
  },
  parts: {
    ...parts,
    read: (written, { reading }) => parts.read(written.parts, reading, 'parts'),
    edits: words,
  },
  requesterLists: {
    ...requesterLists,
    read: (written, { reading }) => requesterLists.read(written.requesterLists, reading, 'requesterLists'),
    edits: declares,
  },
  items: {
    ...items,
    read: (written, { reading }) => items.read(written.items, reading, 'items'),
    edits: declares,
  },
  itemStages: {
    ...stages,
    read: (written, { reading }) => stages.read(written.itemStages, reading, 'itemStages'),
    edits: declares,
  },
  acts: {
    ...acts,
    read: (written, { reading }) => acts.read(written.acts, reading, 'acts'),
    edits: (written, _path, among) => acts.edits(written.acts, 'acts', among),
  },
  usualRuns: {
    read: (written, { reading }) => usualRuns.read(written.usualRuns, reading, 'usualRuns'),
    edits: 'each act is altered where it stands: a run permits nothing by itself',
  },
  duties: {
    ...duties,
    read: (written, { reading }) => duties.read(written.duties, reading, 'duties'),
    edits: (written, _path, among) => [...without(written.duties, 'duties'), ...duties.edits(written.duties, 'duties', among)],
  },
  officeDuties: {
    // Each is made of all the rest, and read after it.
    read: () => ({}),
    edits: ({ officeDuties }, _path, among) => [
      ...without(officeDuties, 'officeDuties'),
      ...Object.entries(officeDuties ?? {}).flatMap(([id, entry]) => officeDutyEdits(entry, ['officeDuties', id], among)),
    ],
  },
  alerts: {
    read: ({ alerts }) => tableOf(alerts, ['alerts'], (id, { name, rank, colour }) => ({ id, name: nameOf(name), rank, colour })),
    edits: declares,
  },
  prohibitions: {
    ...prohibitions,
    read: (written, here) => prohibitions.read(written.prohibitions, { ...here, path: ['prohibitions'] }),
    edits: (written, _path, among) => prohibitions.edits(written.prohibitions, ['prohibitions'], among),
  },
  requirements: {
    ...requirements,
    read: (written, { reading }) => requirements.read(written.requirements, reading, 'requirements'),
    edits: (written, _path, among) => requirements.edits(written.requirements, 'requirements', among),
  },
  signOffs: {
    ...signOffs,
    read: (written, { reading }) => signOffs.read(written.signOffs, reading, 'signOffs'),
    edits: (written, _path, among) => signOffs.edits(written.signOffs, 'signOffs', among),
  },
  documents: {
    read: (written, { reading }) => documents.read(written.documents, reading, 'documents'),
    edits: declares,
  },
  retention: {
    ...retention,
    read: (written, { reading }) => retention.read(written.retention, reading, 'retention'),
    edits: (written, _path, among) => retention.edits(written.retention, 'retention', among),
  },
  assessment: {
    read: (written, { reading }) => assessed.read(written.assessment, reading, 'assessment'),
    edits: (written, _path, among) => [
      ...without(written.assessment, 'assessment', 'line'),
      ...assessed.edits(written.assessment, 'assessment', among),
    ],
  },
  recusal: {
    read: (written, here) =>
      written.recusal === undefined ? null : readOptions(recusalOptions, written.recusal, { ...here, path: ['recusal'] }),
    edits: (written, _path, among) =>
      written.recusal === undefined
        ? []
        : [{ path: ['recusal'], what: 'without recusal' }, ...optionEdits(recusalOptions, written.recusal, ['recusal'], among)],
    fields: (rule, path) => (rule === null ? [] : optionFields(recusalOptions, rule, path)),
  },
  visibility: {
    read: (written, here) => readOptions(visibilityOptions, written.visibility ?? {}, { ...here, path: ['visibility'] }),
    edits: (written, _path, among) => optionEdits(visibilityOptions, written.visibility ?? {}, ['visibility'], among),
    conditions: (rule, path) => optionConditions(visibilityOptions, rule, path),
    fields: (rule, path) => optionFields(visibilityOptions, rule, path),
  },
  meaning: {
    read: (written, { reading }) => meaningIn(reading, written),
    edits: declares,
    conditions: meaningConditions,
    fields: meaningFields,
  },
  shownStates: {
    read: ({ shownStates }) => tableOf(shownStates, ['shownStates'], (_id, name) => nameOf(name)),
    edits: words,
  },
}

/** Every condition of the rules with its place. */
export const conditionsIn = (regulation: Regulation): readonly PlacedCondition[] =>
  optionConditions(regulationOptions, regulation, [])

function choicesOf(written: RegulationInput['readings'], key: string, { reading }: Here): Regulation['readings'] {
  return tableOf(written, [key], (id, { value, asks, alternatives, clause }, path) => ({
    id,
    value,
    asks: nameOf(asks),
    alternatives: alternatives ?? [],
    clause: clausesOf(reading, clause, [...path, 'clause']),
  }))
}

function portalOf({ portal = {}, shortTitle, title }: RegulationInput): Regulation['portal'] {
  const lines = (written: NameInput | NameInput[] | undefined) => each(written, []).map((entry) => nameOf(entry.value))
  return {
    name: nameOf(portal.name ?? shortTitle ?? title),
    notice: lines(portal.notice),
    promises: lines(portal.promises),
  }
}

function rolesOf({ roles }: RegulationInput, { reading }: Here): Readonly<Record<string, Role>> {
  const common = Object.entries(commonRoles).map(([kind, name]): [string, Role] => {
    return [kind, { id: kind, name, kind: kind as keyof typeof commonRoles, clause: [] }]
  })
  const own = tableOf(roles, ['roles'], (id, { name, kind, clause }, path): Role => {
    return { id, name: nameOf(name), kind, clause: clausesOf(reading, clause, [...path, 'clause']) }
  })
  return { ...Object.fromEntries(common), ...own }
}

/** The day as written; null where none is said or none is known. */
const knownDay = (written: string | null | undefined): string | null =>
  written === undefined || written === 'unknown' ? null : written

function checkDays(reading: Reading, { from: written, to }: RegulationInput['effective']): void {
  const from = knownDay(written)
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day != null && readDay(day) === null) reading.report(['effective', key], 'bad-day', { word: day })
  }
  if (from != null && to != null && from > to) reading.report(['effective'], 'not-in-force-days', {}, 'key')
}
