import { join } from 'node:path'
import { startPrivatePostgres } from '../../src/store/index.js'
import { startChild } from '../child.js'
import { query } from '../database.js'

export type Found = { readonly numbers: ReadonlySet<string>; readonly findings: number }

/** What is there when nothing runs any more: every number, and what `verify` says to it. */
export async function lookInto(folder: string, main = 'dist/main.js'): Promise<Found> {
  const verify = startChild([main, 'verify', '--json'], { HUIYIN_DATA: join(folder, 'data') })
  await verify.ended()
  const said = verify.output()
  const report = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as {
    findings: { code: string; detail: string }[]
  }
  for (const { code, detail } of report.findings.slice(0, 3)) console.log(`  ${code}: ${detail}`)
  const postgres = await startPrivatePostgres({ dataFolder: join(folder, 'data') })
  const rows = (await query(postgres.connection, 'select number from matter')) as { number: string }[]
  await postgres.stop()
  return { numbers: new Set(rows.map(({ number }) => number)), findings: report.findings.length }
}
