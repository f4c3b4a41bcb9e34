import { expect, it } from 'vitest'
import { zh } from './zh.js'

/** Rules, promises and duties are the regulation's to say: a fixed sentence of a page says what the product itself does, or asks for something. */
const ofRegulations = [
  ['who may not see it', /被反映的单位/],
  ['how fast it must be', /及时|尽快|当日|个工作日内/],
  ['what its writer owes', /如实|一事一|一件事写一次|实名/],
  ['what the text does not say', /办法没有/],
  ['that somebody will be held to account', /追责|问责|记录在案/],
  ['how a code is got back', /核实身份/],
  ['that there will be an answer', /都有回音|都会答复|都有答复/],
  ['that everything has a day', /几时办完|每一步都写明/],
  ['what may be taken back', /不能撤回|可以撤回/],
] as const

const sentences = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words(...[2, 3, 4, 5, 6].slice(0, words.length)))]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : []
}

it.each(ofRegulations)('no fixed sentence of a citizen’s page says %s', (_, said) => {
  const all = sentences(zh)
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter((each) => said.test(each))).toEqual([])
})
