import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { seesAll } from '../../store/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { importMatters } from '../index.js'
import { mailFaults, mailNotes } from '../words/mail-faults.js'
import { importRows } from './import-rows.js'

const real = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'regulations')],
  calendars: join(root, 'calendars'),
})

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await testApp(undefined, real)
  folder = await mkdtemp(join(tmpdir(), 'huiyin-mail-'))
})
afterAll(() => app.close())

const bring = (path: string, more: Partial<Parameters<typeof importMatters>[1]> = {}) =>
  importMatters(
    app.deps,
    {
      office: app.office,
      program: (more.office ?? app.office).program,
      rows: importRows(path),
      source: 'mail',
      map: {},
      set: { channel: 'phone' },
      isAccepting: false,
      isTrial: false,
      person: null,
      lang: 'zh',
      ...more,
    },
    () => {},
  )

const body = '\u8def\u706f\u4e0d\u4eae\u5df2\u7ecf\u4e94\u5929\u4e86\uff0c\u8bf7\u4fee\u7406\u3002'
const mail = (id: string, more: { head?: readonly string[]; text?: string } = {}): string =>
  [
    'From: =?utf-8?B?5byg5LiJ?= <zhang@example.com>',
    `Subject: =?utf-8?B?${Buffer.from(`\u6765\u4fe1${id}`).toString('base64')}?=`,
    'Date: Mon, 29 Sep 2025 09:32:09 +0800',
    `Message-ID: <${id}@example.com>`,
    ...(more.head ?? ['Content-Type: text/plain; charset=utf-8']),
    '',
    more.text ?? body,
    '',
  ].join('\r\n')

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const withFile = (name: string, content: string) => ({
  head: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
  text: [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '--b',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    content,
    '--b--',
  ].join('\r\n'),
})

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

const rows = async (text: string) => (await app.deps.store.listMatters('demo', { gate: seesAll, filter: { text } })).rows

it('brings one mail in: what it is about, what it says, when and under which id; once', async () => {
  const path = await put('one.eml', mail('one'))
  expect(await bring(path)).toMatchObject({
    read: 1,
    imported: 1,
    refused: [],
    mapping: { fields: { title: 'subject', body: 'text' }, source: 'messageId', time: 'date' },
  })
  const [row] = await rows('\u6765\u4fe1one')
  expect(row).toMatchObject({ channel: 'phone', title: '\u6765\u4fe1one' })
  const loaded = await app.deps.store.loadMatter('demo', row?.matter ?? 0, seesAll)
  expect(loaded?.events[0]?.data).toMatchObject({
    with: { body },
    source: { source: 'mail', id: '<one@example.com>', time: '2025-09-29T01:32:09.000Z' },
  })
  expect(await bring(path)).toMatchObject({ imported: 0, known: 1 })
  expect(await bring(await put('elsewhere/copy.eml', mail('one')))).toMatchObject({ imported: 0, known: 1 })
})

it('seals who wrote, and puts the address where the regulation has a place for it', async () => {
  const path = await put('who.eml', mail('who'))
  expect(await bring(path, { map: { phone: 'senderAddress' } })).toMatchObject({ imported: 1 })
  const [row] = await rows('\u6765\u4fe1who')
  const loaded = await app.deps.store.loadMatter('demo', row?.matter ?? 0, seesAll)
  expect(JSON.stringify(loaded?.events)).not.toContain('zhang@')
  const opening = { matter: row?.matter ?? 0, account: 'li', reason: 'test', what: 'phone', at: app.deps.now() }
  const opened = await app.deps.store.openIdentity('demo', opening)
  expect(JSON.stringify(opened)).toContain('zhang@example.com')
})

it('reads a folder: mails of HTML alone, of old mailers, boxes, maildirs; and names what is no mail', async () => {
  const html = mail('html', { head: ['Content-Type: text/html; charset=utf-8'], text: `<style>p{}</style><p>${body}</p>` })
  await put('all/a-html.eml', html)
  const gbk = Buffer.from('b2e2cad4d3cabcfe', 'hex')
  const long = Buffer.concat([gbk, gbk, gbk])
  const old = Buffer.concat([
    Buffer.from('From: a@example.com\r\nMessage-ID: <old@example.com>\r\nSubject: '),
    ...[gbk, Buffer.from('\r\nContent-Type: text/plain\r\n\r\n'), long],
  ])
  await put('all/b-old.eml', old)
  const box = [
    'From - Mon Sep 29 09:32:09 2025',
    mail('box1'),
    'From x@y Mon Sep 29 09:33:09 2025',
    mail('box2', { text: `${body}\r\n\r\n>From here 12:00` }),
  ]
  await put('all/c.mbox', `${box.join('\r\n')}`)
  await put('all/d-maildir/cur/1.host:2,S', mail('maildir'))
  await put('all/d-maildir/tmp/2.host', mail('unfinished'))
  await put('all/d-maildir/dovecot-uidlist', 'x')
  await put('all/e.msg', 'x')
  await put('all/f-empty.eml', '')
  await put('all/g-none.eml', mail('none', { text: '' }))
  await put('all/h.mbox', 'no separator here')
  const report = await bring(join(folder, 'all'))
  expect(report.refused.map(({ place, reason }) => [place, reason])).toEqual([
    ['e.msg', mailFaults.notAMailFile.zh],
    ['f-empty.eml', mailFaults.notAMail.zh],
    ['g-none.eml', expect.stringContaining('\u5185\u5bb9')],
    ['h.mbox #1', mailFaults.notABox.zh],
  ])
  expect(report).toMatchObject({ read: 9, imported: 5 })
  const texts = await Promise.all(['\u6765\u4fe1html', '\u6d4b\u8bd5\u90ae\u4ef6', '\u6765\u4fe1box2'].map(rows))
  expect(texts.map(([row]) => row?.title)).toEqual(['\u6765\u4fe1html', '\u6d4b\u8bd5\u90ae\u4ef6', '\u6765\u4fe1box2'])
  const loaded = await Promise.all(texts.map(([row]) => app.deps.store.loadMatter('demo', row?.matter ?? 0, seesAll)))
  expect(loaded.map((each) => (each?.events[0]?.data.with as { body?: string } | undefined)?.body)).toEqual([
    body,
    '\u6d4b\u8bd5\u90ae\u4ef6'.repeat(3),
    `${body}\n\nFrom here 12:00`,
  ])
})

