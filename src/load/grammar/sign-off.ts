import { z } from 'zod'
import type { SignOff } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { drop, dropEach, dropSome } from './alter.js'
import type { Here, Options } from './option.js'
import { clausesOf, each, named, nameOf } from './reading.js'
import { clauseRefs, name, word, words } from './shapes.js'

/** 签批 as written. */
export const signOff = z
  .strictObject({
    name,
    text: words,
    sentBy: words,
    levels: words,
    sentBack: z.strictObject({ by: word, to: word.optional() }).optional(),
    jumpedBy: word.optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'SignOffRule' })
export type SignOffInput = z.infer<typeof signOff>

/** Every option of it. */
export const signOffOptions: Options<SignOffInput, SignOff> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  of: {
    read: ({ sentBy }, { reading }) => {
      const isOfShare = each(sentBy, []).some(({ value }) => reading.input.acts?.[value]?.of === 'assignment')
      return isOfShare ? 'assignment' : 'matter'
    },
    edits: 'another option alters it',
  },
  text: {
    read: ({ text }, { reading, path }) => named(reading, 'field', text, [...path, 'text']),
    edits: ({ text }, path) => dropEach(text, [...path, 'text']),
    fields: (text, path) => text.map((field, index) => ({ field, path: [...path, index] })),
  },
  sentBy: {
    read: ({ sentBy }, { reading, path }) => named(reading, 'act', sentBy, [...path, 'sentBy']),
    edits: ({ sentBy }, path) => dropSome(sentBy, [...path, 'sentBy']),
  },
  levels: {
    read: ({ levels }, { reading, path }) => named(reading, 'duty', levels, [...path, 'levels']),
    edits: ({ levels }, path) => [...dropSome(levels, [...path, 'levels']), ...turned(levels, [...path, 'levels'])],
  },
  sentBack: {
    read: sentBackIn,
    edits: (written, path) => [
      ...drop(written, 'sentBack', path),
      ...(written.sentBack === undefined ? [] : drop(written.sentBack, 'to', [...path, 'sentBack'])),
    ],
    fields: (sentBack, path) => (sentBack?.to == null ? [] : [{ field: sentBack.to, path }]),
  },
  jumpedBy: {
    read: ({ jumpedBy }, { reading, path }) =>
      jumpedBy === undefined ? null : reading.name('act', jumpedBy, [...path, 'jumpedBy']),
    edits: (written, path) => drop(written, 'jumpedBy', path),
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** The levels the other way round. */
const turned = (levels: SignOffInput['levels'], path: Path): readonly Edit[] =>
  Array.isArray(levels) && levels.length > 1 ? [{ path, what: 'the other way round', value: [...levels].reverse() }] : []

/** The options of the field are levels: to whichever is chosen it goes back. */
function sentBackIn({ sentBack }: SignOffInput, { reading, path }: Here): SignOff['sentBack'] {
  if (sentBack === undefined) return null
  const { by, to } = sentBack
  const field = to === undefined ? undefined : reading.input.fields?.[to]
  if (to !== undefined && field !== undefined && field.type !== 'choice')
    reading.report([...path, 'sentBack', 'to'], 'wrong-field-type', { field: to, type: 'choice' })
  for (const option of Object.keys(field?.options ?? {}))
    reading.name('duty', option, ['fields', to ?? '', 'options', option], 'key')
  return {
    act: reading.name('act', by, [...path, 'sentBack', 'by']),
    to: to === undefined ? null : reading.name('field', to, [...path, 'sentBack', 'to']),
  }
}

/** Whoever signs changes nothing in what is signed; whoever signs before their turn says why; a level opens by its turn and by nothing else. */
export function checkSignOff(written: SignOffInput, { reading, id, path }: Here): void {
  const { levels, jumpedBy, text, sentBack } = written
  const duties = reading.input.duties ?? {}
  const signing = each(levels, []).flatMap(({ value }) => actsIn(duties[value]?.metBy))
  const fields = each(text, []).map(({ value }) => value)
  for (const act of new Set([
    ...signing,
    ...(jumpedBy === undefined ? [] : [jumpedBy]),
    ...(sentBack === undefined ? [] : [sentBack.by]),
  ])) {
    const rule = reading.input.acts?.[act]
    const stated = [...each(rule?.needs, []), ...each(rule?.takes, [])].map(({ value }) => value)
    const changed = stated.find((field) => fields.includes(field))
    if (changed !== undefined) reading.report([...path, 'text'], 'signs-what-it-changes', { act, field: changed }, 'key')
  }
  const jumping = jumpedBy === undefined ? undefined : reading.input.acts?.[jumpedBy]
  if (jumping !== undefined && !each(jumping.needs, []).some(({ value }) => value === 'reason'))
    reading.report([...path, 'jumpedBy'], 'jumps-without-reason', { act: jumpedBy ?? '' })
  for (const { value, path: at } of each(levels, [...path, 'levels'])) {
    const opens = duties[value]?.opens
    const isByTurn = isRecord(opens) && opens.turn === id
    if (duties[value] !== undefined && !isByTurn) reading.report(at, 'level-without-turn', { duty: value, signOff: id })
  }
}

type MetBy = string | { readonly act: string } | readonly (string | { readonly act: string })[] | undefined

const actsIn = (metBy: MetBy): readonly string[] =>
  each(metBy, []).map(({ value }) => (typeof value === 'string' ? value : value.act))
