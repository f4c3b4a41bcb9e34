import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  begun,
  compile,
  dayAt,
  daysByStage,
  daysCharged,
  decide,
  derive,
  dueDay,
  Folded,
  type Given,
  instant,
  lookAgainAt,
  type MatterEvent,
  type MatterState,
  type Program,
  permittedActs,
  type Regulation,
  rungsToRecord,
  undo,
  workdaysBetween,
} from '../src/core/index.js'
import { loadLibrary, loadScenarios, runScenario, scenarioFiles } from '../src/load/index.js'
import { eventsOf, everyActor, payloadFor, sequence, walk } from './walk.js'

const library = loadLibrary({ regulations: 'regulations', calendars: 'calendars' })
const calendar = library.calendar()
const programs = [...library.regulations].flatMap(([id, versions]) =>
  versions.map((each) => ({
    name: `${id} ${each.version}`,
    program: compile(inForce(each)),
    start: startOf(each.effectiveFrom),
    ends: endsOf(each),
  })),
)
const runs = { numRuns: 60 }

/** A text whose first day is not known runs once that day is recorded. */
function inForce(regulation: Regulation): Regulation {
  return regulation.isForceAwaited ? begun(regulation, '2025-01-01') : regulation
}

/** A Monday morning well within the time the regulation is in force. */
function startOf(from: string | null): number {
  return Date.parse(
    `${from === null ? '2025-03-03' : from.replace(/^(\d{4}).*/, (_, year) => `${Number(year) + 1}-03-03`)}T02:00:00Z`,
  )
}

/** Where worked examples leave a matter: a random walk from its first act seldom comes so far, nor meets what it hears of others. */
function endsOf({ id }: Regulation): readonly (readonly MatterEvent[])[] {
  const scenarios = scenarioFiles(`regulations/${id}`).flatMap((file) => loadScenarios(file).scenarios)
  const runs = scenarios.filter(({ tied }) => tied === undefined).map((each) => runScenario(each, library))
  const lives = runs.map(({ steps }) => steps.flatMap(({ step, events }) => (step.in === undefined ? events : [])))
  // What an example lets another matter do, and this one hears, stands between: without it the life has a gap.
  return lives.filter((events) => events.length > 0 && events.every(({ seq }, place) => seq === place + 1))
}

/** A walk is named by its seed and length: a failing one shrinks to the shortest that still fails. */
const seeds = fc.integer({ min: 1, max: 1_000_000 })

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}

/** The state as data, without the events it was made from. */
const plain = (state: MatterState): unknown => ({ ...JSON.parse(JSON.stringify(state)), events: [] })

/** Without when and as what something was recorded last. */
const standing = (state: MatterState): unknown => ({ ...(plain(state) as object), lastSeq: 0, lastAt: null })

const at = (program: Program, events: readonly MatterEvent[], now: number): Given => ({
  program,
  calendar,
  events,
  now: instant(now),
})

it('has regulations to run', () => {
  expect(programs.length).toBeGreaterThan(0)
  expect(library.findings.filter((finding) => finding.level === 'error')).toEqual([])
})

