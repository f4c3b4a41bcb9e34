import { z } from 'zod'
import { answeringParts, type Condition, type Duty, type Effect } from '../../core/index.js'
import { isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropSome, toAnother } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import { effects, effectsOf, openings, openingsOf, triggerConditions, triggerEdits } from './effect.js'
import { extend, extendOptions } from './extend.js'
import { limit, limitEdits, limitOf } from './limit.js'
import { type Here, type Option, type Options, optionConditions, optionEdits, placed, readOptions } from './option.js'
import { period, periodEdits, periodOf } from './period.js'
import { clausesOf, each, nameOf } from './reading.js'
import { ladderConditions, ladderEdits, ladderOf, rung } from './rung.js'
import { clauseRefs, listOf, name, parts, word } from './shapes.js'
import { itemIn, withinOf } from './within.js'

/** 义务 as written. */
export const duty = z
  .strictObject({
    name,
    holder: word,
    unitIn: word.optional(),
    personIn: word.optional(),
    claimant: word.nullable().optional(),
    of: word.optional(),
    parts: listOf(parts).optional(),
    opens: openings,
    appliesTo: condition.optional(),
    appliesFrom: z.union([z.enum(['opening', 'now']), z.strictObject({ atLeast: period })]).optional(),
    within: limit.optional(),
    from: word.optional(),
    notAfter: limit.optional(),
    tightenedBy: effects.optional(),
    soft: z.boolean().optional(),
    lapses: z.boolean().optional(),
    discretion: word.optional(),
    metBy: effects.optional(),
    reopenedBy: effects.optional(),
    cancelledBy: effects.optional(),
    pausedBy: effects.optional(),
    resumedBy: effects.optional(),
    forgivenBy: effects.optional(),
    extend: extend.optional(),
    ladder: listOf(rung).optional(),
    internal: z.boolean().optional(),
    clause: clauseRefs.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'DutyRule' })
export type DutyInput = z.infer<typeof duty>

const isUnits = ({ holder }: DutyInput, { reading }: Here): boolean =>
  holder === 'unit' || reading.input.roles?.[holder]?.kind === 'unit'

type EffectKey = { [K in keyof Duty]: Duty[K] extends readonly Effect[] ? K : never }[keyof Duty & keyof DutyInput]

/** Acts that change the duty. */
const changing = <K extends EffectKey>(key: K): Option<DutyInput, Duty, K> =>
  ({
    read: (written: DutyInput, { reading, path }: Here) => effectsOf(reading, written[key], [...path, key]),
    edits: (written: DutyInput, path: Path) => triggerEdits(written[key], [...path, key]),
    conditions: triggerConditions,
  }) as unknown as Option<DutyInput, Duty, K>

