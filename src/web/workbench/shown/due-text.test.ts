import { expect, it } from 'vitest'
import { en } from '../words/en.js'
import { zh } from '../words/zh.js'
import { withoutDay } from './due-text.js'

it.each([
  ['paused', null, zh.duties.stopped, en.duties.stopped],
  // However vague the text: while the clock stands still, that is why there is no day.
  ['paused', '及时', zh.duties.stopped, en.duties.stopped],
  ['open', null, zh.duties.undated, en.duties.undated],
  ['open', '及时', '及时', '及时'],
  ['met', '及时', '及时', '及时'],
  // It may have been met while its clock stood still: nothing is said of a limit that there was.
  ['met', null, '', ''],
] as const)('tells of a duty that is %s (%s) why it has no day', (status, discretion, inChinese, inEnglish) => {
  const duty = { status, discretion }
  expect([withoutDay(duty, zh.duties), withoutDay(duty, en.duties)]).toEqual([inChinese, inEnglish])
})
