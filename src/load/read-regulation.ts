import { type Regulation, readDay } from '../core/index.js'
import { actsOf } from './read-act.js'
import { dutiesOf } from './read-duty.js'
import { alertsOf, discretionsOf, fieldsOf, parametersOf, rolesOf, stagesOf, tableOf } from './read-parts.js'
import { prohibitionsOf, visibilityOf } from './read-visibility.js'
import { clausesOf, each, nameOf, type Reading } from './reading.js'

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
    effectiveFrom: input.effective.from ?? null,
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
    alerts: alertsOf(reading),
    prohibitions: prohibitionsOf(reading),
    visibility: visibilityOf(reading),
    shownStates: tableOf(input.shownStates, ['shownStates'], (_id, name) => nameOf(name)),
  }
}

function portalOf({ input }: Reading, shortTitle: Regulation['title']): Regulation['portal'] {
  const lines = (written: string | string[] | undefined) => each(written, []).map((entry) => entry.value)
  const { name, notice, promises } = input.portal ?? {}
  return { name: name === undefined ? shortTitle : nameOf(name), notice: lines(notice), promises: lines(promises) }
}

function checkDays(reading: Reading): void {
  const { from, to } = reading.input.effective
  for (const [key, written] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (written != null && readDay(written) === null) reading.report(['effective', key], 'bad-day', { word: written })
  }
  if (from != null && to != null && from > to) reading.report(['effective'], 'not-in-force-days', {}, 'key')
}
