import { join } from 'node:path'
import { loadLibrary } from '../../src/load/index.js'
import { oneOffice, root } from '../office.js'
import type { Letter } from './served.js'

/** What a requester of the first demo's government must state beside title and body. */
export function letterOf(): Letter {
  const { government } = oneOffice()
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const regulation = library.find(government.regulation, government.version)
  const act = Object.values(regulation?.acts ?? {}).find(({ starts, by }) => starts && by.includes('requester'))
  if (regulation === null || act === undefined) throw new Error(`${government.regulation}: a requester cannot open a matter`)
  const identity = [...act.needs, ...act.takes].filter((id) => regulation.fields[id]?.isIdentity)
  const chosen = act.needs.flatMap((id) => {
    const first = regulation.fields[id]?.options?.[0]
    return first === undefined || id === 'channel' ? [] : [[id, first.id] as const]
  })
  const names = identity.map((id) => [id, id === 'phone' ? '13800000000' : '无名氏'] as const)
  return { government: government.id, with: Object.fromEntries([...names, ...chosen]) }
}
