import { randomUUID } from 'node:crypto'
import type { WhatIfRequest, WhatIfRun } from '../../contract/index.js'
import { type DutyState, sightOf } from '../../core/index.js'
import { sayMoment } from '../../load/index.js'
import type { ReplayAsked, Replayable } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { givenOf } from '../matter/open-matter.js'
import { dueMoment, named, roleName, unitNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { overviewWords } from '../words/overview.js'
import { type Compared, isLate, replay } from './replay.js'
import { addMatter, emptyTallies, type Tallies, type Tally } from './tallies.js'
import type { VersionAsked } from './version-shown.js'
import { mostReplayed, readTrial, type Trial } from './what-if-form.js'
import { refusalTried, sayingsTried } from './what-if-why.js'

const batch = 50
const mostExamples = 100
const mostAtOnce = 3
const keptForMs = 30 * 60_000

type Job = {
  readonly id: string
  readonly holder: string
  readonly viewer: Viewer
  readonly trial: Trial
  readonly tallies: Tallies
  readonly why: (duty: string) => readonly string[]
  readonly examples: WhatIfRun['examples']
  status: WhatIfRun['status']
  total: number
  done: number
  notGranted: number
  until: number
}

/** Trials live in memory and are forgotten: nothing of them is recorded, and no other matter is decided by them. */
const jobs = new WeakMap<Deps['library'], Map<string, Job>>()

function jobsOf({ library, now }: Deps): Map<string, Job> {
  const known = jobs.get(library) ?? new Map<string, Job>()
  jobs.set(library, known)
  for (const [id, job] of known) if (job.until < now()) known.delete(id)
  return known
}

/** The same person in the same role: what was counted through one gate is not shown through another. */
const holderOf = ({ office, account, actor }: Viewer): string => `${office.id}/${account}/${actor.role}/${actor.unit ?? ''}`

/** 试算. Starts to replay the matters of a span of days under changed numbers; a trial of the same person that still runs is stopped. */
export async function startWhatIf(
  deps: Deps,
  viewer: Viewer,
  asked: VersionAsked & WhatIfRequest,
): Promise<Outcome<{ run: WhatIfRun }>> {
  const read = readTrial(deps, viewer, asked)
  if (!read.ok) return read
  const known = jobsOf(deps)
  const holder = holderOf(viewer)
  for (const job of known.values()) if (job.holder === holder && job.status === 'running') job.status = 'stopped'
  if ([...known.values()].filter(({ status }) => status === 'running').length >= mostAtOnce)
    return failed(wordsOf(viewer.lang), 'too-many-tries', { detail: wordsOf(viewer.lang).tryAgain(30), retryAfterSeconds: 30 })
  const { trial } = read
  const job: Job = {
    id: randomUUID(),
    holder,
    viewer,
    trial,
    tallies: emptyTallies(),
    why: sayingsTried(trial.showing, trial.changed),
    examples: [],
    status: 'running',
    total: await deps.store.rules.countReplay(viewer.office.id, replayAsked(viewer, trial), mostReplayed),
    done: 0,
    notGranted: 0,
    until: deps.now() + keptForMs,
  }
  known.set(job.id, job)
  // Nobody waits for it here: how far it has come is asked again and again.
  runJob(deps, job).catch((error: unknown) => {
    job.status = 'failed'
    deps.onTrouble(`what-if: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
  })
  return { ok: true, run: runView(job, viewer) }
}

/** How far a trial has come, and what it has counted so far. */
export function readWhatIf(deps: Deps, viewer: Viewer, id: string): Outcome<{ run: WhatIfRun }> {
  const job = jobsOf(deps).get(id)
  if (job === undefined || job.holder !== holderOf(viewer)) return failed(wordsOf(viewer.lang), 'not-found')
  return { ok: true, run: runView(job, viewer) }
}

/** Stops it after the batch it is at. */
export function stopWhatIf(deps: Deps, viewer: Viewer, id: string): Outcome<{ run: WhatIfRun }> {
  const job = jobsOf(deps).get(id)
  if (job !== undefined && job.holder === holderOf(viewer) && job.status === 'running') job.status = 'stopped'
  return readWhatIf(deps, viewer, id)
}

const replayAsked = ({ office, actor }: Viewer, { showing, from, before }: Trial): ReplayAsked => ({
  gate: gateOf(office, actor),
  regulation: showing.program.regulation.id,
  version: showing.program.regulation.version,
  from,
  before,
})

async function runJob(deps: Deps, job: Job): Promise<void> {
  const { viewer, trial } = job
  for (let after = 0; job.status === 'running'; ) {
    const limit = Math.min(batch, mostReplayed - job.done)
    const found =
      limit <= 0 ? [] : await deps.store.rules.replayBatch(viewer.office.id, { ...replayAsked(viewer, trial), after, limit })
    const last = found.at(-1)
    if (last === undefined) {
      job.status = 'done'
      return
    }
    after = last.row.matter
    for (const each of found) {
      if (job.status !== 'running') return
      addReplayed(deps, job, each)
      // One matter at a time, so that everybody else is answered in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

function addReplayed(deps: Deps, job: Job, matter: Replayable): void {
  const { viewer, trial, tallies } = job
  const given = givenOf(viewer.office, matter, nowOf(deps, viewer.office))
  const { duties, notGranted } = replay(given, trial.changed)
  addMatter(tallies, duties)
  job.notGranted += notGranted.length
  job.done += 1
  const changed = duties.filter(({ before, after }) => isLate(before) !== isLate(after))
  if (changed.length === 0 || job.examples.length >= mostExamples) return
  const { number, title } = matter.row
  const of = {
    id: String(matter.row.matter),
    number,
    title: isTitleShown(given.program.regulation, sightOf(given, viewer.actor)) ? title : number,
  }
  const refused = notGranted.map((refusal) => refusalTried(trial.showing, given, refusal))
  job.examples.push(
    ...changed.slice(0, mostExamples - job.examples.length).map((each) => ({
      ...of,
      ...exampleOf(trial.showing, each),
      why: [...job.why((each.after ?? each.before)?.duty ?? ''), ...refused],
    })),
  )
}

function exampleOf(
  showing: Showing,
  { before, after }: Compared,
): Omit<WhatIfRun['examples'][number], 'id' | 'number' | 'title' | 'why'> {
  const { duties } = showing.program.regulation
  const duty = after ?? before
  const due = (state: DutyState | null) => (state?.dueAt == null ? null : dueMoment(state.dueAt, showing.office.calendar.zone))
  return {
    duty: duty === null ? '' : named(showing, duty.duty, duties[duty.duty]?.name).name,
    unit: duty?.unit == null ? roleName(showing, duty?.holder ?? '') : unitNamed(showing, duty.unit).name,
    before: due(before),
    after: due(after),
    isWorse: isLate(after),
  }
}

function runView(
  { id, status, total, done, notGranted, tallies, examples, trial: { showing } }: Job,
  { lang }: Viewer,
): WhatIfRun {
  const { duties } = showing.program.regulation
  const dutyNamed = (duty: string) => named(showing, duty, duties[duty]?.name)
  const mostMoved = (one: Tally, other: Tally): number =>
    other.worse + other.better - one.worse - one.better || other.after - one.after
  return {
    id,
    status,
    total: Math.min(total, mostReplayed),
    done,
    isCapped: total > mostReplayed,
    matters: { ...tallies.matters },
    notGranted,
    moved: tallies.moved,
    units: [...tallies.units]
      .sort(([, one], [, other]) => mostMoved(one, other))
      .map(([unit, tally]) => ({
        ...tally,
        unit: unit === '' ? { id: '', name: overviewWords[lang].noUnit } : unitNamed(showing, unit),
      })),
    duties: [...tallies.duties]
      .sort(([, one], [, other]) => mostMoved(one, other))
      .map(([duty, tally]) => ({ ...tally, duty: dutyNamed(duty) })),
    rungs: [...tallies.rungs.values()]
      .filter(({ before, after }) => before !== after)
      .map(({ duty, rung, before, after }) => {
        const rule = duties[duty]?.ladder.find((each) => each.id === rung)
        return {
          duty: dutyNamed(duty),
          rung: rule === undefined ? rung : sayMoment(sayingFor(showing), rule.moment),
          before,
          after,
        }
      }),
    examples: [...examples],
  }
}
