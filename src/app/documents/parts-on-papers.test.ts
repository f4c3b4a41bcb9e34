import { expect, it } from 'vitest'
import { ours, playedIn } from '../played-month.fixtures.js'
import { draftDocument, readDocument } from './index.js'

it('a notice names who leads, and who has it jointly apart from them; it is addressed to all', async () => {
  const title = '涉及几个部门的：写明牵头的和承办的，各有各的一份；没有牵头的转不了'
  const example = { regulation: 'dawukou-instructions', version: 'undated', file: '03-limit', title, last: 'forward' }
  const { app, office, matter } = await playedIn(ours, example)
  const clerk = { office, account: 'li', lang: 'zh' as const, actor: { role: 'office', unit: null, person: 'li' } }
  const begun = await draftDocument(app.deps, clerk, { matter, kind: 'instructionNotice' })
  const read = await readDocument(app.deps, clerk, begun.ok ? Number(begun.id) : 0)
  const paper = JSON.stringify(read.ok ? read.document.paper : read)
  expect(paper).toContain('主办：education。会办：finance。')
  expect(paper).toContain('education、finance：')
  await app.close()
})
