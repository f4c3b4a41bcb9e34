import { momentAsked, type Office, ofYear, type PackageReader, packageOfMany, packageOfMatter } from '../app/index.js'
import type { AppDoor } from '../cli/index.js'
import { CannotRun, UsageError } from '../cli/index.js'
import { seesAll } from '../store/index.js'
import { officeNamed } from './office-named.js'
import type { OpenedApp } from './open-app.js'

type Asked = Parameters<AppDoor['packageFile']>[0]
type Making = {
  readonly write: Parameters<AppDoor['packageFile']>[1]
  readonly onProgress: Parameters<AppDoor['packageFile']>[2]
}

/** A package as the command line makes it: what a role sees of these matters, or of a year. */
export async function packageFile(app: OpenedApp, asked: Asked, { write, onProgress }: Making): Promise<number> {
  const { deps } = app
  const office = await officeNamed(app, asked.government)
  const reader = readerOf(app, office, asked)
  const { numbers, purpose } = asked
  const [number] = numbers
  if (numbers.length === 1 && number !== undefined) {
    const row = await deps.store.findByNumber(office.id, number, seesAll)
    const made = row === null ? null : await packageOfMatter(deps, reader, { matter: row.matter, number, purpose })
    if (made === null) throw notThere([number])
    await write(made.bytes)
    return 1
  }
  let matters = 0
  const counted = (done: number): void => {
    matters = done
    onProgress(done)
  }
  const made = packageOfMany(deps, reader, { name: '', of: await listOf(app, office, asked), purpose, onProgress: counted })
  await write(made.bytes)
  return matters
}

function readerOf({ deps }: OpenedApp, office: Office, { role, unit, asOf, lang }: Asked): PackageReader {
  const worn = role ?? [...office.roles.values()].find((each) => each.kind === 'office')?.id ?? ''
  if (!office.roles.has(worn)) {
    const known = [...office.roles.keys()].join(', ')
    throw new UsageError({ zh: `没有“${worn}”这个角色。有：${known}`, en: `There is no role ${worn}. There are: ${known}` })
  }
  const found = momentAsked(deps, { office, lang }, asOf)
  if (!found.ok) throw new UsageError({ zh: found.failure.detail, en: found.failure.detail })
  const reader = { office, account: 'system', actor: { role: worn, unit: unit ?? null, person: null } }
  return found.asOf === null ? reader : { ...reader, asOf: found.asOf }
}

async function listOf({ deps }: OpenedApp, office: Office, { numbers, year, regulation }: Asked) {
  if (year === null) {
    const known = new Set((await deps.store.findByNumbers(office.id, numbers, seesAll)).map((row) => row.number))
    const unknown = numbers.filter((each) => !known.has(each))
    if (unknown.length > 0) throw notThere(unknown)
    return { numbers }
  }
  const regulations = regulation === undefined ? {} : { regulations: [regulation] }
  return { filter: { ...ofYear(office, year), ...regulations } }
}

const notThere = (numbers: readonly string[]): CannotRun =>
  new CannotRun({
    zh: `没有这个编号的事项，或者这个角色看不到：${numbers.join('、')}`,
    en: `There is no matter of this number, or the role does not see it: ${numbers.join(', ')}`,
  })
