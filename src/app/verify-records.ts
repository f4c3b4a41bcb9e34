import { instant } from '../core/index.js'
import type { VerifyReport, Witness } from '../store/index.js'
import type { Deps } from './deps.js'
import { givenOf } from './open-matter.js'
import { project } from './project.js'

/** 核验。 Checks every chain of events, what was witnessed, what was told outside (`anchors`), and makes every row anew from its events to compare it with what is stored. */
export async function verifyRecords(
  deps: Deps,
  onProgress: (done: { government: string; matters: number; events: number }) => void,
  anchors: readonly Witness[] = [],
): Promise<VerifyReport> {
  const offices = new Map((await deps.offices.all()).map((office) => [office.id, office]))
  return deps.store.verify({
    project: (government, { row, events, projectedAt }) => {
      const office = offices.get(government)
      if (office === undefined) throw new Error(`no government ${government}`)
      return project(givenOf(office, { row, events }, instant(projectedAt)))
    },
    onProgress,
    anchors,
  })
}
