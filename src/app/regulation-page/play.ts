import type { FieldProblemView, Played, PlayedStep, PlayRequest } from '../../contract/index.js'
import {
  type ActEvent,
  type Actor,
  decide,
  derive,
  type Given,
  type Instant,
  type MatterEvent,
  type MatterState,
  type Payload,
  permittedActs,
  type Refusal,
  readInstant,
  type Sight,
  sightOf,
} from '../../core/index.js'
import { actorOf, sayMoment } from '../../load/index.js'
import { actViews } from '../acting/view-act.js'
import type { Deps, Viewer } from '../deps.js'
import { dutyView } from '../matter/view-duty.js'
import {
  alertView,
  clauseViews,
  dueMoment,
  moment,
  named,
  partNamed,
  roleName,
  stageNamed,
  unitNamed,
} from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { failed, problemView, refusalView } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { ruleWords } from '../words/regulation-page.js'
import { playedFile } from './played-file.js'
import { type VersionAsked, versionShown } from './version-shown.js'

/** What lies on the table while steps are played: pure but for the names it is shown in. */
type Playing = { readonly showing: Showing; readonly given: Given; readonly state: MatterState }

/** 推演. Plays steps under a version of the regulation up to a moment; nothing is recorded, and no stored matter is read. */
export function playSteps(deps: Deps, viewer: Viewer, asked: VersionAsked & PlayRequest): Outcome<{ played: Played }> {
  const words = wordsOf(viewer.lang)
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(words, 'not-found')
  const wrong = wrongTimes(viewer, asked)
  const now = readInstant(asked.now, viewer.office.calendar.zone)
  if (now === null || wrong.length > 0) return failed(words, 'invalid', { problems: wrong })
  const start: Given = { program: showing.program, calendar: viewer.office.calendar, events: [], now }
  const steps: Played['steps'] = []
  let given = start
  for (const step of asked.steps) {
    const done = playStep(showing, given, step, now)
    steps.push(done.view)
    given = { ...given, events: done.events }
  }
  const end: Given = { ...given, now }
  const playing = { showing, given: end, state: derive(end) }
  const seats = seatsOf(playing)
  const as = seats.find(({ value }) => value === asked.as) ?? seats.find(({ open }) => open > 0) ?? seats[0]
  return {
    ok: true,
    played: {
      steps,
      now: dueMoment(now, start.calendar.zone),
      ...standing(playing),
      actors: seats.map(({ actor: _actor, ...seat }) => seat),
      as: as?.value ?? '',
      acts: as === undefined ? [] : shownActs(playing, as.actor),
      scenario: playedFile(playing, asked, steps),
    },
  }
}

function wrongTimes({ office, lang }: Viewer, { steps, now }: PlayRequest): FieldProblemView[] {
  const { wrong } = ruleWords[lang]
  const { zone } = office.calendar
  const problem = (field: string, sentence: string): FieldProblemView => ({
    field,
    name: wrong.now,
    code: 'invalid',
    limit: null,
    sentence,
  })
  const times = steps.map(({ at }) => readInstant(at, zone))
  return [
    ...times.flatMap((time, index) => {
      const before = times[index - 1]
      if (time === null) return [problem(`steps.${index}.at`, wrong.timeOf(index + 1))]
      return before != null && time < before ? [problem(`steps.${index}.at`, wrong.sequence(index + 1))] : []
    }),
    ...(readInstant(now, zone) === null ? [problem('now', wrong.time)] : []),
  ]
}

type Stepped = { readonly view: Played['steps'][number]; readonly events: readonly MatterEvent[] }

function playStep(showing: Showing, before: Given, step: PlayedStep, now: Instant): Stepped {
  const { zone } = before.calendar
  const { regulation } = before.program
  const at = readInstant(step.at, zone) ?? now
  const given: Given = { ...before, now: at }
  const state = derive(given)
  const head = {
    act: named(showing, step.act, regulation.acts[step.act]?.name),
    by: actorText(showing, actorOf(step.by, regulation, state)),
    at: moment(at, zone),
  }
  if (at > now) {
    const view = { ...head, waits: true, stage: null, problem: null, refusal: null, changes: [], alerts: [] }
    return { view, events: before.events }
  }
  const by = actorOf(step.by, regulation, state)
  const { units } = showing.office
  const decision = decide(given, { act: step.act, by, with: payloadOf(step), isChosen: true, units })
  const events = decision.ok
    ? [...before.events, ...decision.events.map((each) => withoutIdentity(showing, each))]
    : before.events
  const after = derive({ ...given, events })
  const refused = decision.ok ? null : decision.refusal
  const view = {
    ...head,
    waits: false,
    stage: after.stage === '' ? null : stageNamed(showing, after.stage),
    problem: refused === null ? null : wrongIn(showing, refused).join(' ') || null,
    refusal: refused === null ? null : refusalView(showing, given, refused, { act: step.act, stage: state.stage, reader: null }),
    changes: changesOf(showing, state, after, zone),
    alerts: alertsIn(showing, after),
  }
  return { view, events }
}

