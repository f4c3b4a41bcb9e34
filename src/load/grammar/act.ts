import { z } from 'zod'
import { type Act, type Condition, handlingParts } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { actWindow, windowEdits, windowLimits, windowOf } from './act-window.js'
import { drop, dropEach, dropEntries, dropSome, nudge, optional, tableIn, toAnother } from './alter.js'
import { begins, beginsEdits, beginsOf, matterFieldOf, uncarried } from './begin.js'
import { chosen, chosenEdits, chosenFields, chosenIn } from './chosen.js'
import { condition, conditionEdits, conditionOf, readCondition } from './condition.js'
import { checkValue } from './field-value.js'
import { checkHearing, hearing, hearingEdits, hearingOf } from './hearing.js'
import { naming } from './named-unit.js'
import {
  itemsForEdits,
  itemsForFields,
  itemsForOf,
  movesItemsEdits,
  movesItemsOf,
  movesShareEdits,
  movesShareOf,
  ofItems,
} from './of-items.js'
import { type Among, type Here, type Options, placed } from './option.js'
import { order, orderEdits, orderFields, orderOf } from './order.js'
import { passageEdits, passages, passagesOf, stagesEdits, stagesFrom, stagesOf } from './passage.js'
import { adviceOf, clausesOf, each, named, nameOf } from './reading.js'
import { checkWaiving, waivedIn } from './requirement.js'
import { clauseRefs, listOf, name, parts, value, word, words } from './shapes.js'
import { emptiedIn, restatedIn } from './stated.js'
import { itemIn, stageKindOf, stagesIn, withinOf } from './within.js'

const followed = z.union([z.strictObject({ when: condition.optional() }), z.null(), z.literal(true)])

/** 行为 as written. */
export const act = z
  .strictObject({
    name,
    by: words,
    of: word.optional(),
    parts: listOf(parts).optional(),
    starts: passages.optional(),
    from: stagesFrom.optional(),
    during: stagesFrom.optional(),
    to: passages.optional(),
    moves: z.strictObject({ to: word, parts: listOf(parts).optional() }).optional(),
    ...ofItems,
    assigns: word.optional(),
    changesPart: z.boolean().optional(),
    needs: words.optional(),
    takes: words.optional(),
    needsWhen: listOf(z.strictObject({ fields: words, when: condition, clause: clauseRefs.optional() })).optional(),
    when: condition.optional(),
    requires: words.optional(),
    waives: word.optional(),
    within: actWindow.optional(),
    times: z.number().int().min(1).optional(),
    notBy: words.optional(),
    sets: z.record(z.string(), value).optional(),
    follows: z.union([word, z.array(word), z.record(z.string(), followed)]).optional(),
    begins: begins.optional(),
    releases: word.optional(),
    orders: order,
    hears: hearing.optional(),
    tells: words.optional(),
    keptFrom: words.optional(),
    slip: z.strictObject({ name, when: condition.optional() }).optional(),
    criticises: word.optional(),
    commends: word.optional(),
    chosen: chosen.optional(),
    corrects: z.boolean().optional(),
    empties: words.optional(),
    restates: words.optional(),
    needsForce: z.boolean().optional(),
    clause: clauseRefs.optional(),
    note: name.optional(),
  })
  // The interface has an Act of its own, and schemas are known by their ids.
  .meta({ id: 'ActRule' })
export type ActInput = z.infer<typeof act>

const within = ({ of }: ActInput) => withinOf(of ?? 'matter')
const stageKind = (written: ActInput) => stageKindOf(within(written))
const ownStages = (written: ActInput, among: Among): readonly string[] => stagesIn(within(written), among)

/** Where the matter stands whenever a condition of the act is weighed. */
function sureOf(rule: Act): readonly Condition[] {
  const during = rule.of === 'matter' ? rule.from : rule.during
  return rule.starts || during.length === 0 ? [] : [{ op: 'stage', stages: during }]
}