it('takes a mail without a file that cannot be kept, and names the file', async () => {
  const path = await put('zip.eml', mail('zip', withFile('a.zip', 'UEsDBAo=')))
  expect(await bring(path)).toMatchObject({
    imported: 1,
    refused: [],
    left: [{ place: 'zip.eml', reason: expect.stringContaining('a.zip') }],
  })
})

it('says so where a regulation takes no files, and keeps none of them', async () => {
  const report = await bring(await put('png.eml', mail('png', withFile('photo.bin', png))))
  expect(report).toMatchObject({ imported: 1, left: [{ place: 'png.eml', reason: expect.stringContaining('photo.bin') }] })
})

it.each([
  ['what can only be guessed', { head: ['Content-Type: text/plain; charset=iso-2022-cn'], text: 'see the office \u001b$)A' }],
  ['what cannot be taken', withFile('a.zip', 'UEsDBAo=')],
  ['what has no place', withFile('b.png', png)],
])('keeps a mail whole, sealed, with the matter: %s', async (name, more) => {
  const id = `whole${name.length}`
  const written = mail(id, more)
  const report = await bring(await put(`${id}.eml`, written))
  expect(report.notes.map(({ reason }) => reason)).toContain(mailNotes.keptWhole.zh)
  const [row] = await rows(`\u6765\u4fe1${id}`)
  const load = () => app.deps.store.loadMatter('demo', row?.matter ?? 0, seesAll)
  const [file] = (await load())?.files ?? []
  expect(file).toMatchObject({ name: 'original.eml', isSealed: true })
  expect(await app.deps.store.readAttachment('demo', file?.attachment ?? '', seesAll)).toMatchObject({ kind: 'sealed' })
  const opening = { matter: row?.matter ?? 0, account: 'li', at: app.deps.now(), what: 'file', reason: 'test' }
  const bytes = await app.deps.store.openSealedFile('demo', { ...opening, attachment: file?.attachment ?? '' })
  expect(Buffer.from(bytes ?? []).toString()).toBe(written)
  expect((await load())?.openings).toMatchObject([{ what: 'file', reason: 'test' }])
})

it('names what machines sent, and brings it in only where that is asked', async () => {
  const head = ['Auto-Submitted: auto-replied', 'Content-Type: text/plain; charset=utf-8']
  const path = await put('away.eml', mail('away', { head }))
  const named = { place: 'away.eml', reason: expect.stringContaining('Auto-Submitted: auto-replied') }
  expect(await bring(path)).toMatchObject({ read: 1, imported: 0, known: 0, refused: [], automatic: [named] })
  expect(await bring(path, { takesAutomatic: true })).toMatchObject({ imported: 1, automatic: [] })
})

it('keeps files with the matter, in the field the act needs', async () => {
  const { deps } = app
  const found = [...real.regulations.values()].flat()
  const paper = found.find(({ acts, fields }) =>
    Object.values(acts).some(({ starts, needs }) => starts && needs.some((id) => fields[id]?.type === 'attachments')),
  )
  if (paper === undefined) throw new Error('no regulation takes scans')
  await deps.store.putGovernment({
    government: 'paper',
    name: 'Paper',
    numberPrefix: 11,
    regulation: paper.id,
    regulationVersion: paper.version,
    settings: { renewals: [{ regulation: paper.id, version: paper.version, from: '2025-01-01', to: null, instrument: 'test' }] },
  })
  const office = await deps.offices.get('paper')
  if (office === null) throw new Error('no office')
  const path = await put('scan.eml', mail('scan', withFile('scan.bin', png)))
  const set = { channel: 'paper' }
  expect(await bring(path, { office, set, isTrial: true })).toMatchObject({ imported: 1, refused: [] })
  expect(await bring(path, { office, set })).toMatchObject({ imported: 1, refused: [] })
  const [row] = (await deps.store.listMatters('paper', { gate: seesAll, filter: {} })).rows
  const loaded = await deps.store.loadMatter('paper', row?.matter ?? 0, seesAll)
  const files = loaded?.files ?? []
  expect(files.map(({ name, type }) => [name, type])).toEqual([['scan.png', 'image/png']])
  expect(loaded?.events[0]?.data).toMatchObject({ with: { scan: [files[0]?.attachment], receivedOn: '2025-09-29' } })
  // Without a scan, or by the website's channel, it is refused or received as from the writer.
  expect((await bring(await put('bare.eml', mail('bare')), { office, set })).refused).toHaveLength(1)
  expect(await bring(await put('web.eml', mail('web')), { office, set: { channel: 'web' } })).toMatchObject({ imported: 1 })
})
