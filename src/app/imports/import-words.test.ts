import { expect, it } from 'vitest'
import { markOf, markSame } from './import-words.js'

const row = (texts: Readonly<Record<string, string>>, time: string | null = null) => markOf({ texts, time })
const lamp = row({ title: '路灯不亮', body: '东风巷口第三盏' }, '2026-03-02T01:00:00Z')

it('knows rows that say the same by their marks, as far as both say something', () => {
  expect(markSame(lamp, row({ title: '路灯不亮', body: '东风巷口第三盏' }, '2026-03-02T01:00:00Z'))).toBe(true)
  expect(markSame(lamp, row({ title: '路灯不亮' }))).toBe(true)
  expect(markSame(lamp, row({ title: '路灯不亮', body: '东风巷口第四盏' }))).toBe(false)
  expect(markSame(lamp, row({ title: '路灯不亮' }, '2026-03-03T01:00:00Z'))).toBe(false)
  expect(markSame(lamp, row({ result: '路灯不亮' }))).toBe(false)
  expect(markSame(row({}), row({}))).toBe(false)
})

it('keeps of a row little, whatever it says: a list has a million', () => {
  expect(row({ title: '路'.repeat(200), body: '灯'.repeat(9000) }, '2026-03-02T01:00:00Z').length).toBeLessThan(64)
})
