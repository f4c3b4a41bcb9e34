import { z } from 'zod'
import type { Act } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropSome, toAnother } from './alter.js'
import type { Among, FieldUse, Here } from './option.js'
import { passageEdits, passages, passagesOf } from './passage.js'
import { each, named } from './reading.js'
import { listOf, word, words } from './shapes.js'

/** What an act does with items, as written: takes some of some kinds along, takes the share along in which its own stands, adds one for each requester or person. */
export const ofItems = {
  movesItems: listOf(z.strictObject({ of: word, from: words, to: word })).optional(),
  movesShare: z.strictObject({ from: words, to: passages }).optional(),
  itemsFor: z.strictObject({ each: word, of: word }).optional(),
}

type Written = {
  readonly movesItems?: z.infer<typeof ofItems.movesItems>
  readonly movesShare?: z.infer<typeof ofItems.movesShare>
  readonly itemsFor?: z.infer<typeof ofItems.itemsFor>
  readonly of?: string | undefined
}

export const movesItemsOf = ({ movesItems }: Written, { reading, path: above }: Here): Act['movesItems'] =>
  each(movesItems, [...above, 'movesItems']).map(({ value, path }) => ({
    of: reading.name('item', value.of, [...path, 'of']),
    from: named(reading, 'item-stage', value.from, [...path, 'from']),
    to: reading.name('item-stage', value.to, [...path, 'to']),
  }))

export const movesItemsEdits = ({ movesItems }: Written, path: Path, { itemStages }: Among): readonly Edit[] =>
  each(movesItems, [...path, 'movesItems']).flatMap(({ value, path: at }) => [
    { path: at, what: 'without movesItems' },
    ...dropSome(value.from, [...at, 'from']),
    ...toAnother(itemStages, value.to, [...at, 'to']),
  ])

/** Only an act of an item has a share that its item stands in. */
export function movesShareOf({ movesShare, of = 'matter' }: Written, { reading, path: above }: Here): Act['movesShare'] {
  if (movesShare === undefined) return null
  const path = [...above, 'movesShare']
  if (of === 'matter' || of === 'assignment') reading.report(path, 'only-for-acts-of-items', { key: 'movesShare' }, 'key')
  return {
    from: named(reading, 'assignment-stage', movesShare.from, [...path, 'from']),
    to: passagesOf(reading, movesShare.to, [...path, 'to'], 'assignment-stage'),
  }
}

export const movesShareEdits = (written: Written, path: Path, { assignmentStages }: Among): readonly Edit[] => [
  ...drop(written, 'movesShare', path),
  ...dropSome(written.movesShare?.from, [...path, 'movesShare', 'from']),
  ...passageEdits(written.movesShare?.to, [...path, 'movesShare', 'to'], assignmentStages),
]

/** Each needs one field and no other: it holds the one for whom it is. */
export function itemsForOf({ itemsFor }: Written, { reading, path: above }: Here): Act['itemsFor'] {
  if (itemsFor === undefined) return null
  const path = [...above, 'itemsFor']
  const { fields, items } = reading.input
  const needs = each(items?.[itemsFor.of]?.needs ?? [], path).map(({ value }) => value)
  const type = fields?.[itemsFor.each]?.type
  const isFit = needs.length === 1 && fields?.[needs[0] ?? '']?.type === (type === 'people' ? 'person' : 'requesters')
  if (items?.[itemsFor.of] !== undefined && !isFit) reading.report([...path, 'of'], 'not-for-each', { item: itemsFor.of })
  if (type !== undefined && type !== 'requesters' && type !== 'people')
    reading.report([...path, 'each'], 'wrong-field-type', { field: itemsFor.each, type: 'requesters, people' })
  return {
    field: reading.name('field', itemsFor.each, [...path, 'each']),
    of: reading.name('item', itemsFor.of, [...path, 'of']),
  }
}

export const itemsForEdits = (written: Written, path: Path): readonly Edit[] => drop(written, 'itemsFor', path)

export const itemsForFields = (rule: Act['itemsFor'], path: Path): readonly FieldUse[] =>
  rule === null ? [] : [{ field: rule.field, path: [...path, 'each'] }]