/** Every option of an act. */
export const actOptions: Options<ActInput, Act> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  by: {
    read: ({ by }, { reading, path }) => named(reading, 'role', by, [...path, 'by']),
    // What is heard happens by nobody's hand.
    edits: ({ by, hears }, path) => (hears === undefined ? dropEach(by, [...path, 'by']) : []),
  },
  of: { read: within, edits: 'it says only what a file holds, not what the rules do' },
  parts: {
    read: (written) => {
      const said = each(written.parts, []).map((entry) => entry.value)
      return said.length > 0 ? said : within(written) === 'matter' ? [] : handlingParts
    },
    edits: (written, path) => [...dropSome(written.parts, [...path, 'parts']), ...drop(written, 'parts', path)],
  },
  item: { read: ({ of }, { reading, path }) => itemIn(reading, of, path), edits: 'another option alters it' },
  starts: { read: ({ starts }) => starts !== undefined, edits: 'another option alters it' },
  from: {
    read: (written, { reading, path }) =>
      written.from === undefined && written.hears !== undefined
        ? Object.keys(reading.input.stages ?? {})
        : stagesOf(reading, written.from, [...path, 'from'], stageKind(written)),
    // What only follows by rule follows wherever the matter stands.
    edits: (written, path, among) =>
      written.by === 'system' && written.hears === undefined && written.starts === undefined
        ? []
        : stagesEdits(written.from, [...path, 'from'], ownStages(written, among)),
  },
  during: {
    read: ({ during }, { reading, path }) => stagesOf(reading, during, [...path, 'during'], 'stage'),
    edits: ({ during }, path, { stages }) => stagesEdits(during, [...path, 'during'], stages),
  },
  to: {
    read: (written, { reading, path }) => {
      const key = written.starts === undefined ? 'to' : 'starts'
      return passagesOf(reading, written[key], [...path, key], stageKind(written))
    },
    edits: (written, path, among) => [
      ...passageEdits(written.starts, [...path, 'starts'], ownStages(written, among)),
      ...passageEdits(written.to, [...path, 'to'], ownStages(written, among)),
      ...drop(written, 'to', path),
    ],
    conditions: (to, path, rule) => to.flatMap(({ when }, index) => placed(when, [...path, index, 'when'], sureOf(rule))),
  },
  moves: { read: movesOf, edits: movesEdits },
  movesItems: { read: movesItemsOf, edits: movesItemsEdits },
  movesShare: {
    read: movesShareOf,
    edits: movesShareEdits,
    // Weighed when the item has moved.
    conditions: (rule, path) => (rule?.to ?? []).flatMap(({ when }, index) => placed(when, [...path, 'to', index, 'when'])),
  },
  itemsFor: { read: itemsForOf, edits: itemsForEdits, fields: itemsForFields },
  assigns: {
    read: ({ assigns }, { reading, path }) =>
      assigns === undefined ? null : reading.name('assignment-stage', assigns, [...path, 'assigns']),
    edits: ({ assigns }, path, { assignmentStages }) => toAnother(assignmentStages, assigns, [...path, 'assigns']),
  },
  changesPart: {
    read: ({ changesPart }) => changesPart ?? false,
    edits: (written, path) => drop(written, 'changesPart', path),
  },
  needs: {
    read: ({ needs }, { reading, path }) => named(reading, 'field', needs, [...path, 'needs']),
    edits: (written, path) => each(written.needs, []).map(({ value }) => optional(written, value, path)),
  },
  takes: {
    // What is heard is stated with the act by which it is heard.
    read: ({ takes, hears }, { reading, path }) => [
      ...new Set([...named(reading, 'field', takes, [...path, 'takes']), ...Object.keys(hears?.learns ?? {})]),
    ],
    edits: 'it says only what a file holds, not what the rules do',
  },
  needsWhen: {
    read: ({ needsWhen }, { reading, path }) =>
      each(needsWhen, [...path, 'needsWhen']).map(({ value, path: at }) => ({
        fields: named(reading, 'field', value.fields, [...at, 'fields']),
        when: readCondition(reading, value.when, [...at, 'when']),
        clause: clausesOf(reading, value.clause, [...at, 'clause']),
      })),
    edits: ({ needsWhen }, path) => needsWhenEdits(needsWhen, [...path, 'needsWhen']),
    conditions: (needs, path, rule) => needs.flatMap(({ when }, index) => placed(when, [...path, index, 'when'], sureOf(rule))),
  },
  when: {
    read: ({ when }, { reading, path }) => conditionOf(reading, when, [...path, 'when']),
    edits: ({ when }, path) => conditionEdits(when, [...path, 'when'], 'nothing'),
    conditions: (when, path, rule) => placed(when, path, sureOf(rule)),
  },
  requires: {
    read: ({ requires }, { reading, path }) => named(reading, 'requirement', requires, [...path, 'requires']),
    edits: ({ requires }, path) => dropEach(requires, [...path, 'requires']),
  },
  waives: {
    read: waivedIn,
    edits: (written, path) => drop(written, 'waives', path),
    fields: (field, path) => (field === null ? [] : [{ field, path }]),
  },
  within: {
    read: (written, { reading, path }) => windowOf(written.within, { reading, path: [...path, 'within'] }),
    edits: (written, path) => [...drop(written, 'within', path), ...windowEdits(written.within, [...path, 'within'])],
    conditions: (window, path, rule) => placed(window?.unless ?? null, [...path, 'unless'], sureOf(rule)),
    limits: windowLimits,
  },
  times: {
    read: ({ times }) => times ?? null,
    edits: (written, path) => [...nudge(written.times, [...path, 'times'], 1), ...drop(written, 'times', path)],
  },
  notBy: {
    read: ({ notBy }, { reading, path }) => named(reading, 'act', notBy, [...path, 'notBy']),
    edits: ({ notBy }, path) => dropEach(notBy, [...path, 'notBy']),
  },
  sets: { read: setsOf, edits: ({ sets }, path) => dropEntries(sets, [...path, 'sets']) },
  follows: {
    read: followsOf,
    edits: ({ follows }, path) => [
      ...dropEntries(follows, [...path, 'follows']),
      ...tableIn(follows).flatMap(([id, { when }]) => conditionEdits(when, [...path, 'follows', id, 'when'])),
    ],
    // What follows is weighed when the act has been done, perhaps in another stage.
    conditions: (follows, path) => follows.flatMap((each) => placed(each.when, [...path, each.act])),
  },
  begins: {
    read: beginsOf,
    edits: beginsEdits,
    conditions: (rules, path) => rules.flatMap(({ when }, index) => placed(when, [...path, index, 'when'])),
    fields: (rules, path) =>
      rules.flatMap(({ carries }, index) =>
        Object.entries(carries).map(([there, field]) => ({ field, path: [...path, index, 'carries', there] })),
      ),
  },
  releases: {
    read: ({ releases }, { reading, path }) =>
      releases === undefined ? null : matterFieldOf(reading, releases, [...path, 'releases']),
    edits: (written, path) => drop(written, 'releases', path),
    fields: (field, path) => (field === null ? [] : [{ field, path }]),
  },
  orders: { read: orderOf, edits: orderEdits, fields: orderFields },
  hears: { read: hearingOf, edits: hearingEdits },
  tells: {
    read: ({ tells }, { reading, path }) => named(reading, 'role', tells, [...path, 'tells']),
    edits: ({ tells }, path) => dropEach(tells, [...path, 'tells']),
  },
  keptFrom: {
    read: ({ keptFrom }, { reading, path }) => named(reading, 'role', keptFrom, [...path, 'keptFrom']),
    edits: ({ keptFrom }, path) => dropEach(keptFrom, [...path, 'keptFrom']),
  },
  slip: {
    read: ({ slip }, { reading, path }) =>
      slip === undefined ? null : { name: nameOf(slip.name), when: conditionOf(reading, slip.when, [...path, 'slip', 'when']) },
    edits: (written, path) => [...drop(written, 'slip', path), ...conditionEdits(written.slip?.when, [...path, 'slip', 'when'])],
    conditions: (slip, path) => placed(slip?.when ?? null, [...path, 'when']),
  },
  criticises: naming('criticises'),
  commends: naming('commends'),
  chosen: { read: chosenIn, edits: chosenEdits, fields: (rule, path) => chosenFields(rule, path) },
  corrects: { read: ({ corrects }) => corrects ?? false, edits: (written, path) => drop(written, 'corrects', path) },
  empties: {
    read: emptiedIn,
    edits: ({ empties }, path) => dropEach(empties, [...path, 'empties']),
  },
  restates: {
    read: restatedIn,
    edits: ({ restates }, path) => dropEach(restates, [...path, 'restates']),
  },
  needsForce: {
    read: ({ needsForce }) => needsForce ?? false,
    edits: (written, path) => drop(written, 'needsForce', path),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  note: { read: ({ note }) => adviceOf(note), edits: 'words: nothing hangs on them' },
}

