import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AssessmentView } from '../../contract/index.js'
import { at } from '../app.fixtures.js'
import { recordAct } from '../index.js'
import { type Played, playedLife } from '../played-month.fixtures.js'
import { runTimers } from '../records/run-timers.js'
import { readAssessment, recountAssessment } from './index.js'

const [regulation, version, file] = ['longnan-wenzheng', '2021-03-04', '73-points']
const span = { from: '2022-09-01', to: '2022-10-31' }
const unit = { role: 'unit', unit: 'cityManagement', person: 'chen' }
const li = { role: 'office', unit: null, person: 'li' }
const wang = { role: 'office', unit: null, person: 'wang' }

let life: Played
beforeAll(async () => {
  life = await playedLife(regulation, version, file, 'rejectExplanation')
  life.app.goTo('2022-10-14 09:00')
  await runTimers(life.app.deps, (error) => {
    throw error
  })
})
afterAll(() => life.app.close())

const viewerOf = (actor: typeof li | typeof unit) => ({ office: life.office, account: actor.person, actor, lang: 'zh' as const })
const act = async (actor: typeof li | typeof unit, name: string) => {
  const { app, office, matter } = life
  const done = await recordAct(app.deps, {
    ...{ office, matter, actor, act: name, with: { reason: '停电五天，有证明' }, revision: null, lang: 'zh' as const },
  })
  return done.ok ? 'done' : done.failure.code
}
const pointsFor = async (actor: typeof li | typeof unit): Promise<AssessmentView['sheets'][number]['units']> => {
  const found = await readAssessment(life.app.deps, viewerOf(actor), span)
  if (!found.ok) throw new Error(found.failure.detail)
  return found.assessment.sheets[0]?.units ?? []
}
it('takes points, is objected to, and weighs no more once somebody else upholds it', async () => {
  expect((await pointsFor(unit)).map(({ unit: each, total }) => [each.id, total])).toEqual([['cityManagement', -3]])
  expect(await act(li, 'upholdObjection')).toBe('not-permitted')
  expect(await act(unit, 'objectToPoints')).toBe('done')
  // Wang refused the explanation: that one does not decide.
  expect(await act(wang, 'upholdObjection')).toBe('recused')
  expect(await act(li, 'upholdObjection')).toBe('done')
  expect((await pointsFor(li)).map(({ total }) => total)).toEqual([0])
})

it('is the same from the events, and as of a day before the points stand', async () => {
  const { app } = life
  const asked = { ...span, unit: 'cityManagement', regulation, most: 10 }
  expect(await recountAssessment(app.deps, viewerOf(li), asked)).toMatchObject({
    ok: true,
    recounted: { isSame: true, matters: 1 },
  })
  const then = await readAssessment(app.deps, { ...viewerOf(li), asOf: at('2022-10-12 12:00') }, span)
  expect(then.ok && then.assessment.sheets[0]?.units.map(({ total }) => total)).toEqual([-3])
})

it('tells a unit nothing of a line that names it in secret', async () => {
  const linesOf = async (actor: typeof li | typeof unit) => (await pointsFor(actor))[0]?.lines.map(({ id }) => id)
  expect(await linesOf(unit)).not.toContain('criticised')
  expect(await linesOf(li)).toContain('criticised')
})
