import type { AssignmentRole, Duty, Effect, Extend, Opening, Period, Rung } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { conditionOf, grounds } from './read-condition.js'
import { limitOf, minuteOfDay, periodOf } from './read-limit.js'
import { tableOf } from './read-parts.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'
import type { DutyInput, EffectsInput, ExtendInput, OpeningInput, RungInput } from './schema-duties.js'

export const dutiesOf = (reading: Reading): Readonly<Record<string, Duty>> =>
  tableOf(reading.input.duties, ['duties'], (id, written, path) => dutyOf(reading, id, written, path))

/** Parts of a share that owe its duties unless said: those who only assist do not. */
const owing: readonly AssignmentRole[] = ['lead', 'separate', 'joint']

function dutyOf(reading: Reading, id: string, written: DutyInput, path: Path): Duty {
  const at = (key: string): Path => [...path, key]
  const effects = (key: 'metBy' | 'reopenedBy' | 'cancelledBy' | 'pausedBy' | 'resumedBy' | 'tightenedBy') =>
    effectsOf(reading, written[key], at(key))
  const parts = each(written.parts, at('parts')).map((entry) => entry.value)
  const isUnits = written.holder === 'unit' || reading.input.roles?.[written.holder]?.kind === 'unit'
  return {
    id,
    name: nameOf(written.name),
    holder: reading.name('role', written.holder, at('holder')),
    claimant: written.claimant == null ? null : reading.name('role', written.claimant, at('claimant')),
    of: written.of ?? (isUnits ? 'assignment' : 'matter'),
    parts: parts.length > 0 ? parts : owing,
    opens: each(written.opens, at('opens')).flatMap((entry) => openingOf(reading, entry.value, entry.path)),
    appliesTo: conditionOf(reading, written.appliesTo, at('appliesTo')),
    appliesFrom: appliesFromOf(reading, written.appliesFrom, at('appliesFrom')),
    within: written.within === undefined ? null : limitOf(reading, written.within, at('within')),
    countFrom: written.countFrom === undefined ? null : reading.name('act', written.countFrom, at('countFrom')),
    notAfter:
      written.notAfter === undefined
        ? null
        : {
            limit: limitOf(reading, written.notAfter, at('notAfter')),
            clause: clausesOf(reading, written.notAfter.clause, [...at('notAfter'), 'clause']),
          },
    tightenedBy: effects('tightenedBy'),
    isSoft: written.soft ?? false,
    discretion: written.discretion === undefined ? null : reading.name('discretion', written.discretion, at('discretion')),
    metBy: effects('metBy'),
    reopenedBy: effects('reopenedBy'),
    cancelledBy: effects('cancelledBy'),
    pausedBy: effects('pausedBy'),
    resumedBy: effects('resumedBy'),
    extend: written.extend === undefined ? null : extendOf(reading, written.extend, at('extend')),
    ladder: ladderOf(reading, written.ladder, at('ladder')),
    isInternal: written.internal ?? false,
    clause: clausesOf(reading, written.clause, at('clause')),
    note: written.note ?? '',
  }
}

/** From the opening unless said. */
function appliesFromOf(reading: Reading, written: DutyInput['appliesFrom'], path: Path): Duty['appliesFrom'] {
  if (written === undefined || typeof written === 'string') return { kind: written ?? 'opening' }
  return { kind: 'atLeast', period: periodOf(reading, written.atLeast, [...path, 'atLeast']) }
}

function openingOf(reading: Reading, written: string | OpeningInput, path: Path): readonly Opening[] {
  if (typeof written === 'string') return [{ on: 'act', act: reading.name('act', written, path), when: null, in: [] }]
  const given = (['act', 'due', 'rung', 'stage'] as const).filter((key) => written[key] !== undefined)
  if (given.length !== 1) {
    reading.report(path, 'exactly-one', { words: 'act, due, rung, stage' }, 'key')
    return []
  }
  const when = conditionOf(reading, written.when, [...path, 'when'])
  if (written.act !== undefined) {
    const parts = each(written.in, [...path, 'in']).map((entry) => entry.value)
    return [{ on: 'act', act: reading.name('act', written.act, [...path, 'act']), when, in: parts }]
  }
  if (written.in !== undefined) reading.report([...path, 'in'], 'only-for-act-openings', {}, 'key')
  if (written.due !== undefined) return [{ on: 'due', duty: reading.name('duty', written.due, [...path, 'due']), when }]
  if (written.stage !== undefined) return [{ on: 'stage', stage: reading.name('stage', written.stage, [...path, 'stage']), when }]
  const [duty = '', rung = ''] = (written.rung ?? '').split('/')
  reading.name('duty', duty, [...path, 'rung'])
  const ids = each(reading.input.duties?.[duty]?.ladder, []).map((entry, index, all) =>
    rungId(
      entry.value,
      index,
      all.map((one) => one.value),
    ),
  )
  if (ids.length > 0 && !ids.includes(rung)) reading.report([...path, 'rung'], 'unknown-rung', wordArgs(rung, ids))
  return [{ on: 'rung', duty, rung, when }]
}