describe.each(programs)('$name, walked at random', ({ program, start, ends }) => {
  const walks = (longest: number) => fc.tuple(seeds, fc.integer({ min: 1, max: longest }))
  /** Every second walk goes on from where an example ends. */
  const walked = ([seed, length]: readonly [number, number]) => {
    const before = seed % 2 === 0 ? [] : (ends[Math.floor(seed / 2) % ends.length] ?? [])
    const from = before.at(-1)
    return walk(program, calendar, length, sequence(seed), from === undefined ? start : from.at + 3_600_000, before)
  }

  it('goes far enough to mean something: most acts are done, most stages reached', () => {
    const done = new Set<string>()
    const stages = new Set<string>()
    const share = () => Math.min(done.size / program.acts.size, stages.size / Object.keys(program.regulation.stages).length)
    // Many ways lead out early: as many walks as it takes, and no more.
    for (let seed = 1; seed <= 2000 && share() <= 0.7; seed += 1) {
      const steps = walked([seed, 40])
      for (const { given } of steps) stages.add(derive(given).stage)
      const begun = steps[0]?.given.events.length ?? 0
      for (const event of eventsOf(steps).slice(begun)) if (event.kind === 'act') done.add(event.act)
    }
    expect(share()).toBeGreaterThan(0.7)
  }, 60_000)

  it('an opened matter followed by events stands as if folded from its first event, and is itself left as it was', () => {
    fc.assert(
      fc.property(walks(16), (named) => {
        for (const { given, decision } of walked(named)) {
          if (!decision.ok) continue
          const opened = Folded.of({ ...given })
          const before = plain(derive(opened))
          const rungs = rungsToRecord(opened)
          const late = decision.events.map((event) => ({ ...event, seq: event.seq + rungs.length }))
          const after = opened.followedBy(rungs).followedBy(late)
          const anew = at(program, [...given.events, ...rungs, ...late], given.now)
          expect(plain(derive(after))).toEqual(plain(derive(anew)))
          expect(rungsToRecord(after)).toEqual(rungsToRecord(anew))
          expect(lookAgainAt(after)).toEqual(lookAgainAt(anew))
          for (const by of everyActor(program)) expect(permittedActs(after, by)).toEqual(permittedActs(anew, by))
          expect(plain(derive(opened))).toEqual(before)
        }
      }),
      runs,
    )
  }, 60_000)

  it('what whoever did it takes back leaves the matter as it stood before, for everybody', () => {
    let taken = 0
    fc.assert(
      fc.property(walks(16), (named) => {
        for (const { given, decision } of walked(named)) {
          if (!decision.ok) continue
          const rungs = rungsToRecord(given)
          const before = Folded.of({ ...given }).followedBy(rungs)
          const later = (seq: number): number => seq + rungs.length
          const done = decision.events.map(({ doneWith, ...event }) => ({
            ...event,
            seq: later(event.seq),
            ...(doneWith === undefined ? {} : { doneWith: later(doneWith) }),
          }))
          const back = done[0] === undefined ? null : undo(before.followedBy(done), done[0].by)
          if (back === null) continue
          taken += 1
          expect(back.acts).toEqual(done)
          const after = before.followedBy(done).followedBy([back])
          expect(standing(derive(after))).toEqual(standing(derive(before)))
          for (const by of everyActor(program)) expect(permittedActs(after, by)).toEqual(permittedActs(before, by))
          expect(rungsToRecord(after)).toEqual([])
          expect(lookAgainAt(after)).toEqual(lookAgainAt(before))
        }
      }),
      { numRuns: 20 },
    )
    expect(taken).toBeGreaterThan(5)
  }, 60_000)

  it('replaying gives the same state, and what comes later never changes the past', () => {
    fc.assert(
      fc.property(walks(14), (named) => {
        const steps = walked(named)
        const events = frozen(eventsOf(steps))
        for (const { given } of steps) {
          const then = plain(
            derive(
              at(
                program,
                events.filter((event) => event.at < given.now),
                given.now,
              ),
            ),
          )
          const early = plain(
            derive(
              at(
                program,
                given.events.filter((event) => event.at < given.now),
                given.now,
              ),
            ),
          )
          expect(early).toEqual(then)
          expect(plain(derive(given))).toEqual(plain(derive(at(program, [...given.events], given.now))))
        }
      }),
      runs,
    )
  })

  it('never ends up where nobody can do anything, unless the matter is over', () => {
    fc.assert(
      fc.property(walks(14), (named) => {
        const steps = walked(named)
        for (const { given } of steps) {
          const { stage } = derive(given)
          if (program.regulation.stages[stage]?.isEnd === true || stage === '') continue
          const open = everyActor(program).some((by) => permittedActs(given, by).some((offer) => offer.refusal === null))
          expect(open, `a way out of ${stage}`).toBe(true)
        }
      }),
      runs,
    )
  })

  it('a refusal changes nothing: not the events, not the facts, not one date', () => {
    fc.assert(
      fc.property(walks(8), (named) => {
        const steps = walked(named)
        const choose = sequence(named[0] + 1)
        const last = steps.at(-1)
        if (last === undefined) return
        const events = frozen(eventsOf(steps))
        const given = at(program, events, last.given.now + 3_600_000)
        const before = plain(derive(given))
        for (const by of everyActor(program)) {
          for (const offer of permittedActs(given, by)) {
            const decision = decide(given, { act: offer.act, by, with: frozen(payloadFor(given, offer, choose)) })
            if (offer.refusal !== null)
              expect(decision.ok, `${offer.act} was offered as closed: ${offer.refusal.code}`).toBe(false)
          }
        }
        expect(plain(derive(given))).toEqual(before)
      }),
      runs,
    )
  })

  it('a rung takes effect once, also when nobody looked for a month', () => {
    fc.assert(
      fc.property(walks(8), fc.integer({ min: 0, max: 40 }), (named, days) => {
        const steps = walked(named)
        const last = steps.at(-1)
        if (last === undefined) return
        const events = eventsOf(steps)
        const now = last.given.now + days * 86_400_000
        const reached = rungsToRecord(at(program, events, now))
        const recorded = [...events, ...reached]
        expect(rungsToRecord(at(program, recorded, now))).toEqual([])
        const withAll = derive(at(program, recorded, now))
        expect(withAll.duties.flatMap((duty) => duty.reached).every((rung) => rung.isRecorded)).toBe(true)
        const next = lookAgainAt(at(program, recorded, now))
        expect(next === null || next > now).toBe(true)
      }),
      runs,
    )
  })

  it('looking whenever asked finds the same rungs at the same moments as looking once at the end', () => {
    fc.assert(
      fc.property(walks(6), (named) => {
        const steps = walked(named)
        const last = steps.at(-1)
        if (last === undefined) return
        const events = eventsOf(steps)
        const end = last.given.now + 40 * 86_400_000
        const found: { key: string; rung: string; at: number }[] = []
        let now: number | null = last.given.now
        let all: readonly MatterEvent[] = events
        while (now !== null && now <= end) {
          const reached = rungsToRecord(at(program, all, now))
          found.push(...reached.map(({ key, rung }) => ({ key, rung, at: Number(now) })))
          all = [...all, ...reached]
          const next = lookAgainAt(at(program, all, now))
          now = next === null ? null : next
        }
        const once = rungsToRecord(at(program, events, end)).map(({ key, rung }) => `${key} ${rung}`)
        expect(found.map(({ key, rung }) => `${key} ${rung}`).sort()).toEqual([...once].sort())
      }),
      runs,
    )
  })

  it('charges every workday to exactly one holder', () => {
    fc.assert(
      fc.property(walks(12), (named) => {
        const steps = walked(named)
        const last = steps.at(-1)
        const first = eventsOf(steps)[0]
        if (last === undefined || first === undefined) return
        const now = instant(last.given.now + 5 * 86_400_000)
        const state = derive(at(program, eventsOf(steps), now))
        const sum = (charges: readonly { workdays: number }[]) => charges.reduce((all, { workdays }) => all + workdays, 0)
        const byStage = daysByStage(state, calendar, now)
        // At 24:00 the day that follows is nobody's yet.
        expect(sum(byStage)).toBe(workdaysBetween(dayAt(first.at, calendar.zone), dueDay(now, calendar.zone), calendar))
        expect(sum(daysCharged(state, calendar, now))).toBe(sum(byStage.filter(({ by }) => by !== 'nobody')))
      }),
      runs,
    )
  })
})
