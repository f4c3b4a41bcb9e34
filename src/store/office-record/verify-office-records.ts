import { isKnownAlgorithm, linkHash } from '../chain.js'
import type { Query } from '../transaction.js'
import type { EventRow, GovernmentId } from '../types.js'
import type { Finding } from '../verification-types.js'
import { officeEventColumns } from './office-record.js'

type Stored = EventRow & { readonly regulation: string; readonly period: string; readonly isWhole: boolean }

/** Whether the chains of a government's own records are whole. Findings name no matter: 0. */
export async function verifyOfficeRecords(
  query: Query,
  government: GovernmentId,
): Promise<{ events: number; findings: Finding[] }> {
  const events = await query<Stored>(
    `select e.regulation, e.period, ${officeEventColumns}, (e.at = date_trunc('milliseconds', e.at)
       and e.recorded_at = date_trunc('milliseconds', e.recorded_at)) as "isWhole"
     from office_event e where e.government = $1 order by e.regulation, e.seq`,
    [government],
  )
  const findings: Finding[] = []
  let before: { regulation: string; seq: number; hash: string } = { regulation: '', seq: 0, hash: '' }
  for (const event of events) {
    const { regulation, seq, hash } = event
    if (regulation !== before.regulation) before = { regulation, seq: 0, hash: '' }
    findings.push(...linkFindings(government, event, before))
    before = { regulation, seq, hash }
  }
  return { events: events.length, findings: [...findings, ...(await cutOff(query, government, events))] }
}

/** Events missing at the end leave no gap behind them. */
async function cutOff(query: Query, government: GovernmentId, events: readonly Stored[]): Promise<Finding[]> {
  const watched = await query<{ regulation: string; revision: number }>(
    'select regulation, revision from office_watch where government = $1',
    [government],
  )
  return watched.flatMap(({ regulation, revision }) => {
    const last = events.findLast((event) => event.regulation === regulation)?.seq ?? 0
    const detail = `the office's own record under ${regulation}: revision ${revision}, last event ${last}`
    return last === revision ? [] : [{ government, matter: 0, code: 'revision' as const, detail }]
  })
}

function linkFindings(government: GovernmentId, event: Stored, before: { seq: number; hash: string }): Finding[] {
  const { regulation, seq } = event
  const found = (code: Finding['code'], detail: string): Finding => {
    return { government, matter: 0, seq, code, detail: `the office's own record under ${regulation}: ${detail}` }
  }
  const isRight =
    event.isWhole && event.period === event.data.period && linkHash({ government, regulation }, event) === event.hash
  return [
    ...(seq === before.seq + 1 ? [] : [found('gap', `event ${before.seq + 1} is missing`)]),
    ...(event.previous === before.hash ? [] : [found('previous', 'does not follow the event before it')]),
    ...(isKnownAlgorithm(event.algorithm) ? [] : [found('algorithm', `unknown: ${event.algorithm}`)]),
    ...(isRight ? [] : [found('hash', 'was changed after it was recorded')]),
  ]
}
