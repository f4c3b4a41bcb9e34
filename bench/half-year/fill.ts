import {
  type Act,
  type Actor,
  addWorkdays,
  dayAt,
  dayText,
  type Field,
  type Given,
  neededFields,
  type Payload,
  type Regulation,
} from '../../src/core/index.js'
import type { Random } from './random.js'

/** Who and what can be named while a form is filled in. */
export type Nameable = {
  readonly units: readonly string[]
  readonly people: readonly { readonly account: string; readonly role: string; readonly unit: string | null }[]
  readonly random: Random
  /** A file of one's own each time. */
  keepFile(): Promise<string>
}

/** `isAgain`: it was refused as it was filled in first. */
type Asked = { readonly act: string; readonly by: Actor; readonly more: Payload; readonly isAgain: boolean }

/** A form filled in as somebody would who reads no further than what it asks for: what is needed, by the type of each field. */
export async function filledIn(given: Given, { act, by, more, isAgain }: Asked, nameable: Nameable): Promise<Payload> {
  const { regulation } = given.program
  const stated: Record<string, Payload[string]> = { ...more }
  for (let round = 0; round < 5; round += 1) {
    const open = neededFields(given, { act, by, with: stated }).filter((id) => stated[id] === undefined)
    if (open.length === 0) return stated
    for (const id of open) stated[id] = await valueFor(given, regulation, id, { ...nameable, isAgain })
  }
  return stated
}

const words = '按规定办理，情况属实，已经说明。'

async function valueFor(
  given: Given,
  regulation: Regulation,
  id: string,
  nameable: Nameable & Pick<Asked, 'isAgain'>,
): Promise<Payload[string]> {
  const field = regulation.fields[id]
  if (field === undefined) return words
  const { random, units, people } = nameable
  const today = dayAt(given.now, given.calendar.zone)
  switch (field.type) {
    case 'text':
    case 'longText':
      return words.repeat(Math.ceil((field.least ?? 1) / words.length)).slice(0, field.most ?? 4000)
    case 'choice':
      return random.oneOf(field.options)?.id ?? ''
    case 'choices':
      return nameable.isAgain ? field.options.map((each) => each.id) : [random.oneOf(field.options)?.id ?? '']
    case 'boolean':
      return random.next() < 0.9
    case 'number':
      return field.least ?? 1
    case 'date':
      return dayText(
        field.notAfter?.on === 'today' ? today : addWorkdays(today, field.notBefore === null ? 0 : 5, given.calendar),
      )
    case 'time':
      return `${dayText(today)} 09:00`
    case 'unit':
      return random.oneOf(units) ?? ''
    case 'person':
      return random.oneOf(people.filter(({ role }) => regulation.roles[role]?.kind === 'leader'))?.account ?? ''
    case 'people':
      return [...new Set(people.filter(({ role }) => field.roles.includes(role)).map(({ account }) => account))]
    case 'limit':
      return { [unitOf(field)]: Math.max(field.least ?? 1, nameable.isAgain ? 1 : Math.min(2, field.most ?? 2)) }
    case 'assignments':
      return [{ unit: random.oneOf(units) ?? '', part: field.parts.length === 0 ? 'lead' : (field.parts[0] ?? 'lead') }]
    case 'attachments':
      return [await nameable.keepFile()]
    case 'items': {
      const kind = regulation.items[field.items ?? '']
      const entries = (kind?.needs ?? []).map(async (each) => [each, await valueFor(given, regulation, each, nameable)] as const)
      return [Object.fromEntries(await Promise.all(entries))] as Payload[string]
    }
    case 'matter':
    case 'requesters':
      return ''
  }
}

const unitOf = ({ units }: Field): string => units[0] ?? 'workdays'

/** As whom somebody can do an act: those of the accounts that wear a role it is open to, and the platform never. */
export function actorsFor(
  { by }: Act,
  { people }: Nameable,
  owed: { readonly unit: string | null; readonly person: string | null },
) {
  return people
    .filter(({ role, account, unit }) => {
      if (!by.includes(role)) return false
      if (owed.person !== null && account !== owed.person && by.length === 1) return false
      return unit === null || owed.unit === null || unit === owed.unit
    })
    .map(({ role, unit, account }): Actor => ({ role, unit, person: account }))
}
