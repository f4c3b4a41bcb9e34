import { type Regulation, readDay } from '../../core/index.js'
import { actsOf } from './read-act.js'
import { dutiesOf } from './read-duty.js'
import { officeDutiesIn } from './read-office-duty.js'
import { alertsOf, discretionsOf, fieldsOf, parametersOf, rolesOf, stagesOf, tableOf } from './read-parts.js'
import { prohibitionsOf, visibilityOf } from './read-visibility.js'
import { clausesOf, each, named, nameOf, type Reading } from './reading.js'

/** Turns what was written into the regulation the core runs: defaults filled in, shorthand spelled out, names checked. */
export function readRegulation(reading: Reading): Regulation {
  const { input } = reading
  const shortTitle = nameOf(input.shortTitle ?? input.title)
  checkDays(reading)
  return {
    id: input.regulation,
    version: input.version,
    title: nameOf(input.title),
    shortTitle,
    issuer: input.issuer,
    number: input.number ?? '',
    status: input.status ?? '',
    effectiveFrom: knownDay(input.effective.from),
    isForceAwaited: input.effective.from === 'unknown',
    effectiveTo: input.effective.to ?? null,
    effectiveClause: clausesOf(reading, input.effective.clause, ['effective', 'clause']),
    transition: input.transition ?? 'keeps-version',
    portal: portalOf(reading, shortTitle),
    movesToWorkday: input.counting?.movesToWorkday ?? true,
    points: input.counting?.points ?? 'highest',
    clauses: reading.clauses,
    parameters: parametersOf(reading),
    discretions: discretionsOf(reading),
    roles: rolesOf(reading),
    fields: fieldsOf(reading),
    stages: stagesOf(reading, 'stages'),
    assignmentStages: stagesOf(reading, 'assignmentStages'),
    acts: actsOf(reading),
    duties: dutiesOf(reading),
    officeDuties: officeDutiesIn(reading),
    alerts: alertsOf(reading),
    prohibitions: prohibitionsOf(reading),
    recusal: recusalOf(reading),
    visibility: visibilityOf(reading),
    shownStates: tableOf(input.shownStates, ['shownStates'], (_id, name) => nameOf(name)),
  }
}

function portalOf({ input }: Reading, shortTitle: Regulation['title']): Regulation['portal'] {
  const lines = (written: string | string[] | undefined) => each(written, []).map((entry) => entry.value)
  const { name, notice, promises } = input.portal ?? {}
  return { name: name === undefined ? shortTitle : nameOf(name), notice: lines(notice), promises: lines(promises) }
}

/** The day as written; null where none is said or none is known. */
const knownDay = (written: string | null | undefined): string | null =>
  written === undefined || written === 'unknown' ? null : written

function recusalOf(reading: Reading): Regulation['recusal'] {
  const written = reading.input.recusal
  if (written === undefined) return null
  const at = (key: string) => ['recusal', key]
  return {
    declared: named(reading, 'act', written.declared, at('declared')),
    field: reading.name('field', written.field, at('field')),
    lifted: named(reading, 'act', written.lifted, at('lifted')),
    clause: clausesOf(reading, written.clause, at('clause')),
  }
}

function checkDays(reading: Reading): void {
  const { to } = reading.input.effective
  const from = knownDay(reading.input.effective.from)
  for (const [key, written] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (written != null && readDay(written) === null) reading.report(['effective', key], 'bad-day', { word: written })
  }
  if (from != null && to != null && from > to) reading.report(['effective'], 'not-in-force-days', {}, 'key')
}
