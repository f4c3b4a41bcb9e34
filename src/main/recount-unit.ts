import { type Failure, readAssessment, recountAssessment } from '../app/index.js'

import type { AssessmentFileReport, CommandedApp } from '../cli/index.js'
import { UsageError } from '../cli/index.js'
import { officeNamed } from './office-named.js'
import type { OpenedApp } from './open-app.js'

type Asked = Parameters<CommandedApp['recountUnit']>[0]

/** A unit's sheets as the office sees them, each counted again from the events; however many matters there are. */
export async function recountUnit(
  app: OpenedApp,
  { government, unit, from, to, regulation, lang }: Asked,
  onProgress: (matters: number) => void,
): Promise<AssessmentFileReport> {
  const { deps } = app
  const office = await officeNamed(app, government)
  const role = [...office.roles.values()].find(({ kind }) => kind === 'office')?.id ?? ''
  const viewer = { office, account: 'system', actor: { role, unit: null, person: null }, lang }
  const asked = { unit, from, to, ...(regulation === undefined ? {} : { regulation }) }
  const found = await readAssessment(deps, viewer, asked)
  if (!found.ok) throw new UsageError(failed(found.failure))
  const sheets: AssessmentFileReport['sheets'][number][] = []
  for (const sheet of found.assessment.sheets) {
    const most = Number.POSITIVE_INFINITY
    const done = await recountAssessment(deps, viewer, { ...asked, regulation: sheet.regulation.id, most, onProgress })
    if (!done.ok) throw new UsageError(failed(done.failure))
    const own = sheet.units.find((each) => each.unit.id === unit)
    sheets.push({
      name: sheet.regulation.name,
      lines: (own?.lines ?? []).map((line, at) => ({ name: sheet.rules[at]?.name ?? line.id, ...line })),
      total: own?.total ?? null,
      matters: done.recounted.matters,
      isSame: done.recounted.isSame,
    })
  }
  return { unit, from, to, sheets }
}

const failed = ({ detail, problems = [] }: Failure) => {
  const text = [detail, ...problems.map(({ sentence }) => sentence)].join(' ')
  return { zh: text, en: text }
}
