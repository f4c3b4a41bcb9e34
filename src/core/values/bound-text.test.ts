import { expect, it } from 'vitest'
import { boundText, differingIn, filledText, looseNumbersIn, placesIn, plainText } from './bound-text.js'

const answers: Readonly<Record<string, string>> = { 收到: '121', 按时率: '93.3%' }
const answer = (name: string) => answers[name] ?? null

it.each([
  ['收到{收到}件', '收到121件'],
  ['收到{收到=120}件，按时率{按时率=93.3%}', '收到121件，按时率93.3%'],
  ['{没有的}件', '{没有的}件'],
  ['没有括号', '没有括号'],
])('%s stands on paper as %s', (text, paper) => {
  expect(boundText(text, answer)).toBe(paper)
})

it('shows whoever writes the answer beside each name that has none yet', () => {
  expect(filledText('收到{收到}件，上次{收到=120}件，{没有的}', answer)).toBe('收到{收到=121}件，上次{收到=120}件，{没有的}')
  expect(plainText('收到{收到=120}件，{没有的}')).toBe('收到120件，{没有的}')
})

it('finds where the text says otherwise, with the sentence around it', () => {
  const text = '一切照旧。本月收到{收到=120}件；按时率{按时率=93.3%}，退办{退办}件。'
  expect(differingIn(text, answer)).toEqual([
    { name: '收到', said: '120', sentence: '本月收到120件', now: '121' },
    { name: '退办', said: null, sentence: '按时率93.3%，退办{退办}件', now: null },
  ])
  expect(placesIn(text)).toHaveLength(3)
})

it('finds numbers that are bound to nothing, and leaves days, clauses and documents', () => {
  expect(looseNumbersIn('收到{收到=120}件，抽查37件、12.5%，2025年9月30日前，第28条，〔2025〕3号')).toEqual(['37', '12.5%'])
})
