import { expect, it } from 'vitest'
import type { ActView } from '../../contract/index.js'
import { gathered } from './gathered.js'

const refusal = {} as ActView['refusal']
const act = (more: object = {}) => ({
  ...{ act: 'explain', unit: null, refusal: null, hasCause: true, meets: [] as string[] },
  ...more,
})
const on = (matter: string, ...acts: ReturnType<typeof act>[]) => ({ target: { matter, unit: null }, acts })

it('tries an act where something asks for it and where it is closed, and counts where nothing does', () => {
  const [explain] = gathered([on('1', act({ hasCause: false })), on('2', act()), on('3', act({ refusal }))])
  expect(explain).toEqual({
    act: act(),
    open: 1,
    idle: 1,
    targets: [
      { matter: '2', unit: null },
      { matter: '3', unit: null },
    ],
  })
})

it('has nothing to offer where nothing asks for it anywhere, and tries of several shares those that are open', () => {
  expect(gathered([on('1', act({ hasCause: false }))])).toMatchObject([{ act: null, idle: 1, targets: [] }])
  const shares = [act({ unit: 'roads' }), act({ unit: 'lighting', hasCause: false }), act({ unit: 'schools', refusal })]
  expect(gathered([on('1', ...shares)])).toMatchObject([{ open: 1, idle: 0, targets: [{ matter: '1', unit: 'roads' }] }])
})

it('tells an act as what is owed where it meets a duty in one of them, whichever stands first', () => {
  const [explain] = gathered([on('1', act()), on('2', act({ meets: ['reply'] }))])
  expect(explain).toMatchObject({ act: { meets: ['reply'] }, open: 2 })
})
