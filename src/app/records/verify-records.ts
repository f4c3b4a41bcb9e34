import { instant } from '../../core/index.js'
import type { VerifyReport, Witness } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { givenOf } from '../matter/open-matter.js'
import type { Office } from '../office.js'
import { wronglyDrawn } from '../selections/index.js'
import { keptDiffering } from '../statistics/count-span.js'
import { countsDiffering } from '../statistics/recount-figures.js'
import { project } from './project.js'
import { isProjected } from './reproject.js'

export type VerifiedRecords = VerifyReport & {
  /** Governments whose rows another build, text or calendar made: the server makes them anew when it is started, and until then they may differ for that alone. */
  readonly notYetProjected: readonly string[]
}

/** How far it came: matters whose chains were followed, then files and witnesses; `isCounted`: matters whose figures were. */
type Verifying = { government: string; matters: number; events: number; files?: number; witnesses?: number; isCounted?: boolean }

/** 核验。 Checks every chain of events, what was witnessed, what was told outside (`anchors`), and makes every row anew from its events to compare it with what is stored. */
export async function verifyRecords(
  deps: Deps,
  onProgress: (done: Verifying) => void,
  anchors: readonly Witness[] = [],
): Promise<VerifiedRecords> {
  const offices = new Map((await deps.offices.all()).map((office) => [office.id, office]))
  const report = await deps.store.verify({
    project: (government, { row, events, projectedAt }) => {
      const office = offices.get(government)
      if (office === undefined) throw new Error(`${government} cannot be served: what it works under is not there`)
      return project(givenOf(office, { row, events }, instant(projectedAt)), office.versions[0].regulation)
    },
    onProgress,
    anchors,
  })
  const findings = await Promise.all(
    [...offices.values()].map(async (office) => [
      ...(await figuresWrong(deps, office, (matters) =>
        onProgress({ government: office.id, matters, events: 0, isCounted: true }),
      )),
      ...(await selectionsWrong(deps, office)),
    ]),
  )
  const notYetProjected = [...offices.values()].filter((office) => !isProjected(office)).map(({ id }) => id)
  return { ...report, findings: [...report.findings, ...findings.flat()], notYetProjected }
}

/** What is kept by day and is not what the rows say; figures of a closed span that the events do not give. */
async function figuresWrong(deps: Deps, office: Office, onCounted: (matters: number) => void): Promise<VerifyReport['findings']> {
  const byDay = await countsDiffering(deps, office, onCounted)
  const closed = (await keptDiffering(deps, office)).map(
    ({ key, asOf, asked }) => `kept as of ${new Date(asOf).toISOString()}${asked.by === null ? '' : ` by ${asked.by}`} (${key})`,
  )
  return [...byDay, ...closed].map((detail) => ({ government: office.id, matter: 0, code: 'figures' as const, detail }))
}

/** Lots that cannot be drawn again. */
async function selectionsWrong(deps: Deps, office: Office): Promise<VerifyReport['findings']> {
  const wrong = await wronglyDrawn(deps, office)
  return wrong.map((id) => ({ government: office.id, matter: 0, code: 'selection' as const, detail: `selection ${id}` }))
}
