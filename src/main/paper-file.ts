import { paperNamed } from '../app/index.js'
import type { CommandedApp } from '../cli/index.js'
import { CannotRun } from '../cli/index.js'
import { officeNamed } from './office-named.js'
import type { OpenedApp } from './open-app.js'
import { readerNamed } from './reader-named.js'

/** A paper as the command line writes it. */
export async function paperFile(app: OpenedApp, asked: Parameters<CommandedApp['paperFile']>[0]): Promise<Uint8Array> {
  const office = await officeNamed(app, asked.government)
  const found = await paperNamed(app.deps, readerNamed(app, office, asked), asked)
  if (found.ok) return found.file.bytes
  if (found.failure.code !== 'not-found') throw new CannotRun({ zh: found.failure.detail, en: found.failure.detail })
  const of = 'number' in asked.of ? asked.of.number : asked.of.round
  throw new CannotRun({
    zh: `${of} 没有叫“${asked.kind}”的文书，或者这个角色看不到；还没有起草的，先在工作台起草。`,
    en: `There is no paper ${asked.kind} of ${of}, or the role does not see it; one that nobody drafted is drafted in the workbench first.`,
  })
}
