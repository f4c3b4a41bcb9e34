import { z } from 'zod'
import { addWorkdays, type Calendar, type Day, dayText, type Instant, readInstant } from '../../src/core/index.js'
import { type DemoFile, type Message, readDemoFile } from '../../src/main/demo-file.js'
import { type Random, seeded } from './random.js'

/** An invented government with its people and its stories, as the demo tells them: those that have an end. */
export function readTold(text: string): DemoFile {
  const demo = readDemoFile(text, 'demo')
  return { ...demo, messages: demo.messages.filter(({ isWhole }) => isWhole) }
}

/** What is to be played of each kind of work, in the whole half-year. */
export const wholeHalfYear = { letters: 500, instructions: 60, proposals: 80, tasks: 120, topics: 40, meetings: 13 }
export type Amounts = typeof wholeHalfYear

/** One act at its moment, in a matter known by its key; the first of a matter opens it. */
export type Job = {
  readonly at: Instant
  readonly key: string
  readonly kind: string
  readonly act: string | undefined
  readonly by: string
  readonly as: string | undefined
  readonly opens: boolean
  /** It lay somewhere before: it may come too late to be done. */
  readonly isSlow: boolean
  readonly with: Readonly<Record<string, unknown>>
  /** From which days that lie so many workdays ago are counted, and how the matters it names are called here. */
  readonly told: Day
  readonly beside: string
}

/** Stories that name one another belong together: a letter, the instruction on it, the topic, the meeting, the task. */
export function threadsIn(messages: readonly Message[]): readonly (readonly Message[])[] {
  const named = z.object({ message: z.string() })
  const namedBy = ({ with: stated, steps }: Message): readonly string[] =>
    [stated, ...steps.map((each) => each.with)].flatMap((each) =>
      Object.values(each).flatMap((value) => {
        const found = named.safeParse(value)
        return found.success ? [found.data.message] : []
      }),
    )
  const threads: Message[][] = []
  for (const each of messages) {
    const touched = threads.filter((thread) =>
      thread.some((other) => namedBy(each).includes(other.id) || namedBy(other).includes(each.id)),
    )
    for (const thread of touched) threads.splice(threads.indexOf(thread), 1)
    threads.push([...touched.flat(), each])
  }
  return threads
}

type Wanted = { readonly threads: readonly (readonly Message[])[]; readonly amount: number; readonly isFortnightly: boolean }

/** What of each is played: a meeting every fortnight with all that leads to it and comes of it, other threads as often, the rest on any day. */
function wantedOf(
  threads: readonly (readonly Message[])[],
  amounts: Amounts,
  kindOf: (message: Message) => string,
): readonly Wanted[] {
  const single = (...endings: readonly string[]) =>
    threads.filter(
      (thread) => thread.length === 1 && thread.every((each) => endings.some((ending) => kindOf(each).endsWith(ending))),
    )
  // The widest first: a letter that came before a meeting is played however few there are.
  const gathered = threads.filter((thread) => thread.length > 1).sort((one, other) => other.length - one.length)
  const isMeeting = (thread: readonly Message[]) => thread.some((each) => kindOf(each).endsWith('sittings'))
  const [met, others] = [gathered.filter(isMeeting), gathered.filter((thread) => !isMeeting(thread))]
  const again = Math.ceil(amounts.meetings / Math.max(met.length, 1))
  const fortnightly: readonly Wanted[] = [
    { threads: met, amount: amounts.meetings, isFortnightly: true },
    { threads: others, amount: others.length * again, isFortnightly: true },
  ]
  const inThreads = fortnightly
    .flatMap(({ threads: some, amount }) =>
      some.length === 0 ? [] : Array.from({ length: amount }, (_, place) => some[place % some.length] ?? []),
    )
    .flat()
  const rest = (amount: number, ending: string) =>
    Math.max(0, amount - inThreads.filter((each) => kindOf(each).endsWith(ending)).length)
  return [
    ...fortnightly,
    { threads: single('mailbox', 'ducha'), amount: amounts.letters, isFortnightly: false },
    { threads: single('instructions'), amount: rest(amounts.instructions, 'instructions'), isFortnightly: false },
    { threads: single('proposals'), amount: rest(amounts.proposals, 'proposals'), isFortnightly: false },
    { threads: single('supervision'), amount: rest(amounts.tasks, 'supervision'), isFortnightly: false },
    { threads: single('meetings'), amount: rest(amounts.topics, 'meetings'), isFortnightly: false },
  ]
}

/** Every act of a half-year from its first workday on, in the order in which it happens. */
export function planHalfYear(
  { government, messages }: DemoFile,
  {
    seed,
    amounts,
    from,
    workdays,
    calendar,
  }: {
    readonly seed: number
    readonly amounts: Amounts
    readonly from: Day
    readonly workdays: number
    readonly calendar: Calendar
  },
): readonly Job[] {
  const random = seeded(seed)
  const threads = threadsIn(messages)
  const wanted = wantedOf(threads, amounts, (message) => message.kind ?? government.regulation)
  const jobs = wanted.flatMap(({ threads: some, amount, isFortnightly }, family) =>
    Array.from({ length: some.length === 0 ? 0 : amount }, (_, place) => {
      const thread = (isFortnightly ? some[place % some.length] : random.oneOf(some)) ?? []
      const start = isFortnightly ? place * Math.floor(workdays / amount) : random.below(workdays)
      return played(thread, {
        beside: `${family}-${place}`,
        first: addWorkdays(from, start, calendar),
        calendar,
        random,
        kind: government.regulation,
      })
    }).flat(),
  )
  return [...jobs].sort((one, other) => one.at - other.at)
}

/** One telling of a thread: from its first day on, some of them slower than the demo tells them. */
function played(
  thread: readonly Message[],
  place: {
    readonly beside: string
    readonly first: Day
    readonly calendar: Calendar
    readonly random: Random
    readonly kind: string
  },
): readonly Job[] {
  const { beside, first, calendar, random } = place
  const longest = Math.max(...thread.map(({ ago }) => ago))
  const told = addWorkdays(first, longest, calendar)
  return thread.flatMap((each) => {
    const sentOn = addWorkdays(first, longest - each.ago, calendar)
    // One in six that stands alone lies somewhere for a while: that is what makes an office late.
    const isSlow = thread.length === 1 && random.below(6) === 0
    const [slowFrom, slowBy] = [random.below(each.steps.length + 1), 3 + random.below(20)]
    const key = `${beside}/${each.id}`
    const kind = each.kind ?? place.kind
    const at = (after: number, time: string): Instant => momentOf(addWorkdays(sentOn, after, calendar), time, calendar)
    const opening = { at: at(0, each.time), act: each.act, by: each.by, as: each.as, with: each.with, opens: true, isSlow: false }
    const steps = each.steps.map((step, order) => ({
      at: at(step.day + (isSlow && order >= slowFrom ? slowBy : 0), step.time),
      ...{ act: step.act, by: step.by, as: step.as, with: step.with, opens: false, isSlow: isSlow && order >= slowFrom },
    }))
    return [opening, ...steps].map((step) => ({ ...step, key, kind, told, beside }))
  })
}

export function momentOf(on: Day, time: string, calendar: Calendar): Instant {
  const found = readInstant(`${dayText(on)} ${time}`, calendar.zone)
  if (found === null) throw new Error(`not a time: ${dayText(on)} ${time}`)
  return found
}
