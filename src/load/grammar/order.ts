import { z } from 'zod'
import type { Act } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop } from './alter.js'
import { matterFieldOf } from './begin.js'
import type { FieldUse, Here } from './option.js'
import { word } from './shapes.js'

/** 排次序 as written: the fields that name the one that is put elsewhere, and the one before which it is put. */
export const order = z.strictObject({ member: word, before: word }).optional()

type Written = { readonly orders?: z.infer<typeof order> }

export function orderOf({ orders }: Written, { reading, path }: Here): Act['orders'] {
  if (orders === undefined) return null
  const at = (key: 'member' | 'before'): string => matterFieldOf(reading, orders[key], [...path, 'orders', key])
  return { member: at('member'), before: at('before') }
}

export const orderEdits = (written: Written, path: Path): readonly Edit[] => drop(written, 'orders', path)

export const orderFields = (orders: Act['orders'], path: Path): readonly FieldUse[] =>
  orders === null ? [] : Object.entries(orders).map(([key, field]) => ({ field, path: [...path, key] }))
