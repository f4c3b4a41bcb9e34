import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.fixtures.js'

let into = ''
beforeAll(() => {
  into = mkdtempSync(join(tmpdir(), 'huiyin-new-'))
})
afterAll(() => rmSync(into, { recursive: true }))

describe.each([
  ['first-draft', 'draft'],
  ['no-date', 'undated'],
  ['before-the-example', '2024-03-01'],
  ['in-a-holiday', '2026-10-01'],
  ['beyond-the-calendar', '2031-01-01'],
])('%s, %s', (id, version) => {
  it('is made, and passes check and simulate from the first minute', async () => {
    const made = await run('new-regulation', id, '--version', version, '--into', into)
    expect([made.code, made.error]).toEqual([0, ''])
    const folder = join(into, id, version)
    expect(readdirSync(folder).sort()).toEqual(['clauses.yaml', 'regulation.yaml', 'scenarios'])
    expect(await run('check', '--strict', folder)).toMatchObject({ code: 0, out: '检查了 1 部办法：0 处错误，0 处注意。\n' })
    const simulated = await run('simulate', folder)
    expect([simulated.code, simulated.out]).toEqual([0, expect.stringContaining('2 个情景，2 个相符，0 个不符。')])
  })
})

it('says where its schemas are, for editors', async () => {
  await run('new-regulation', 'with-schemas', '--into', into)
  const folder = join(into, 'with-schemas', 'draft')
  const first = (name: string) => (readFileSync(join(folder, name), 'utf8').split('\n')[0] ?? '').replace(/^.*\$schema=/, '')
  for (const name of ['regulation.yaml', 'clauses.yaml', 'scenarios/reply-in-time.yaml']) {
    const file = join(folder, name, '..', first(name))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'object' })
  }
})

it('takes a title, quotes and all', async () => {
  await run('new-regulation', 'with-title', '--title', '示例“一号”办法: 试行 #1', '--into', into)
  const { out } = await run('coverage', into)
  expect(out).toContain('示例“一号”办法: 试行 #1 with-title/draft')
})

it('overwrites nothing', async () => {
  await run('new-regulation', 'kept', '--into', into)
  const file = join(into, 'kept', 'draft', 'clauses.yaml')
  writeFileSync(file, 'mine')
  const again = await run('new-regulation', 'kept', '--into', into)
  expect([again.code, again.out]).toEqual([2, ''])
  expect(again.error).toContain('不覆盖')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

it('names other versions, to begin from', async () => {
  await run('new-regulation', 'amended', '--version', '2024-01-01', '--into', into)
  const { out } = await run('new-regulation', 'amended', '--version', '2025-01-01', '--into', into, '--lang', 'en')
  expect(out).toContain('There are other versions: 2024-01-01.')
})

it.each([
  [[], 'example-mailbox'],
  [['one', 'two'], 'example-mailbox'],
  [['Mailbox'], '小写'],
  [['区长信箱'], '小写'],
  [['../mailbox'], '小写'],
  [['mailbox-'], '小写'],
  [['mailbox', '--version', '2025-02-30'], 'draft'],
  [['mailbox', '--version', 'soon'], 'draft'],
])('%j is bad usage; the answer says what to do', async (argv, hint) => {
  const { code, error } = await run('new-regulation', ...argv, '--into', into)
  expect(code).toBe(2)
  expect(error).toContain(hint)
  expect(readdirSync(into).filter((name) => /mailbox/i.test(name))).toEqual([])
})

it('prints JSON', async () => {
  const { out } = await run('new-regulation', 'as-json', '--into', into, '--json')
  expect(JSON.parse(out)).toMatchObject({
    folder: join(into, 'as-json', 'draft'),
    files: [expect.any(String), expect.any(String), expect.any(String)],
  })
})

it('a version that lies in two folders is taken from the first, and said', async () => {
  await run('new-regulation', 'twice', '--into', into)
  const other = mkdtempSync(join(tmpdir(), 'huiyin-new-'))
  cpSync(join(into, 'twice'), join(other, 'twice'), { recursive: true })
  const { loadLibrary } = await import('../load/index.js')
  const library = loadLibrary({ regulations: [into, other, into], calendars: 'calendars' })
  expect(library.folders.filter(({ id }) => id === 'twice')).toEqual([
    { id: 'twice', version: 'draft', folder: join(into, 'twice', 'draft') },
  ])
  expect(library.findings.filter(({ code }) => code === 'version-twice').map(({ file }) => file)).toEqual([
    join(other, 'twice', 'draft', 'regulation.yaml'),
  ])
  rmSync(other, { recursive: true })
})