/** What must and must not stand together. */
export function checkAct(written: ActInput, { reading, id, path }: Here): void {
  const isAnywhere = written.starts !== undefined || written.hears !== undefined
  if (!isAnywhere && written.from === undefined) reading.report(path, 'missing-key', { word: 'from' }, 'key')
  if (written.starts !== undefined && (written.from !== undefined || written.to !== undefined)) {
    reading.report(path, 'exactly-one', { words: 'starts, from/to' }, 'key')
  }
  for (const key of ['during', 'parts'] as const) {
    // In which parts an act of the matter names the units to which it assigns.
    const isNaming = key === 'parts' && written.assigns !== undefined
    if (written[key] !== undefined && within(written) === 'matter' && !isNaming)
      reading.report([...path, key], 'only-for-shares', { key }, 'key')
  }
  for (const key of ['starts', 'moves'] as const) {
    if (written[key] !== undefined && within(written) !== 'matter')
      reading.report([...path, key], 'not-for-shares', { key }, 'key')
  }
  if (written.assigns !== undefined && within(written) === 'item') {
    reading.report([...path, 'assigns'], 'not-for-shares', { key: 'assigns' }, 'key')
  }
  if (written.changesPart !== undefined && (written.assigns === undefined || within(written) !== 'matter')) {
    reading.report([...path, 'changesPart'], 'changes-no-part', {}, 'key')
  }
  checkBegins(written, { reading, path })
  checkHearing(written, { reading, path })
  checkWaiving(written, { reading, id, path })
  if (written.assigns === undefined) return
  const asked = [...each(written.needs, []), ...each(written.takes, [])].map((entry) => entry.value)
  const type = reading.input.fields?.assignments?.type ?? 'assignments'
  const isDeclared = type === 'assignments' && reading.known('field').includes('assignments')
  if (!asked.includes('assignments') || !isDeclared) reading.report([...path, 'assigns'], 'assigns-without-field', {}, 'key')
}

