import type { Deps, Viewer } from '../deps.js'
import { maySee } from './list-office-duties.js'
import { bindsOffice, openOfficeRecord, owedIn } from './office-record.js'

/** A file that was stated when a duty of the office was done; null where there is none, or this viewer may not see it. */
export async function readOfficeFile(deps: Deps, viewer: Viewer, attachment: string) {
  const { office } = viewer
  const { id } = office.program.regulation
  if (!bindsOffice(office.program)) return null
  const found = await deps.store.officeRecord.readFile(office.id, id, attachment)
  if (found === null) return null
  const states = owedIn(await openOfficeRecord(deps, office)).filter((each) => maySee(viewer, each))
  const isStated = states.some(({ state }) => Object.values(state.done?.with ?? {}).some((value) => names(value, attachment)))
  return isStated ? found : null
}

const names = (value: unknown, attachment: string): boolean => Array.isArray(value) && value.includes(attachment)
