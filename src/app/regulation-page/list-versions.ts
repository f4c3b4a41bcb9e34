import type { RegulationsHere } from '../../contract/index.js'
import { instantText } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import { summary } from '../regulations.js'
import { mayReplay } from './may-replay.js'

/** The versions of the office's own regulation, and every other under which matters here still run. */
export async function listVersionsHere(deps: Deps, viewer: Viewer): Promise<RegulationsHere> {
  const { office, actor, lang } = viewer
  const gate = { ...gateOf(office.program.regulation, actor), rounds: 'beside' as const }
  const counts = await deps.store.rules.countVersions(office.id, gate)
  const { regulation: own, regulationVersion } = office.government
  const all = [...deps.library.regulations.values()].flat()
  const countOf = (id: string, version: string): number =>
    counts.find((each) => each.regulation === id && each.version === version)?.matters ?? 0
  const here = all.filter(({ id, version }) => id === own || countOf(id, version) > 0)
  return {
    versions: here.map(({ id, version }) => ({
      ...summary(deps, lang, office.programOf(id, version).regulation),
      isNew: id === own && version === regulationVersion,
      matters: countOf(id, version),
    })),
    mayReplay: mayReplay(viewer),
    now: instantText(nowOf(deps, office), office.calendar.zone),
  }
}
