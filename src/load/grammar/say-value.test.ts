import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary } from '../library/library.js'
import { sayOthers, sayPlainValue } from './say-value.js'
import { sayingOf } from './saying.js'

const root = join(import.meta.dirname, '../../..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })

const regulations = [...library.regulations.values()].flat()

it('says every other reading in words: no code of the format or of a text is left in Chinese', () => {
  const left = regulations.flatMap((regulation) =>
    Object.values({ ...regulation.parameters, ...regulation.readings }).flatMap(({ alternatives }) =>
      sayOthers(sayingOf(regulation, 'zh'), alternatives).filter((said) => /[a-z]{2}/i.test(said)),
    ),
  )
  expect(left).toEqual([])
})

it('says what a parameter may be in words, where the format itself offers it', () => {
  const [regulation] = regulations
  if (regulation === undefined) throw new Error('no regulation')
  const offered = ['quarter', 'half', 'before-due', 'any-time']
  expect(sayOthers(sayingOf(regulation, 'zh'), offered)).toEqual(['每季度一次', '每半年一次', '只能在到期以前', '到期以后也可以'])
  expect(offered.map((each) => sayPlainValue(sayingOf(regulation, 'en'), each))).toEqual([
    'each quarter',
    'each half-year',
    'before the due time alone',
    'after the due time too',
  ])
})