/** Every option of a duty. */
export const dutyOptions: Options<DutyInput, Duty> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  holder: {
    read: ({ holder }, { reading, path }) => reading.name('role', holder, [...path, 'holder']),
    edits: ({ holder }, path, { roles }) => toAnother(roles, holder, [...path, 'holder']),
  },
  named: {
    read: namedHolderOf,
    edits: (written, path) => [...drop(written, 'unitIn', path), ...drop(written, 'personIn', path)],
    fields: (named, path) => (named === null ? [] : [{ field: named.field, path }]),
  },
  claimant: {
    read: ({ claimant }, { reading, path }) => (claimant == null ? null : reading.name('role', claimant, [...path, 'claimant'])),
    edits: 'words: nothing hangs on them',
  },
  of: {
    read: (written, here) =>
      (written.of === undefined ? undefined : withinOf(written.of)) ??
      (isUnits(written, here) && written.unitIn === undefined ? 'assignment' : 'matter'),
    edits: 'it says only what a file holds, not what the rules do',
  },
  item: { read: ({ of }, { reading, path }) => itemIn(reading, of, path), edits: 'another option alters it' },
  parts: {
    read: (written) => {
      const said = each(written.parts, []).map((entry) => entry.value)
      return said.length > 0 ? said : answeringParts
    },
    edits: (written, path) => dropSome(written.parts, [...path, 'parts']),
  },
  opens: {
    read: ({ opens }, { reading, path }) => openingsOf(reading, opens, [...path, 'opens']),
    edits: ({ opens }, path) => triggerEdits(opens, [...path, 'opens']),
    conditions: triggerConditions,
  },
  appliesTo: {
    read: ({ appliesTo }, { reading, path }) => conditionOf(reading, appliesTo, [...path, 'appliesTo']),
    edits: ({ appliesTo }, path) => conditionEdits(appliesTo, [...path, 'appliesTo'], 'nothing'),
    conditions: (appliesTo, path, rule) => placed(appliesTo, path, sureOf(rule)),
  },
  appliesFrom: {
    read: appliesFromOf,
    edits: (written, path) => [
      ...drop(written, 'appliesFrom', path),
      ...(isRecord(written.appliesFrom) ? periodEdits(written.appliesFrom.atLeast, [...path, 'appliesFrom', 'atLeast']) : []),
    ],
  },
  within: {
    read: ({ within }, { reading, path }) => (within === undefined ? null : limitOf(reading, within, [...path, 'within'])),
    edits: (written, path) => [...drop(written, 'within', path), ...limitEdits(written.within, [...path, 'within'])],
    limits: (limit, path) => (limit === null ? [] : [{ limit, path }]),
  },
  from: {
    read: ({ from }, { reading, path }) => (from === undefined ? null : reading.name('act', from, [...path, 'from'])),
    edits: (written, path) => drop(written, 'from', path),
  },
  notAfter: {
    read: ({ notAfter }, { reading, path }) =>
      notAfter === undefined
        ? null
        : {
            limit: limitOf(reading, notAfter, [...path, 'notAfter']),
            clause: clausesOf(reading, notAfter.clause, [...path, 'notAfter', 'clause']),
          },
    edits: (written, path) => [...drop(written, 'notAfter', path), ...limitEdits(written.notAfter, [...path, 'notAfter'])],
    limits: (cap, path) => (cap === null ? [] : [{ limit: cap.limit, path }]),
  },
  tightenedBy: changing('tightenedBy'),
  isSoft: { read: ({ soft }) => soft ?? false, edits: (written, path) => drop(written, 'soft', path) },
  lapses: { read: ({ lapses }) => lapses ?? false, edits: (written, path) => drop(written, 'lapses', path) },
  discretion: {
    read: ({ discretion }, { reading, path }) =>
      discretion === undefined ? null : reading.name('discretion', discretion, [...path, 'discretion']),
    edits: 'words: nothing hangs on them',
  },
  metBy: changing('metBy'),
  reopenedBy: changing('reopenedBy'),
  cancelledBy: changing('cancelledBy'),
  pausedBy: changing('pausedBy'),
  resumedBy: changing('resumedBy'),
  forgivenBy: changing('forgivenBy'),
  extend: {
    read: (written, { reading, path }) =>
      written.extend === undefined
        ? null
        : readOptions(extendOptions, written.extend, { reading, id: '', path: [...path, 'extend'] }),
    edits: (written, path, among) =>
      written.extend === undefined
        ? []
        : [
            { path: [...path, 'extend'], what: 'without extension' },
            // Without a cap nothing can be clipped.
            ...optionEdits(extendOptions, written.extend, [...path, 'extend'], among).filter(
              (edit) => written.notAfter !== undefined || edit.path.at(-1) !== 'clips',
            ),
          ],
    conditions: (extend, path) => (extend === null ? [] : optionConditions(extendOptions, extend, path)),
  },
  ladder: {
    read: ({ ladder }, { reading, path }) => ladderOf(reading, ladder, [...path, 'ladder']),
    edits: ({ ladder }, path, among) => ladderEdits(ladder, [...path, 'ladder'], among),
    conditions: ladderConditions,
  },
  isInternal: { read: ({ internal }) => internal ?? false, edits: 'words: nothing hangs on them' },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  note: { read: ({ note }) => note ?? '', edits: 'words: nothing hangs on them' },
}

/** The unit (of a role in units) or the person whom a field of that type names. */
function namedHolderOf({ unitIn, personIn, holder }: DutyInput, { reading, path }: Here): Duty['named'] {
  const names = unitIn === undefined ? 'person' : 'unit'
  const field = unitIn ?? personIn
  if (field === undefined) return null
  const at = [...path, `${names}In`]
  const type = reading.input.fields?.[field]?.type ?? names
  const kind = reading.input.roles?.[holder]?.kind ?? holder
  const isTwice = unitIn !== undefined && personIn !== undefined
  if (isTwice || type !== names || (names === 'unit' && kind !== 'unit')) reading.report(at, 'names-no-holder', { names, field })
  return { names, field: reading.name('field', field, at) }
}

/** From the opening unless said. */
function appliesFromOf({ appliesFrom }: DutyInput, { reading, path }: Here): Duty['appliesFrom'] {
  if (appliesFrom === undefined || typeof appliesFrom === 'string') return { kind: appliesFrom ?? 'opening' }
  return { kind: 'atLeast', period: periodOf(reading, appliesFrom.atLeast, [...path, 'appliesFrom', 'atLeast']) }
}

/** Which part the share has whenever the duty's own condition is weighed. */
const sureOf = (rule: Duty): readonly Condition[] => (rule.of === 'assignment' ? [{ op: 'part', parts: rule.parts }] : [])
