import { z } from 'zod'
import type { Hearing } from '../../core/index.js'
import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropEntries, dropSome } from './alter.js'
import type { Here } from './option.js'
import { each, nameOf } from './reading.js'
import { identifier, name, word, words } from './shapes.js'

const turns = ['ended', 'open'] as const

/**
 * 回告 as written: of which kind of matter begun here, and what of it is heard: that one of these acts was done there, or that it ended, or
 * was opened again; with `holder`, of the matter that holds this one instead. `namedBy` is the field there that names this matter, for what is not begun here. `learns` names, by each field here, the field there whose value is heard with it.
 */
export const hearing = z
  .strictObject({
    kind: identifier,
    name: name.optional(),
    namedBy: identifier.optional(),
    holder: z.boolean().optional(),
    acts: words.optional(),
    turns: z.enum(turns).optional(),
    learns: z.record(word, identifier).optional(),
  })
  .meta({ id: 'Hearing' })

type Written = {
  readonly hears?: z.infer<typeof hearing> | undefined
  readonly by?: string | string[] | undefined
} & Readonly<Record<string, unknown>>

export function hearingOf({ hears }: Pick<Written, 'hears'>, { reading, path }: Here): Hearing | null {
  if (hears === undefined) return null
  for (const field of Object.keys(hears.learns ?? {})) reading.name('field', field, [...path, 'hears', 'learns', field], 'key')
  return {
    kind: hears.kind,
    name: hears.name === undefined ? null : nameOf(hears.name),
    namedBy: hears.namedBy ?? null,
    isOfHolder: hears.holder ?? false,
    of: hears.turns === undefined ? { acts: each(hears.acts, []).map(({ value }) => value) } : { turns: hears.turns },
    learns: hears.learns ?? {},
  }
}

export const hearingEdits = ({ hears }: Pick<Written, 'hears'>, path: Path): readonly Edit[] =>
  hears === undefined
    ? []
    : [
        { path: [...path, 'hears'], what: 'without what it hears' },
        ...drop(hears, 'namedBy', [...path, 'hears']),
        ...drop(hears, 'holder', [...path, 'hears']),
        ...dropSome(hears.acts, [...path, 'hears', 'acts']),
        ...turns
          .filter((turn) => hears.turns !== undefined && turn !== hears.turns)
          .map((turn) => ({ path: [...path, 'hears', 'turns'], what: `${turn} instead`, value: turn })),
        ...dropEntries(hears.learns, [...path, 'hears', 'learns']),
      ]

/** What is heard has happened: nobody does it, nothing keeps it from being recorded, and no field of identity comes with it. */
export function checkHearing(written: Written, { reading, path }: Omit<Here, 'id'>): void {
  const { hears } = written
  if (hears === undefined) return
  const at = [...path, 'hears']
  if ((hears.acts === undefined) === (hears.turns === undefined))
    reading.report(at, 'exactly-one', { words: 'acts, turns' }, 'key')
  if (!each(written.by, []).every(({ value }) => value === 'system')) reading.report(at, 'hears-needs-system', {}, 'key')
  for (const key of [
    'starts',
    'of',
    'needs',
    'needsWhen',
    'within',
    'times',
    'notBy',
    'needsForce',
    'corrects',
    'moves',
    'assigns',
  ])
    if (written[key] !== undefined) reading.report([...path, key], 'not-for-hearing', { key }, 'key')
  for (const field of Object.keys(hears.learns ?? {})) {
    const known = reading.input.fields?.[field]
    if (known?.identity === true || known?.type === 'attachments' || known?.type === 'assignments')
      reading.report([...at, 'learns', field], 'cannot-be-carried', { field })
  }
}
