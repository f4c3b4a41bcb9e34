import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonical, type PackageReport, verifyPackage } from '../../../templates/package/verify.mjs'
import { type Actor, type Instant, instant } from '../../core/index.js'
import type { Witness } from '../../store/index.js'
import { at, officer, type TestApp, testApp, unitOf } from '../app.fixtures.js'
import type { Deps } from '../deps.js'
import { draftDocument, issueDocument, readDocument, spoilDocument } from '../documents/index.js'
import { type OutgoingPackage, ofYear, packageOfMany, packageOfMatter, packMany } from './index.js'
import { filesIn } from './unpacked.fixtures.js'
import { zipped } from './zip.js'

let app: TestApp
let folder: string
let deps: Deps
let sent: { matter: number; number: string }
/** As they are told outside. */
const anchors: Witness[] = []

const requester: Actor = { role: 'requester', unit: null, person: null }

async function bytesOf({ bytes }: OutgoingPackage): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function packageFor(actor: Actor): Promise<Buffer> {
  const reader = { office: app.office, actor, account: actor.person ?? '' }
  const made = await packageOfMatter(deps, reader, { ...sent, purpose: '行政复议' })
  if (made === null) throw new Error('no package')
  return bytesOf(made)
}

function look(bytes: Uint8Array, told: readonly Witness[] = [], heads: readonly string[] = []): PackageReport {
  const file = join(folder, 'tried.zip')
  writeFileSync(file, bytes)
  return verifyPackage(file, { anchors: told, heads })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-package-'))
  app = await testApp()
  const { store, now } = app.deps
  deps = { ...app.deps, witness: async () => void anchors.push(...(await store.witness(now()))) }
  sent = await app.submit({ phone: '13911112222', respondentUnit: 'roads' })
  const { attachment } = await app.deps.store.addAttachment('demo', {
    ...{ name: '路灯#1.txt', type: 'text/plain', bytes: Buffer.from('灯杆编号 37'), uploadedAt: app.deps.now() },
  })
  await app.asOwner(`begin; set local huiyin.government = 'demo';
    update attachment set matter = ${sent.matter} where attachment = '${attachment}'; commit`)
  await app.act(sent.matter, officer, 'accept')
  await app.act(sent.matter, officer, 'dispatch', { assignments: [{ unit: 'lighting', part: 'lead' }] })
  await app.act(sent.matter, unitOf('lighting'), 'contact')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const inside = (bytes: Buffer, path: string): string =>
  Buffer.from(filesIn(bytes).find((file) => file.path === path)?.bytes ?? []).toString()

const matterIn = (bytes: Buffer) => JSON.parse(inside(bytes, `matters/${sent.number}/matter.json`))

it('is whole as it leaves, and its witness is one that was told outside', async () => {
  const bytes = await packageFor(officer)
  const report = look(bytes, anchors)
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({ matters: 1, isAnchored: true })
  expect(look(bytes)).toMatchObject({ findings: [], isAnchored: false })
  expect(look(bytes, [{ government: 'demo', seq: 1, at: 0, hash: 'aa' }]).findings.map(({ code }) => code)).toContain('anchor')
  // Whoever kept but the hash of the seal has the whole proved by it, and is told what that leaves.
  const known = anchors.at(-1)?.hash ?? ''
  expect(look(bytes, [], [known])).toMatchObject({ findings: [], isAnchored: true, alone: 1 })
  expect(look(bytes, [], ['00'.repeat(32)]).findings.map(({ code }) => code)).toEqual(['anchor'])
  const matter = matterIn(bytes)
  expect(matter.chain.map(({ act }: { act: string }) => act)).toEqual(['submit', 'accept', 'dispatch', 'contact'])
  expect(matter.proof.line).toBe(`event/${sent.matter}/4//${matter.chain[3].hash}`)
  expect(inside(bytes, `matters/${sent.number}/${matter.files[0].path}`)).toBe('灯杆编号 37')
  const told = inside(bytes, `matters/${sent.number}/index.html`)
  for (const words of ['路灯连续多日不亮', '受理', 'Dispatch', '路灯所']) expect(told).toContain(words)
  expect(bytes.toString('latin1')).not.toContain('13911112222')
  expect(told).not.toContain('13911112222')
  expect(told).not.toMatch(/(第[^、<]+条)、\1[、<]/)
  expect(told.slice(told.indexOf('Duties and due times'))).not.toContain('：')
  // What stands in two languages is told in both, not as the two together.
  expect(told).not.toContain('[object Object]')
})

it('is checked by the program within it, with Node alone', async () => {
  const bytes = await packageFor(officer)
  const [file, program] = [join(folder, 'given.zip'), join(folder, 'verify.mjs')]
  writeFileSync(file, bytes)
  writeFileSync(program, inside(bytes, 'verify.mjs'))
  const told = join(folder, 'anchors.jsonl')
  writeFileSync(told, anchors.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const run = (...more: string[]) => spawnSync(process.execPath, [program, ...more], { encoding: 'utf8', env: {}, cwd: folder })
  expect(run(file, '--anchors', told)).toMatchObject({ status: 0, stdout: expect.stringContaining('which the anchors know') })
  bytes.writeUInt8(bytes.readUInt8(900) ^ 1, 900)
  writeFileSync(file, bytes)
  expect(run(file, '--anchors', told)).toMatchObject({ status: 1, stderr: '' })
  expect(run()).toMatchObject({ status: 2 })
})

it('tells whatever byte is changed, put in or left out', async () => {
  const bytes = await packageFor(officer)
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(place) ^ change, place)
      expect(look(changed).findings).not.toEqual([])
    }),
    { numRuns: 150 },
  )
  // Every byte of the seal and of the list at the end, which no hash covers.
  const seal = bytes.indexOf('seal.json') - 30
  for (let place = seal; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
    expect(look(changed).findings, `byte ${place} of ${bytes.length}`).not.toEqual([])
  }
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (place) => {
      const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
      expect(look(Buffer.concat([before, Buffer.of(0), after])).findings).not.toEqual([])
      expect(look(Buffer.concat([before, after.subarray(1)])).findings).not.toEqual([])
    }),
    { numRuns: 40 },
  )
})

