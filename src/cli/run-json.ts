import type { Lang } from '../contract/index.js'
import { dayText, dueText, instantText, type Receipt } from '../core/index.js'
import type { Library, ScenarioRun } from '../load/index.js'

/** A run as JSON: times as wall time, due times as 24:00 where a day ends. */
export function runJson({ scenario, regulation, steps, failures }: ScenarioRun, library: Library, lang: Lang) {
  const calendar = library.calendar(library.overlays().includes(scenario.overlay ?? '') ? scenario.overlay : undefined)
  const due = (at: Parameters<typeof dueText>[0] | null) => (at === null ? null : dueText(at, calendar.zone))
  return {
    title: scenario.title[lang],
    file: scenario.file,
    line: scenario.line,
    regulation: scenario.regulation,
    version: regulation?.version ?? null,
    ok: failures.length === 0,
    failures,
    steps: steps.map(({ at, step, refusal, stage, changes, line }) => ({
      line,
      at: instantText(at, calendar.zone),
      act: step.act ?? null,
      by: step.by ?? null,
      refusal,
      stage,
      duties: changes.map(({ duty, isNew, receipt }) => ({
        key: duty.key,
        duty: duty.duty,
        holder: duty.unit ?? duty.holder,
        isNew,
        status: duty.status,
        due: due(duty.dueAt),
        alert: duty.alert,
        deducted: duty.deducted,
        criticisms: duty.criticisms,
        receipt: receiptJson(receipt, due(receipt.dueAt)),
      })),
    })),
  }
}

/** A receipt as JSON. */
export const receiptJson = (receipt: Receipt, due: string | null) => ({
  due,
  isProvisional: receipt.isProvisional,
  clause: receipt.clause,
  days: receipt.days.map(({ on, role, number, ground, isDue }) => ({ on: dayText(on), role, number, ground, isDue })),
})
