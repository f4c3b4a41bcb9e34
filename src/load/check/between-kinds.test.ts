import { expect, it } from 'vitest'
import type { Regulation } from '../../core/index.js'
import { parseRegulation } from '../grammar/load-regulation.js'
import { checkBetweenKinds } from './between-kinds.js'

const clauses = (id: string) =>
  `format: 4\nregulation: ${id}\nclauses: { "1": { cite: "1", shown: 第一条, kind: procedure, zh: 办, en: do, status: executed } }`
const rules = (id: string, kind: string, acts: string) => `format: 4
regulation: ${id}
version: 2025-01-01
title: 办法
issuer: 机关
effective: { from: 2025-01-01, clause: "1" }
matter: { kind: ${kind}, name: { zh: 件, en: matter }, write: { zh: 写, en: write } }
roles: { office: { name: 办公室, kind: office } }
fields: { title: { name: 标题, type: text }, name: { name: 姓名, type: text, identity: true }, result: { name: 结果, type: text } }
shownStates: { open: 在办, closed: 办结 }
stages: { open: { name: 在办, shown: open, heldBy: office }, closed: { name: 办结, shown: closed, end: true } }
acts:
  start: { name: 登记, by: office, starts: open, needs: title, takes: name, clause: "1" }
  close: { name: 办结, by: office, from: open, to: closed, takes: result, clause: "1" }
${acts}
meaning:
  fields: { title: title, letter: none, category: none, channel: none, answer: none, rating: none }
  marks: { received: start, accepted: none, declined: none, answered: none, concluded: close, published: none, withheld: none, returned: none, extended: none, redone: none, rated: none }
`

const load = (id: string, kind: string, acts = '') =>
  parseRegulation({
    rules: { file: 'regulation.yaml', text: rules(id, kind, acts) },
    clauses: { file: 'clauses.yaml', text: clauses(id) },
  })

const found = (acts: string, others: readonly (readonly [string, string, string?])[]) => {
  const own = load('letters', 'letter', acts)
  expect(own.findings.filter(({ level }) => level === 'error')).toEqual([])
  const all = [own, ...others.map(([id, kind, more]) => load(id, kind, more))].map(({ regulation }) => regulation)
  return checkBetweenKinds(
    own,
    all.filter((each): each is Regulation => each !== null),
  ).map(({ code, message }) => [code, message.en])
}

const begin = (carries: string) =>
  `  instruct: { name: 批示, by: office, from: open, begins: { kind: order, name: 批示件, carries: ${carries} }, clause: "1" }`
const hear = (hears: string) => `  heard: { name: 得知, by: system, hears: ${hears}, clause: "1" }`

it('a kind that no regulation here is for', () => {
  expect(found(begin('{ title: title }'), [])).toEqual([['kind-of-none', 'no regulation here is for matters of the kind order']])
})

it('a field that the other kind does not ask for when it starts', () => {
  expect(found(begin('{ title: title }'), [['orders', 'order']])).toEqual([])
  expect(found(begin('{ subject: title, result: title }'), [['orders', 'order']])).toEqual([
    ['not-known-there', 'no regulation for order knows subject'],
    ['not-known-there', 'no regulation for order knows result'],
  ])
})

it('an act there that there is not, and a field that is not told', () => {
  const acts = `${begin('{ title: title }')}\n${hear('{ kind: order, acts: [close, finish], learns: { result: name } }')}`
  expect(found(acts, [['orders', 'order']])).toEqual([
    ['not-known-there', 'no regulation for order knows finish'],
    ['not-known-there', 'no regulation for order knows name'],
  ])
})

it('two kinds that hear of each other’s hearing would never end; that both hear of an end is no ring', () => {
  const mutual = (kind: string) =>
    `${begin('{ title: title }').replace('kind: order', `kind: ${kind}`)}\n${hear(`{ kind: ${kind}, acts: heard }`)}`
  expect(found(mutual('order'), [['orders', 'order', mutual('letter')]])).toEqual([
    ['hears-for-ever', 'these hear of one another for ever: order heard, letter heard'],
  ])
  const ends = `${begin('{ title: title }')}\n${hear('{ kind: order, turns: ended }')}`
  expect(found(ends, [['orders', 'order', mutual('letter')]])).toEqual([])
})
