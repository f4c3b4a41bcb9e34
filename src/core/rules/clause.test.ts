import { expect, it } from 'vitest'
import { clausesOnce, clausesShown } from './clause.js'

const written = (id: string, zh: string, en: string) => ({ id, shown: { zh, en } })
const sentences = [
  written('6.1', '第六条', 'article 6'),
  written('6.2', '第六条', 'article 6'),
  written('7', '第七条', 'article 7'),
]

it('names a clause once, however many of its sentences are cited; the first stands for all', () => {
  expect(clausesShown(sentences, 'zh')).toEqual(['第六条', '第七条'])
  expect(clausesShown(sentences, 'en')).toEqual(['article 6', 'article 7'])
  expect(clausesOnce(sentences, 'zh').map(({ id }) => id)).toEqual(['6.1', '7'])
})
