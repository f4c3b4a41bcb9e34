import { expect, it } from 'vitest'
import { isOwn, noteOwn } from './own-writes.js'

it('knows what this page wrote, and nothing that came after it or had no revision', () => {
  noteOwn({ id: '7', revision: 4 })
  expect([isOwn('7', 3), isOwn('7', 4), isOwn('7', 5), isOwn('7', null), isOwn('8', 1), isOwn(null, 1)]).toEqual([
    ...[true, true, false, false, false, false],
  ])
})
