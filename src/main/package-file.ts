import { lackingOf, type Office, ofYear, packageOfMany, packageOfMatter } from '../app/index.js'
import type { CommandedApp } from '../cli/index.js'
import { CannotRun } from '../cli/index.js'
import { seesAll } from '../store/index.js'
import { officeNamed } from './office-named.js'
import type { OpenedApp } from './open-app.js'
import { readerNamed } from './reader-named.js'

type Asked = Parameters<CommandedApp['packageFile']>[0]
type Making = {
  readonly write: Parameters<CommandedApp['packageFile']>[1]
  readonly onProgress: Parameters<CommandedApp['packageFile']>[2]
}

/** A package as the command line makes it: what a role sees of these matters, or of a year. */
export async function packageFile(app: OpenedApp, asked: Asked, { write, onProgress }: Making): Promise<number> {
  const { deps } = app
  const office = await officeNamed(app, asked.government)
  const reader = readerNamed(app, office, asked)
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
  const of = listOf(office, asked)
  const lacking = await lackingOf(deps, reader, of)
  if (lacking !== null) throw asked.year === null ? notThere(lacking) : noneOf(asked.year)
  const made = packageOfMany(deps, reader, { name: '', of, purpose, onProgress: counted })
  await write(made.bytes)
  return matters
}

function listOf(office: Office, { numbers, year, regulation }: Asked) {
  if (year === null) return { numbers }
  const regulations = regulation === undefined ? {} : { regulations: [regulation] }
  return { filter: { ...ofYear(office, year), ...regulations } }
}

const noneOf = (year: number): CannotRun =>
  new CannotRun({
    zh: `${year}年没有收到过事项，或者这个角色看不到`,
    en: `Nothing was received in ${year}, or nothing that the role sees`,
  })

const notThere = (numbers: readonly string[]): CannotRun =>
  new CannotRun({
    zh: `没有这个编号的事项，或者这个角色看不到：${numbers.join('、')}`,
    en: `There is no matter of this number, or the role does not see it: ${numbers.join(', ')}`,
  })
