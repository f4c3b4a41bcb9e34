import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type Day, endOfDay, type Instant, instant, readDay, workdaysBetween } from '../../src/core/index.js'
import { openStore } from '../../src/store/index.js'
import type { Database } from '../database.js'
import { root } from '../office.js'
import { mindDuties, type Stuck } from './minding.js'
import { openPlaying, type Playing, play, refuse, timePasses } from './office.js'
import { seeded } from './random.js'
import { type Amounts, type Job, momentOf, planHalfYear, readTold } from './stories.js'

/** The demo's government that handles all kinds of work; its half-year is one whose days are all known. */
const [story, firstDay, lastDay] = ['demo/three.yaml', '2025-07-01', '2025-12-31']

export type HalfYear = {
  readonly playing: Playing
  readonly from: Day
  readonly to: Day
  readonly acts: number
  readonly jobs: readonly Job[]
  readonly stuck: Stuck
}

const dayOf = (text: string): Day => {
  const found = readDay(text)
  if (found === null) throw new Error(`not a day: ${text}`)
  return found
}

/** 演一个半年. Plays it act by act, with what time does by itself each morning, and what falls due minded each evening, until its last day is over. */
export async function playHalfYear(
  database: Database,
  { seed, amounts, say }: { readonly seed: number; readonly amounts: Amounts; say(text: string): void },
): Promise<HalfYear> {
  const told = readTold(readFileSync(join(root, story), 'utf8'))
  const [from, to] = [dayOf(firstDay), dayOf(lastDay)]
  const store = await openStore(database)
  const random = seeded(seed)
  const began = instant(Date.parse(`${firstDay}T00:00:00+08:00`))
  const playing = await openPlaying(store, told, { at: began, random })
  const { calendar } = playing
  const workdays = workdaysBetween(from, to, calendar)
  const jobs = planHalfYear(told, { seed, amounts, from, workdays: Math.max(1, workdays - 25), calendar })
  const until = new Map<string, Instant>()
  for (const { key, at } of jobs) until.set(key, at)
  const stuck: Stuck = new Map()
  let done = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    playing.goTo(momentOf(day, '00:05', calendar))
    await timePasses(playing)
    for (const end = endOfDay(day, calendar.zone); (jobs[done]?.at ?? end) < end; done += 1) {
      const job = jobs[done]
      if (job === undefined) break
      await play(playing, job)
      const matter = playing.matters.get(job.key)
      if (matter !== undefined) playing.toldUntil.set(matter, until.get(job.key) ?? job.at)
    }
    const found = await mindDuties(playing, database.connection, momentOf(day, '23:30', calendar))
    for (const [why, times] of found) stuck.set(why, (stuck.get(why) ?? 0) + times)
    if (day % 14 === 0) say(`${new Date(playing.deps.now()).toISOString().slice(0, 10)}: ${done}`)
  }
  if (done === 0) refuse(playing, 'nothing was played')
  playing.goTo(momentOf(addDays(to, 5), '09:00', calendar))
  await timePasses(playing)
  return { playing, from, to, acts: done, jobs, stuck }
}
