import type { Child } from './child.js'
import { type DatabaseServer, query } from './database.js'
import { median } from './figure.js'
import { type Cost, costOf, furnish, type Side, startSide } from './interface-sides.js'
import { type Asked, actOn, actsOfALetter, letters } from './letters.js'
import type { DemoOffice } from './office.js'

export const connections = 16
export const rounds = 4

/** With what letters are played through HTTP. */
export type Playing = {
  readonly server: DatabaseServer
  readonly load: Child
  readonly office: DemoOffice
  /** To which the letters go. */
  readonly goesTo: string
}

/** `BENCH_BEFORE_ANSWER` says in which field the other build writes the answer. */
export const askedOf = ({ goesTo }: Playing, { name }: Side): Asked => ({
  unit: goesTo,
  answer: (name === 'before' ? process.env.BENCH_BEFORE_ANSWER : undefined) ?? 'replyText',
})

/** The build in a folder, over a database of its own. */
export async function startBuild({ server, office }: Playing, name: string, folder: string): Promise<Side> {
  const side = await startSide(await server.create(name), { name, args: ['dist/main.js', 'serve'], folder })
  await furnish(side.database, office)
  return side
}

export const ask = ({ load }: Playing, side: Side, requests: Parameters<typeof costOf>[1]['requests']): Promise<Cost> =>
  costOf(side, { load, requests, connections })

export function medianCost(costs: readonly Cost[]): Cost {
  const of = (read: (cost: Cost) => number) => median(costs.map(read))
  return {
    cpu: of(({ cpu }) => cpu),
    node: of(({ node }) => node),
    postgres: of(({ postgres }) => postgres),
    bytes: of(({ bytes }) => bytes),
    rate: of(({ rate }) => rate),
  }
}

/** Each act of a letter on each of these, act by act; the mean of the five. */
export async function playActs(bench: Playing, side: Side, matters: readonly number[]): Promise<Cost> {
  const size = Math.floor(matters.length / rounds)
  const costs: Cost[] = []
  for (const act of actsOfALetter) {
    const each: Cost[] = []
    for (let round = 0; round < rounds; round += 1) {
      each.push(await ask(bench, side, actOn(act, askedOf(bench, side), matters.slice(round * size, (round + 1) * size))))
    }
    costs.push(medianCost(act === actsOfALetter[0] ? each.slice(1) : each))
  }
  const mean = (read: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + read(cost), 0) / costs.length
  return {
    cpu: mean(({ cpu }) => cpu),
    node: mean(({ node }) => node),
    postgres: mean(({ postgres }) => postgres),
    bytes: Math.max(...costs.map(({ bytes }) => bytes)),
    rate: mean(({ rate }) => rate),
  }
}

/** Sends in so many letters, and says which matters they became. */
export async function received(bench: Playing, side: Side, amount: number, seed: number): Promise<readonly number[]> {
  await ask(bench, side, letters(bench.office.government.id, amount, seed))
  const last = `select matter::int from matter order by received_at desc, matter desc limit ${amount}`
  return ((await query(side.database.connection, last)) as { matter: number }[]).map(({ matter }) => matter)
}
