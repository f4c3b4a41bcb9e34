import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordAct } from '../index.js'
import { playedLife } from '../played-month.fixtures.js'
import { draftDocument, issueDocument, listDocuments, readDocument, saveDocument, spoilDocument } from './index.js'

type Life = Awaited<ReturnType<typeof playedLife>>
let life: Life
beforeAll(async () => {
  life = await playedLife('dawukou-ducha', 'undated', '24-feedback')
})
afterAll(() => life.app.close())

const as = (person: string, office: Life['office'] = life.office) => ({
  ...{ office, account: person, lang: 'zh' as const },
  actor: { role: 'office', unit: null, person },
})

it('bears in a rehearsal that it is one, so that nobody takes it for a paper of the organ', async () => {
  const { app, office, matter } = life
  const begun = await draftDocument(app.deps, as('wang'), { matter, kind: 'assignmentSheet' })
  const headOf = async (isRehearsal: boolean) => {
    const read = await readDocument(app.deps, as('wang', { ...office, isRehearsal }), begun.ok ? Number(begun.id) : 0)
    return JSON.stringify(read.ok ? read.document.paper : null)
  }
  expect(await headOf(true)).toContain('（演练）')
  expect(await headOf(false)).not.toContain('（演练）')
})

it('keeps whoever has an interest in a matter from its documents, and lets a colleague go on', async () => {
  const { app, office, matter } = life
  const [li, wang] = [as('li'), as('wang')]
  const begun = await draftDocument(app.deps, li, { matter, kind: 'assignmentSheet' })
  const id = begun.ok ? Number(begun.id) : 0
  expect(begun.ok).toBe(true)
  const declared = await recordAct(app.deps, {
    ...{ office, matter, actor: li.actor, act: 'reportInterest', revision: null, lang: 'zh' },
    with: { interestedRole: 'other', reason: '被反映单位的负责人是我的亲属。' },
  })
  expect(declared.ok).toBe(true)
  const refused = { ok: false, failure: { code: 'recused' } }
  expect(await draftDocument(app.deps, li, { matter, kind: 'assignmentSheet' })).toMatchObject(refused)
  expect(await saveDocument(app.deps, li, { id, version: 1, written: {} })).toMatchObject(refused)
  expect(await issueDocument(app.deps, li, { id, version: 1, despite: [] })).toMatchObject(refused)
  expect(await spoilDocument(app.deps, li, id, '写错了')).toMatchObject(refused)
  expect((await listDocuments(app.deps, li, matter)).ok).toBe(true)
  expect(await saveDocument(app.deps, wang, { id, version: 1, written: {} })).toMatchObject({ ok: true })
})
