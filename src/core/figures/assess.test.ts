import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssessmentRule, addTally, assess, emptyTally, type Tally } from '../index.js'

const rule = (rests: AssessmentRule['rests'], points: number | null, most: number | null = null): AssessmentRule => ({
  id: 'line',
  name: { zh: '指标', en: 'Line' },
  rests,
  points,
  most,
  clause: ['1'],
})
const tally = (figures: Partial<Tally['figures']>, other: Partial<Tally> = {}): Tally => ({
  ...emptyTally,
  ...other,
  figures: { ...emptyTally.figures, ...figures },
})
const lineOf = (each: AssessmentRule, counted: Tally, shareFrom = 0) => assess([each], counted, shareFrom).lines[0]

describe('a line', () => {
  it('takes the points that rungs took', () => {
    const taken = tally({}, { taken: { points: 3.5, matters: 2 } })
    expect(lineOf(rule({ by: 'rungs' }, null), taken)).toEqual({
      id: 'line',
      number: 2,
      of: null,
      points: -3.5,
      because: 'counted',
    })
    expect(lineOf(rule({ by: 'rungs' }, null, 3), taken)).toMatchObject({ points: -3, because: 'capped' })
  })

  it('counts what happened, for so many points each', () => {
    expect(lineOf(rule({ by: 'count', figure: 'redone' }, -0.1), tally({ redone: 3 }))).toMatchObject({ number: 3, points: -0.3 })
    expect(lineOf(rule({ by: 'count', figure: 'criticised' }, -2), tally({}, { criticisms: 2 }))).toMatchObject({ points: -4 })
    expect(lineOf(rule({ by: 'count', figure: 'commended' }, 2, 5), tally({ commended: 3 }))).toMatchObject({
      points: 5,
      because: 'capped',
    })
  })

  it('gives a share of its points, to the hundredth, and none of too few', () => {
    const share = rule({ by: 'share', figure: 'onTime' }, 30)
    expect(lineOf(share, tally({ due: 3, onTime: 2 }))).toMatchObject({ number: 2, of: 3, points: 20 })
    expect(lineOf(share, tally({ due: 7, onTime: 2 }))).toMatchObject({ points: 8.57 })
    expect(lineOf(share, tally({ due: 19, onTime: 19 }), 20)).toMatchObject({ number: 19, of: 19, points: null, because: 'few' })
    expect(lineOf(share, emptyTally)).toMatchObject({ of: 0, points: null, because: 'few' })
  })

  it('makes up no points', () => {
    expect(lineOf(rule({ by: 'count', figure: 'redone' }, null), tally({ redone: 3 }))).toMatchObject({
      points: null,
      because: 'unstated',
    })
    expect(assess([rule({ by: 'count', figure: 'redone' }, null)], emptyTally, 0).total).toBeNull()
    expect(assess([rule({ by: 'count', figure: 'redone' }, -1)], emptyTally, 0).total).toBe(0)
  })
})

it('comes to the same in whatever order matters are added up', () => {
  const any = fc
    .tuple(fc.nat(3), fc.nat(3), fc.constantFrom(0, 0.5, 1, 3))
    .map(([redone, criticisms, points]) => tally({ redone }, { criticisms, taken: { points, matters: points > 0 ? 1 : 0 } }))
  const rules = [
    rule({ by: 'rungs' }, null),
    rule({ by: 'count', figure: 'redone' }, -0.7),
    rule({ by: 'count', figure: 'criticised' }, -2),
  ]
  const sum = (all: readonly Tally[]) => assess(rules, all.reduce(addTally, emptyTally), 0)
  fc.assert(
    fc.property(fc.array(any), (all) => {
      expect(sum([...all].reverse())).toEqual(sum(all))
    }),
  )
})