/** What begins by itself could begin for ever: a person begins another matter, in one that is there. What is known apart is not carried. */
function checkBegins({ begins: written, starts, by }: ActInput, { reading, path }: Omit<Here, 'id'>): void {
  if (written === undefined) return
  const isByItself = starts !== undefined || each(by, []).every(({ value }) => value === 'system')
  if (isByItself) reading.report([...path, 'begins'], 'begins-by-itself', {}, 'key')
  for (const { value, path: at } of each(written, [...path, 'begins']))
    for (const [there, here] of Object.entries(value.carries ?? {})) {
      const field = reading.input.fields?.[here]
      if (field?.identity === true || uncarried.has(field?.type ?? 'text'))
        reading.report([...at, 'carries', there], 'cannot-be-carried', { field: here })
    }
}

function movesOf({ moves }: ActInput, { reading, path }: Here): Act['moves'] {
  if (moves === undefined) return null
  const parts = each(moves.parts, path).map((entry) => entry.value)
  const to = reading.name('assignment-stage', moves.to, [...path, 'moves', 'to'])
  return { to, parts: parts.length > 0 ? parts : handlingParts }
}

function movesEdits({ moves }: ActInput, path: Path, { assignmentStages }: Among): readonly Edit[] {
  if (moves === undefined) return []
  const at = [...path, 'moves']
  return [
    { path: at, what: 'without moves' },
    ...toAnother(assignmentStages, moves.to, [...at, 'to']),
    ...dropSome(moves.parts, [...at, 'parts']),
  ]
}

const needsWhenEdits = (written: ActInput['needsWhen'], path: Path): readonly Edit[] =>
  each(written, path).flatMap(({ value, path: at }) => [
    ...(at.length > path.length ? [{ path: at, what: 'without this need' }] : [{ path, what: 'without this need', value: [] }]),
    ...dropSome(value.fields, [...at, 'fields']),
    ...conditionEdits(value.when, [...at, 'when']),
  ])

function setsOf({ sets }: ActInput, { reading, path }: Here): Act['sets'] {
  for (const [field, value] of Object.entries(sets ?? {})) {
    const at = [...path, 'sets', field]
    reading.name('field', field, at, 'key')
    for (const entry of each(value, at)) checkValue(reading, field, entry.value, entry.path)
  }
  return sets ?? {}
}

function followsOf({ follows }: ActInput, { reading, path: above }: Here): Act['follows'] {
  const path = [...above, 'follows']
  const listed =
    typeof follows === 'string' || Array.isArray(follows) || follows === undefined
      ? each(follows, path).map((entry) => ({ act: entry.value, when: null, path: entry.path, at: 'value' as const }))
      : Object.entries(follows).map(([id, entry]) => ({
          act: id,
          when: entry === null || entry === true ? null : conditionOf(reading, entry.when, [...path, id, 'when']),
          path: [...path, id],
          at: 'key' as const,
        }))
  return listed.map(({ act: id, when, path: place, at }) => {
    reading.name('act', id, place, at)
    const followed = reading.input.acts?.[id]
    const isOurs = each(followed?.by, []).some(
      (entry) => reading.input.roles?.[entry.value]?.kind === 'system' || entry.value === 'system',
    )
    if (followed && !isOurs) reading.report(place, 'follows-needs-system', { act: id }, at)
    return { act: id, when }
  })
}
