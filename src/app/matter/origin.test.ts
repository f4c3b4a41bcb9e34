import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Gate, seesAll } from '../../store/index.js'
import { all, dispatchTo, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import { importRows } from '../imports/import-rows.js'
import { importMatters, readMatter } from '../index.js'
import { ledgerRows } from '../ledger/export-ledger.js'

let app: TestApp
let matter: number
beforeAll(async () => {
  app = await testApp()
  const path = join(await mkdtemp(join(tmpdir(), 'huiyin-origin-')), 'two.jsonl')
  const body = '\u8def\u706f\u4e0d\u4eae\u5df2\u7ecf\u4e94\u5929\u4e86\u3002'
  const lines = [
    { id: 'W-77', title: '\u6709\u7f16\u53f7', body, time: '2025-09-01 08:00' },
    { title: '\u6ca1\u6709\u7f16\u53f7', body },
  ]
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  const asked = {
    office: app.office,
    program: app.office.program,
    rows: importRows(path),
    source: 'board',
    map: {},
    set: {},
    person: null,
    lang: 'zh' as const,
  }
  await importMatters(app.deps, { ...asked, isAccepting: true, isTrial: false }, () => {})
  matter = (await app.deps.store.findImported('demo', 'board', 'W-77')) ?? 0
  await app.submit({ title: '\u81ea\u5df1\u5199\u7684' })
})
afterAll(() => app.close())

it('stands on the page of an imported matter for the office, not for a unit', async () => {
  await app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const seen = await readMatter(app.deps, { account: 'li', office: app.office, actor: officer, lang: 'en' }, matter)
  expect(seen.ok && seen.matter.origin).toEqual([
    { name: 'Imported from', value: 'board' },
    { name: 'Number there', value: 'W-77' },
    { name: 'Written', value: '2025-09-01 08:00' },
  ])
  const unit = await readMatter(
    app.deps,
    { account: 'lighting-1', office: app.office, actor: unitOf('lighting'), lang: 'en' },
    matter,
  )
  expect(unit.ok && unit.matter.origin).toEqual([])
})

it('stands in the ledger of the office; without a number there, only the source', async () => {
  const exported = (gate: Gate) =>
    all(ledgerRows(app.deps, { office: app.office, gate, kind: 'matters', filter: {}, lang: 'zh' }))
  expect((await exported(seesAll)).map((row) => [row.source, row.sourceNumber, row.writtenAt])).toEqual(
    expect.arrayContaining([
      ['board', 'W-77', '2025-09-01 08:00'],
      ['board', '', ''],
      ['', '', ''],
    ]),
  )
  const unit = await exported({ scope: { units: ['lighting'] }, notHiddenFrom: ['lighting'] })
  expect(unit.map(({ source }) => source)).toEqual([''])
})