const effectsOf = (reading: Reading, written: EffectsInput | undefined, path: Path): readonly Effect[] =>
  each(written, path).map(({ value, path: at }) =>
    typeof value === 'string'
      ? { act: reading.name('act', value, at), when: null }
      : { act: reading.name('act', value.act, [...at, 'act']), when: conditionOf(reading, value.when, [...at, 'when']) },
  )

function extendOf(reading: Reading, written: ExtendInput, path: Path): Extend {
  const act = (key: 'asked' | 'granted' | 'refused', usual: string) =>
    reading.name('act', written[key] ?? usual, written[key] === undefined ? path : [...path, key])
  const type = reading.input.fields?.[written.amount]?.type
  if (type !== undefined && type !== 'number') {
    reading.report([...path, 'amount'], 'wrong-field-type', { field: written.amount, type: 'number' })
  }
  return {
    asked: act('asked', 'requestExtension'),
    granted: act('granted', 'grantExtension'),
    refused: act('refused', 'refuseExtension'),
    amount: reading.name('field', written.amount, [...path, 'amount']),
    unit: written.unit ?? 'workdays',
    times: written.times ?? null,
    totals: totalsOf(reading, written.total, [...path, 'total']),
    asks: written.asks ?? 'before-due',
    holds: written.holds ?? false,
    unless: conditionOf(reading, written.unless, [...path, 'unless']),
    clause: clausesOf(reading, written.clause, [...path, 'clause']),
  }
}

/** One bound in all, or several of which the first that holds counts. */
const totalsOf = (reading: Reading, written: ExtendInput['total'], path: Path): Extend['totals'] =>
  typeof written === 'number'
    ? [{ total: written, when: null, clause: [] }]
    : each(written, path).map((entry) => ({ total: entry.value.total, ...grounds(reading, entry.value, entry.path) }))

/** 预警梯级 as read: each rung with a name of its own. */
export function ladderOf(reading: Reading, ladder: DutyInput['ladder'], path: Path): readonly Rung[] {
  const entries = each(ladder, path)
  const written = entries.map((entry) => entry.value)
  const seen = new Set<string>()
  return entries.map(({ value, path: at }, index) => {
    const id = rungId(value, index, written)
    if (seen.has(id)) reading.report(at, 'duplicate-rung', { word: id }, 'key')
    seen.add(id)
    return rungOf(reading, id, value, at)
  })
}

/** The id said, else the alert's, else `before-48-hours`; a courtesy that shares it says so. */
function rungId(written: RungInput, index: number, all: readonly RungInput[]): string {
  const usual = usualRungId(written)
  const isTaken = all.some((other, place) => place < index && usualRungId(other) === usual)
  return written.id === undefined && written.courtesy === true && isTaken ? `${usual}-courtesy` : usual
}

function usualRungId(written: RungInput): string {
  const kind = momentKinds.find((each) => written[each] !== undefined) ?? 'late'
  const [unit = 'workdays', amount = 0] = Object.entries(written[kind] ?? {})[0] ?? []
  return written.id ?? written.alert ?? `${kind}-${amount}-${unit}`
}

const momentKinds = ['before', 'late', 'after'] as const

function rungOf(reading: Reading, id: string, written: RungInput, path: Path): Rung {
  const kinds = momentKinds.filter((each) => written[each] !== undefined)
  if (kinds.length !== 1) reading.report(path, 'exactly-one', { words: momentKinds.join(', ') }, 'key')
  const kind = kinds[0] ?? 'late'
  if (written[kind]?.months !== undefined) reading.report([...path, kind], 'no-months', {}, 'key')
  const period: Period = periodOf(reading, written[kind] ?? { workdays: 0 }, [...path, kind])
  return {
    id,
    moment: { kind, period },
    earlierOnDayOff: written.earlierOnDayOff === undefined ? null : minuteOfDay(written.earlierOnDayOff),
    at: written.at === undefined ? null : minuteOfDay(written.at),
    alert: written.alert === undefined ? null : reading.name('alert', written.alert, [...path, 'alert']),
    urges: named(reading, 'role', written.urge, [...path, 'urge']),
    deducts: written.deduct ?? 0,
    refersTo: written.refer === undefined ? null : reading.name('role', written.refer, [...path, 'refer']),
    criticisms: written.criticisms ?? 0,
    unless: conditionOf(reading, written.unless, [...path, 'unless']),
    isCourtesy: written.courtesy ?? false,
    clause: clausesOf(reading, written.clause, [...path, 'clause']),
  }
}
