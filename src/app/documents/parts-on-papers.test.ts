import { expect, it } from 'vitest'
import { ours, playedIn } from '../played-month.fixtures.js'
import { draftDocument, readDocument } from './index.js'

/** What a paper of this kind says to the office that drafts it, where an example stands after its last step named. */
async function paperOf(kind: string, example: Parameters<typeof playedIn>[1]): Promise<string> {
  const { app, office, matter } = await playedIn(ours, example)
  const clerk = { office, account: 'li', lang: 'zh' as const, actor: { role: 'office', unit: null, person: 'li' } }
  const begun = await draftDocument(app.deps, clerk, { matter, kind })
  const read = await readDocument(app.deps, clerk, begun.ok ? Number(begun.id) : 0)
  await app.close()
  return JSON.stringify(read.ok ? read.document.paper : read)
}

it('a notice names who leads, and who has it jointly apart from them; it is addressed to all', async () => {
  const title = '涉及几个部门的：写明牵头的和承办的，各有各的一份；没有牵头的转不了'
  const example = { regulation: 'dawukou-instructions', version: 'undated', file: '03-limit', title, last: 'forward' }
  const paper = await paperOf('instructionNotice', example)
  expect(paper).toContain('主办：education。会办：finance。')
  expect(paper).toContain('education、finance：')
})

it('an order of rectification says what is to be put right and by when, as it was ordered', async () => {
  const example = { regulation: 'dawukou-proposals', version: 'undated', file: '09-rectification', last: 'orderRectification' }
  const paper = await paperOf('rectificationOrder', example)
  expect(paper).toContain('整改要求：十日内答复并说明。')
  expect(paper).toContain('整改期限：2022年5月31日。整改到位后')
})

it('what has no day is listed with the words of the text for when, not with nothing', async () => {
  const title = '新办法施行前最后一刻领办的，照本办法办完；元旦放假不计入'
  const example = { regulation: 'xizang-2017', version: '2017-07-27', file: '01-in-force', title, last: 'dispatch' }
  expect(await paperOf('assignmentSheet', example)).toContain('认领，第一时间（第五条')
})
