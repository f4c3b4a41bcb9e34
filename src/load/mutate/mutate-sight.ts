import type { Edit } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { each } from '../grammar/reading.js'
import type { RegulationInput } from '../grammar/schema.js'
import { change, conditionEdits, drop, dropEach, dropSome, toAnother } from './mutate-parts.js'

/** Ways in which who sees what could be written otherwise. */
export function sightEdits({ visibility }: RegulationInput): readonly Edit[] {
  const at = (...keys: readonly string[]): Path => ['visibility', ...keys]
  const { matters, fields, hiddenFrom, public: open } = visibility ?? {}
  return [
    ...dropEach(matters, at('matters')),
    ...each(matters, at('matters')).flatMap(({ value, path }) => [
      ...dropSome(value.to, [...path, 'to']),
      ...toAnother(['all', 'assigned', 'own', 'none'], value.sees, [...path, 'sees']),
      ...conditionEdits(value.when, [...path, 'when'], 'nothing'),
    ]),
    ...dropEach(fields, at('fields')),
    ...each(fields, at('fields')).flatMap(({ value, path }) => [
      ...dropSome(value.fields, [...path, 'fields']),
      ...dropSome(value.to, [...path, 'to']),
      ...toAnother(['shown', 'masked', 'hidden', 'onReason'], value.as, [...path, 'as']),
      ...conditionEdits(value.when, [...path, 'when'], 'nothing'),
    ]),
    ...dropEach(hiddenFrom, at('hiddenFrom')),
    ...each(hiddenFrom, at('hiddenFrom')).flatMap(({ value, path }) => conditionEdits(value.when, [...path, 'when'], 'nothing')),
    ...drop({ ...visibility }, 'public', at()),
    ...(open == null
      ? []
      : [...dropSome(open.fields, at('public', 'fields')), ...conditionEdits(open.when, at('public', 'when'))]),
  ]
}

/** Ways in which what nobody may do could be written otherwise. */
export const prohibitionEdits = ({ prohibitions }: RegulationInput): readonly Edit[] => [
  ...dropEach(prohibitions, ['prohibitions']),
  ...each(prohibitions, ['prohibitions']).flatMap(({ value, path }) => [
    ...dropSome(value.acts, [...path, 'acts']),
    ...conditionEdits(value.when, [...path, 'when']),
  ]),
]

/** Who steps aside, when it holds, how it counts. */
export function frameEdits({ recusal, effective, counting }: RegulationInput): readonly Edit[] {
  const at = (key: string): Path => ['recusal', key]
  const stepping = recusal
    ? [
        { path: ['recusal'], what: 'without recusal' },
        ...dropSome(recusal.declared, at('declared')),
        ...dropEach(recusal.lifted, at('lifted')),
      ]
    : []
  // What is not written there is the format's own default, no rule of the text.
  const { movesToWorkday, points } = counting ?? {}
  return [
    ...stepping,
    ...drop(effective, 'from', ['effective']),
    ...drop(effective, 'to', ['effective']),
    ...(movesToWorkday === undefined ? [] : [change(['counting', 'movesToWorkday'], movesToWorkday, !movesToWorkday)]),
    ...toAnother(['highest', 'sum'], points, ['counting', 'points']),
  ]
}
