import { momentAsked, type Office, type Viewer } from '../app/index.js'
import { UsageError } from '../cli/index.js'
import type { OpenedApp } from './open-app.js'

type Asked = {
  readonly role: string | undefined
  readonly unit: string | undefined
  readonly asOf: string | undefined
  readonly lang: Viewer['lang']
}

/** As whom a command reads: the role that it names, or the office. */
export function readerNamed({ deps }: Pick<OpenedApp, 'deps'>, office: Office, { role, unit, asOf, lang }: Asked): Viewer {
  const worn = role ?? [...office.roles.values()].find((each) => each.kind === 'office')?.id ?? ''
  if (!office.roles.has(worn)) {
    const known = [...office.roles.keys()].join(', ')
    throw new UsageError({ zh: `没有“${worn}”这个角色。有：${known}`, en: `There is no role ${worn}. There are: ${known}` })
  }
  const found = momentAsked(deps, { office, lang }, asOf)
  if (!found.ok) throw new UsageError({ zh: found.failure.detail, en: found.failure.detail })
  const reader = { office, account: 'system', actor: { role: worn, unit: unit ?? null, person: null }, lang }
  return found.asOf === null ? reader : { ...reader, asOf: found.asOf }
}