/** What is wrong with what was stated; what is not filled in stands in the sentence of the refusal. */
const wrongIn = (showing: Showing, { code, problems }: Refusal): readonly string[] =>
  problems.filter((each) => code !== 'missing' || each.code !== 'missing').map((each) => problemView(showing, each).sentence)

/** Values come as JSON and are checked by the core; what is no value at all is left out. */
const payloadOf = ({ with: stated }: PlayedStep): Payload => JSON.parse(JSON.stringify(stated)) as Payload

/** Identity never stands in an event, played or real. */
function withoutIdentity(showing: Showing, event: ActEvent): ActEvent {
  const { fields } = showing.program.regulation
  return {
    ...event,
    with: Object.fromEntries(Object.entries(event.with).filter(([field]) => fields[field]?.isIdentity !== true)),
  }
}

function changesOf(showing: Showing, before: MatterState, after: MatterState, zone: number): Played['steps'][number]['changes'] {
  const { duties } = showing.program.regulation
  return after.duties.flatMap(({ key, duty, status, dueAt }) => {
    const old = before.duties.find((each) => each.key === key)
    if (old !== undefined && old.status === status && old.dueAt === dueAt) return []
    const due = dueAt === null ? null : dueMoment(dueAt, zone)
    return [{ key, name: named(showing, duty, duties[duty]?.name).name, status, dueAt: due }]
  })
}

function alertsIn(showing: Showing, { duties }: MatterState): Played['steps'][number]['alerts'] {
  const open = duties.filter(({ status }) => status === 'open' || status === 'overdue' || status === 'paused')
  return [...new Set(open.map(({ alert }) => alert))].flatMap((alert) => alertView(showing, alert) ?? [])
}

type Standing = Pick<Played, 'stage' | 'shares' | 'duties' | 'rungs'>

function standing({ showing, given, state }: Playing): Standing {
  const { regulation } = given.program
  return {
    stage: state.stage === '' ? null : stageNamed(showing, state.stage),
    shares: state.assignments.map(({ unit, part, stage }) => ({
      unit: unitNamed(showing, unit),
      part: partNamed(showing, part),
      stage: named(showing, stage, regulation.assignmentStages[stage]?.name),
    })),
    duties: state.duties.map((duty) => dutyView(showing, given, duty)),
    rungs: state.duties.flatMap(({ duty, reached }) =>
      reached.flatMap(({ rung, at }) => {
        const rule = regulation.duties[duty]
        const found = rule?.ladder.find(({ id }) => id === rung)
        if (rule === undefined || found === undefined) return []
        return [
          {
            duty: named(showing, duty, rule.name).name,
            name: sayMoment(sayingFor(showing), found.moment),
            at: dueMoment(at, given.calendar.zone),
            alert: alertView(showing, found.alert),
            clauses: clauseViews(regulation, found.clause),
          },
        ]
      }),
    ),
  }
}

type Seat = Played['actors'][number] & { readonly actor: Actor }

/**
 * Every role in which anything can be done: those of units with each unit that has a share, owes something or has acted, or else with the first unit
 * of the office; and once more for each person by name who owes something in it or has acted.
 */
function seatsOf({ showing, given, state }: Playing): readonly Seat[] {
  const acted = given.events.flatMap((event) => (event.kind === 'act' ? [event.by] : []))
  const held = [...state.duties.map(({ holder, unit, person }) => ({ role: holder, unit, person })), ...acted]
  const inMatter = distinct([...state.assignments, ...held].map(({ unit }) => unit))
  const units = inMatter.length > 0 ? inMatter : [...showing.office.units.keys()].slice(0, 1)
  return Object.values(showing.program.regulation.roles)
    .filter(({ kind }) => kind !== 'system')
    .flatMap(({ id, kind }) =>
      (kind === 'unit' ? units : [null]).flatMap((unit) => {
        const named = held.filter((each) => each.role === id && each.unit === unit).map(({ person }) => person)
        return [null, ...distinct(named)].map((person) => seatOf(showing, given, { role: id, unit, person }))
      }),
    )
    .filter(({ open, closed }) => open + closed > 0)
}

const distinct = (all: readonly (string | null)[]): readonly string[] => [...new Set(all)].filter((each) => each !== null)

function seatOf(showing: Showing, given: Given, actor: Actor): Seat {
  const { role, unit, person } = actor
  const offers = permittedActs(given, actor)
  const open = offers.filter(({ refusal }) => refusal === null).length
  const value = `${role}${unit === null ? '' : `@${unit}`}${person === null ? '' : `#${person}`}`
  return { value, actor, name: actorText(showing, actor), open, closed: offers.length - open }
}

const actorText = (showing: Showing, { role, unit, person }: Actor): string => {
  const who = person === null ? null : (showing.office.people.get(person) ?? person)
  const name = who === null ? roleName(showing, role) : `${roleName(showing, role)} ${who}`
  return unit === null ? name : `${unitNamed(showing, unit).name} · ${name}`
}

function shownActs({ showing, given, state }: Playing, actor: Actor): Played['acts'] {
  const sight: Sight = sightOf(given, actor)
  return actViews(showing, given, state, { actor, sight })
}
