import { expect, it } from 'vitest'
import { playedLife } from '../played-month.fixtures.js'
import { draftDocument, readDocument } from './index.js'

/** What a paper begun after an act shows of points that somebody still has in hand. */
async function shownAfter(last: string): Promise<readonly [string, string][]> {
  const { app, office, matter } = await playedLife('dawukou-supervision', 'undated', '21-tasks', last)
  const clerk = { office, account: 'li', lang: 'zh' as const, actor: { role: 'office', unit: null, person: 'li' } }
  const begun = await draftDocument(app.deps, clerk, { matter, kind: 'supervisionNotice' })
  const read = await readDocument(app.deps, clerk, begun.ok ? Number(begun.id) : 0)
  await app.close()
  if (!read.ok) throw new Error(JSON.stringify([begun, read]))
  return read.document.oddities.flatMap(({ id, why }) => (id.startsWith('unsettled:') ? [[id, why] as [string, string]] : []))
}

it('shows on a paper how many points of each kind are still in hand, and nothing where there are none', async () => {
  expect(await shownAfter('issueNotice')).toEqual([])
  expect(await shownAfter('setMilestones')).toEqual([
    ['unsettled:task', '任务：还有2项没有办完。请核对是否都已回应。'],
    ['unsettled:milestone', '节点：还有2项没有办完。请核对是否都已回应。'],
  ])
})