/** What somebody can do who has everything but the anchors: other words, and every hash made anew over them. */
async function forged(path: string, change: (text: string) => string): Promise<Buffer> {
  const bytes = await packageFor(officer)
  const files = filesIn(bytes)
    .filter(({ path: name }) => name !== 'seal.json')
    .map(({ path: name, bytes: held }) =>
      name === path ? { path: name, bytes: Buffer.from(change(held.toString())) } : { path: name, bytes: held },
    )
  const seal = JSON.parse(inside(bytes, 'seal.json'))
  const made = zipped(listed(files), async (hash) => {
    const line = `package/${sent.matter}/0/${hash}/${hash}`
    const digest = createHash('sha256').update(Buffer.of(0)).update(line).digest('hex')
    const { hash: _, ...covered } = { ...seal.proof.witness, digest }
    const witness = { ...covered, hash: createHash('sm3').update(canonical(covered)).digest('hex') }
    return { path: 'seal.json', bytes: Buffer.from(canonical({ ...seal, hash, proof: { line, path: [], witness } })) }
  })
  return bytesOf({ name: '', bytes: made })
}

async function* listed<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

it('tells one that was made anew with all its hashes, by the anchors', async () => {
  const anyText = fc.string({ minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(anyText, async (words) => {
      const made = await forged(`matters/${sent.number}/index.html`, (text) => text.replace('路灯', `${words}x`))
      expect(look(made).findings).toEqual([])
      expect(look(made, anchors).findings.map(({ code }) => code)).toEqual(['anchor'])
    }),
    { numRuns: 8 },
  )
})

it('tells an event changed in a package that was sealed anew, by its chain', async () => {
  const made = await forged(`matters/${sent.number}/matter.json`, (text) => {
    const chain = text.indexOf('"chain"')
    return text.slice(0, chain) + text.slice(chain).replace('"act": "dispatch"', '"act": "decline"')
  })
  expect(look(made).findings).toEqual([{ code: 'chain', where: `matters/${sent.number}/matter.json 3` }])
})

it('holds for a unit and for the requester what they see, and no trace of the rest', async () => {
  const forUnit = await packageFor(unitOf('lighting'))
  expect(look(forUnit, anchors).findings).toEqual([])
  expect(matterIn(forUnit)).toMatchObject({ chain: null, matter: null, proof: null })
  const own = await packageFor(requester)
  expect(look(own, anchors)).toMatchObject({ findings: [], isAnchored: true })
  expect(matterIn(own)).toMatchObject({ chain: null, matter: null })
  expect(JSON.parse(inside(own, 'package.json'))).toMatchObject({ edition: 'requester' })
  const said = ['matter.json', 'index.html'].map((name) => inside(own, `matters/${sent.number}/${name}`)).join('')
  for (const unseen of ['李工', 'lighting-1', '13911112222', '沟通']) expect(said).not.toContain(unseen)
  const reader = { office: app.office, actor: unitOf('roads'), account: 'roads-1' }
  expect(await packageOfMatter(deps, reader, { ...sent, purpose: '' })).toBeNull()
})

it('says how the matter stood on a day that is past', async () => {
  const asOf = instant(at('2025-09-29 10:01'))
  const reader = { office: app.office, actor: officer, account: 'li', asOf }
  const made = await packageOfMatter(deps, reader, { ...sent, purpose: '' })
  const bytes = made === null ? Buffer.of() : await bytesOf(made)
  expect(look(bytes, anchors).findings).toEqual([])
  expect(matterIn(bytes)).toMatchObject({
    views: { zh: { stage: { id: 'accepted' } } },
    chain: [{ act: 'submit' }, { act: 'accept' }],
  })
})

it('takes many one after the other, as far as their reader sees them', async () => {
  const other = await app.submit({ title: '井盖夜里响' })
  await app.act(other.matter, officer, 'merge', { mergedWith: sent.number })
  const all = (actor: Actor) =>
    bytesOf(packageOfMany(deps, { office: app.office, actor, account: '' }, { name: 'all', of: { filter: {} }, purpose: '' }))
  const [forOffice, forUnit] = [await all(officer), await all(unitOf('lighting'))]
  expect(look(forOffice, anchors)).toMatchObject({ matters: 2, findings: [] })
  expect(look(forUnit, anchors)).toMatchObject({ matters: 1, findings: [] })
  expect(inside(forOffice, 'catalogue.csv')).toContain(other.number)
  expect(inside(forUnit, 'catalogue.csv')).not.toContain(other.number)
  // What it names is told by its title, too.
  expect(inside(forOffice, `matters/${other.number}/index.html`)).toMatch(new RegExp(`路灯连续多日不亮.{0,9}${sent.number}`))
})

const sealIn = (bytes: Buffer): unknown =>
  JSON.parse(Buffer.from(filesIn(bytes).find(({ path }) => path === 'seal.json')?.bytes ?? []).toString()).hash

it('made twice with the same bytes is sealed once, and proved both times', async () => {
  app.goTo('2025-10-28 09:00')
  const reader = { office: app.office, actor: officer, account: 'li' }
  // A year in which nothing came.
  const of = { name: 'x', of: { filter: ofYear(app.office, 1999) } }
  const made: Buffer[] = []
  // Within a minute, as by two clicks: packages say no seconds.
  for (const seconds of [0, 20, 40]) {
    const now = (): Instant => instant(at('2025-10-28 09:00') + seconds * 1000)
    const witness = async () => void anchors.push(...(await app.deps.store.witness(now())))
    made.push(await bytesOf(packageOfMany({ ...deps, now, witness }, reader, { ...of, purpose: '' })))
  }
  const hashes = made.map((each) => sealIn(each))
  expect(new Set(hashes).size).toBe(1)
  for (const each of made) expect(look(each, anchors).findings).toEqual([])
})

it('says of a paper when it was issued, and since when and why it stands no more', async () => {
  const clerk = { office: app.office, account: 'li', lang: 'zh' as const, actor: officer }
  const begun = await draftDocument(app.deps, clerk, { matter: sent.matter, kind: 'assignmentSheet' })
  const id = begun.ok ? Number(begun.id) : 0
  const shown = await readDocument(app.deps, clerk, id)
  const despite = shown.ok ? shown.document.oddities.map((each) => each.id) : []
  expect(await issueDocument(app.deps, clerk, { id, version: 1, despite })).toEqual({ ok: true })
  const inForce = matterIn(await packageFor(officer)).files.at(-1)
  expect(inForce).toMatchObject({ of: 'document', issuedAt: { shown: expect.any(String) }, spoiledAt: null })
  expect(inForce.name).toMatch(/1号\.docx$/)
  expect(await spoilDocument(app.deps, clerk, id, '主送写错')).toEqual({ ok: true })
  const bytes = await packageFor(officer)
  expect(look(bytes, anchors).findings).toEqual([])
  const { name, spoiledWhy, sm3 } = matterIn(bytes).files.at(-1)
  expect([name, spoiledWhy, sm3]).toEqual([expect.stringMatching(/1号（已作废）\.docx$/), '主送写错', inForce.sm3])
  const page = inside(bytes, `matters/${sent.number}/index.html`)
  expect(page).toContain('作废，不再有效：主送写错')
  expect(page).toContain('stands no more')
})

it('is not made of a number that is not theirs to see, which is named, nor of a year in which nothing came', async () => {
  const ask = async (actor: Actor, numbers: readonly string[], year: number | null = null) => {
    const viewer = { office: app.office, actor, account: 'li', lang: 'zh' as const }
    const done = await packMany(deps, viewer, { numbers, year, purpose: '区人民法院' })
    return done.ok ? 'made' : (done.failure.detail ?? '')
  }
  expect(await ask(officer, [sent.number, '1000000000', '没有'])).toBe(
    '1000000000：没有这件事项，或者不归您看\n没有：没有这件事项，或者不归您看',
  )
  expect(await ask(unitOf('schools'), [sent.number])).toBe(`${sent.number}：没有这件事项，或者不归您看`)
  expect(await ask(officer, [], 1999)).toBe('1999年没有收到事项，或者都不归您看')
  expect(await ask(unitOf('schools'), [], 2025)).toBe('2025年没有收到事项，或者都不归您看')
  expect([await ask(officer, [sent.number, sent.number]), await ask(officer, [], 2025)]).toEqual(['made', 'made'])
})

it('says in the catalogue for how long a matter is kept, as the office set it', async () => {
  const keptFor = async () => {
    const office = (await app.deps.offices.get('demo')) ?? app.office
    const reader = { office, actor: officer, account: 'li' }
    const made = packageOfMany(deps, reader, { name: 'x', of: { numbers: [sent.number] }, purpose: '' })
    const [heads = '', line = ''] = inside(await bytesOf(made), 'catalogue.csv').split('\n')
    return line.split(',')[heads.split(',').indexOf('保管期限')]
  }
  expect(await keptFor()).toBe('')
  await app.deps.store.administration.patchSettings('demo', { retentionTerms: { 'example-mailbox/': 30 } })
  app.deps.offices.forget('demo')
  expect(await keptFor()).toBe('30年')
})
