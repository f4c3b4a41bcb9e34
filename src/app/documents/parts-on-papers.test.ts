import { expect, it } from 'vitest'
import { ours, playedIn } from '../played-month.fixtures.js'
import { draftDocument, listDocuments, readDocument } from './index.js'

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

it('of a share an office makes a paper for the unit that it names: it says nothing of what another asked for', async () => {
  const title = '两个单位同时申请的，各有各的复核人、各的复核意见；一家的提出了，另一家的还要提'
  const { app, office, matter } = await playedIn(ours, {
    ...{ regulation: 'dawukou-supervision', version: 'undated', file: '10-conclusion', title, last: 'no act' },
  })
  const clerk = { office, account: 'li', lang: 'zh' as const, actor: { role: 'office', unit: null, person: 'li' } }
  const listed = await listDocuments(app.deps, clerk, matter)
  const kind = listed.ok ? listed.documents.kinds.find(({ id }) => id === 'reviewNotice') : undefined
  expect(kind?.units?.map(({ id }) => id)).toEqual(['housing', 'chaoyang'])
  const begin = (unit?: string) =>
    draftDocument(app.deps, clerk, { matter, kind: 'reviewNotice', ...(unit === undefined ? {} : { unit }) })
  for (const none of [await begin(), await begin('finance')]) expect(none.ok || none.failure.code).toBe('invalid')
  const papers = await Promise.all(
    ['housing', 'chaoyang'].map(async (unit) => {
      const begun = await begin(unit)
      const read = await readDocument(app.deps, clerk, begun.ok ? Number(begun.id) : 0)
      return read.ok ? { of: read.document.unit?.id, paper: JSON.stringify(read.document.paper) } : null
    }),
  )
  expect(papers.map((each) => each?.of)).toEqual(['housing', 'chaoyang'])
  const says = (words: string) => papers.map((each) => each?.paper.includes(words))
  expect([says('停工是因为暴雨。'), says('结论有据。')]).toEqual([
    [true, false],
    [true, false],
  ])
  expect([says('居民没有签字。'), says('确实没有签字。')]).toEqual([
    [false, true],
    [false, true],
  ])
  await app.close()
})
