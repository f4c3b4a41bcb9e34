import type { RequesterNamed } from '../../store/index.js'
import { rightsOf } from '../administration/role-rights.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import { stateToldTo } from '../matter/told-events.js'
import { nowOf } from '../now-of.js'
import { namesPerhapsIn } from '../reply/personal-data.js'
import { mayReveal } from '../requester/reveal-identity.js'
import { documentWords } from '../words/documents.js'
import { textsOf } from './oddities.js'
import type { OpenedDocument } from './open-document.js'

/** Of one name so many matters are looked at, the latest first. */
const mostOfOne = 20
/** A paper does not speak of more people. */
const mostNames = 20

/**
 * 他人姓名. The whole names in a text by which somebody wrote another matter, and not this one. Asked as a search by name is: of whoever
 * may open who wrote, in matters where they may, compared by marks; what is found for the first time is noted in the log, and with the matters.
 */
export async function namesOfOthers(
  deps: Deps,
  viewer: Viewer,
  { content, opened: { given }, row }: OpenedDocument,
  text: string,
): Promise<readonly string[]> {
  const { office, actor, account, lang } = viewer
  if (!rightsOf(office, actor.role).opensIdentities) return []
  const known = [textsOf(stateToldTo(given, actor.role)), ...office.people.values()].join('\n')
  const names = [...namesPerhapsIn(text)].filter((name) => !known.includes(name))
  if (names.length === 0) return []
  const asked = { names, except: row.matter, gate: gateOf(office, actor), most: mostOfOne }
  const found = await deps.store.requestersNamed(office.id, asked)
  const met: RequesterNamed[] = []
  for (const name of [...new Set(found.map((each) => each.name))].slice(0, mostNames)) {
    const matters = found.filter((each) => each.name === name)
    const opened = await Promise.all(matters.map(({ matter }) => openMatter(deps, office, matter, actor)))
    const at = opened.findIndex((each) => each !== null && mayReveal(each).length > 0)
    met.push(...matters.slice(at, at < 0 ? 0 : at + 1))
  }
  const fresh = met.filter(({ name }) => !content.names.includes(name))
  if (fresh.length > 0)
    await deps.store.recordSought(office.id, {
      matters: [...new Set(fresh.map(({ matter }) => matter))],
      account,
      at: nowOf(deps, office),
      reason: documentWords[lang].namesCompared,
      entry: {
        at: deps.now(),
        account,
        kind: 'requester-sought',
        about: String(row.matter),
        detail: { found: fresh.length, document: String(row.id) },
      },
    })
  return met.map(({ name }) => name)
}
