import type { RegulationsHere } from '../../contract/index.js'
import { instantText } from '../../core/index.js'
import { summary } from '../administration/regulations.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import { mayReplay } from './may-replay.js'

/** The versions of the office's own regulations, and every other under which matters here still run. */
export async function listVersionsHere(deps: Deps, viewer: Viewer): Promise<RegulationsHere> {
  const { office, actor, lang } = viewer
  const gate = { ...gateOf(office, actor), rounds: 'beside' as const }
  const counts = await deps.store.rules.countVersions(office.id, gate)
  const own = office.programs.map(({ regulation }) => regulation)
  const all = [...deps.library.regulations.values()].flat()
  const countOf = (id: string, version: string): number =>
    counts.find((each) => each.regulation === id && each.version === version)?.matters ?? 0
  const here = all.filter(({ id, version }) => own.some((each) => each.id === id) || countOf(id, version) > 0)
  return {
    versions: here.map(({ id, version }) => ({
      ...summary(deps, lang, office.programOf(id, version).regulation),
      isNew: own.some((each) => each.id === id && each.version === version),
      matters: countOf(id, version),
    })),
    mayReplay: mayReplay(viewer),
    now: instantText(nowOf(deps, office), office.calendar.zone),
  }
}
