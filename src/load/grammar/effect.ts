import { z } from 'zod'
import type { Effect, Opening } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { dropEach, dropSome } from './alter.js'
import { condition, conditionEdits, conditionOf } from './condition.js'
import { type PlacedCondition, placed } from './option.js'
import { each, type Reading } from './reading.js'
import { rungIds } from './rung-id.js'
import { listOf, parts, word } from './shapes.js'

/** One kind of opening: how what opens the duty is read. */
type OpeningKind<K extends Opening['on']> = {
  read(
    reading: Reading,
    written: OpeningInput & Readonly<Record<K, string>>,
    path: Path,
  ): Omit<Extract<Opening, { on: K }>, 'on' | 'when'>
}

/** Every kind of opening: the key it is written under, and what stands there. */
const openingKinds: { readonly [K in Opening['on']]: OpeningKind<K> } = {
  act: {
    read: (reading, written, path) => ({
      act: reading.name('act', written.act, [...path, 'act']),
      parts: each(written.parts, [...path, 'parts']).map((entry) => entry.value),
    }),
  },
  due: { read: (reading, { due }, path) => ({ duty: reading.name('duty', due, [...path, 'due']) }) },
  rung: { read: rungMeant },
  turn: { read: (reading, { turn }, path) => ({ signOff: reading.name('sign-off', turn, [...path, 'turn']) }) },
  stage: { read: (reading, { stage }, path) => ({ stage: reading.name('stage', stage, [...path, 'stage']) }) },
}
const openingWords = Object.keys(openingKinds) as readonly Opening['on'][]

/** What opens a duty: exactly one of act, due, rung, stage, turn. */
const opening = z.strictObject({
  act: word.optional(),
  due: word.optional(),
  rung: word.optional(),
  stage: word.optional(),
  /** Of a level: its turn in this sign-off has come. */
  turn: word.optional(),
  duty: word.optional(),
  parts: listOf(parts).optional(),
  when: condition.optional(),
})
type OpeningInput = z.infer<typeof opening>
export const openings = listOf(z.union([word, opening])).meta({ id: 'Openings' })
type OpeningsInput = z.infer<typeof openings>

export const effects = listOf(z.union([word, z.strictObject({ act: word, when: condition.optional() })])).meta({ id: 'Effects' })
type EffectsInput = z.infer<typeof effects>

/** Reads what opens a duty; an act may stand alone. */
export const openingsOf = (reading: Reading, written: OpeningsInput, path: Path): readonly Opening[] =>
  each(written, path).flatMap(({ value, path: at }) => openingOf(reading, value, at))

function openingOf(reading: Reading, written: string | OpeningInput, path: Path): readonly Opening[] {
  if (typeof written === 'string') return [{ on: 'act', act: reading.name('act', written, path), when: null, parts: [] }]
  const given = openingWords.filter((key) => written[key] !== undefined)
  const [on] = given
  if (given.length !== 1 || on === undefined) {
    reading.report(path, 'exactly-one', { words: openingWords.join(', ') }, 'key')
    return []
  }
  if (written.parts !== undefined && on !== 'act') reading.report([...path, 'parts'], 'only-for-act-openings', {}, 'key')
  const kind = openingKinds[on] as OpeningKind<Opening['on']>
  const meant = kind.read(reading, written as OpeningInput & Readonly<Record<Opening['on'], string>>, path)
  return [{ on, ...meant, when: conditionOf(reading, written.when, [...path, 'when']) } as Opening]
}

/** The duty is named beside its rung. */
function rungMeant(
  reading: Reading,
  { duty, rung = '' }: OpeningInput,
  path: Path,
): { readonly duty: string; readonly rung: string } {
  if (duty === undefined) {
    reading.report(path, 'missing-key', { word: 'duty' }, 'key')
    return { duty: '', rung }
  }
  const ids = rungIds(each(reading.input.duties?.[duty]?.ladder, []).map(({ value }) => value))
  if (ids.length > 0 && !ids.includes(rung)) reading.report([...path, 'rung'], 'unknown-rung', wordArgs(rung, ids))
  return { duty: reading.name('duty', duty, [...path, 'duty']), rung }
}

/** Reads acts that change a duty, each perhaps under a condition. */
export const effectsOf = (reading: Reading, written: EffectsInput | undefined, path: Path): readonly Effect[] =>
  each(written, path).map(({ value, path: at }) =>
    typeof value === 'string'
      ? { act: reading.name('act', value, at), when: null }
      : { act: reading.name('act', value.act, [...at, 'act']), when: conditionOf(reading, value.when, [...at, 'when']) },
  )

/** What opens, meets, stops a duty: one fewer, and under which condition. */
export const triggerEdits = (written: unknown, path: Path): readonly Edit[] => [
  ...dropEach(written, path),
  ...each(written, path).flatMap(({ value, path: at }) =>
    isRecord(value) ? [...conditionEdits(value.when, [...at, 'when']), ...dropSome(value.parts, [...at, 'parts'])] : [],
  ),
]

export const triggerConditions = (triggers: readonly (Opening | Effect)[], path: Path): readonly PlacedCondition[] =>
  triggers.flatMap(({ when }, index) => placed(when, [...path, index, 'when']))
