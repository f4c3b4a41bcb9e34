import type { Lang, RegulationSummary, RegulationView } from '../../contract/index.js'
import { compile, type Duty, dayAt, isInForce, ownClauses, type Regulation, shanghai } from '../../core/index.js'
import { type SaidRule, sayRules } from '../../load/index.js'
import { fieldView } from '../acting/view-act.js'
import type { Deps } from '../deps.js'
import { clauseViews, named, shownNamed } from '../matter/view-parts.js'
import { limitText } from '../matter/view-values.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { adviceIn, nameIn, wordsOf } from '../words/index.js'
import { readSettings } from './settings.js'

export function listRegulations(deps: Deps, lang: Lang): readonly RegulationSummary[] {
  return [...deps.library.regulations.values()].flat().map((each) => summary(deps, lang, each))
}

export function summary(deps: Deps, lang: Lang, regulation: Regulation): RegulationSummary {
  const count = (status: string) => ownClauses(regulation).filter((clause) => clause.status === status).length
  return {
    ...head(deps, lang, regulation),
    clauses: {
      executed: count('executed'),
      form: count('form'),
      judgement: count('judgement'),
      notCovered: count('not-covered'),
    },
  }
}

const head = (deps: Deps, lang: Lang, regulation: Regulation) => ({
  id: regulation.id,
  version: regulation.version,
  title: nameIn(lang, regulation.title),
  shortTitle: nameIn(lang, regulation.shortTitle),
  issuer: nameIn(lang, regulation.issuer),
  number: regulation.number,
  status: adviceIn(lang, regulation.status) ?? '',
  effectiveFrom: regulation.effectiveFrom,
  effectiveTo: regulation.effectiveTo,
  isInForce: isInForce(regulation, dayAt(deps.now(), shanghai)),
})

/** A regulation as data, clause by clause. */
export function readRegulation(
  deps: Deps,
  asked: { id: string; version: string | null; lang: Lang },
): Outcome<{ regulation: RegulationView }> {
  const versions = deps.library.regulations.get(asked.id) ?? []
  const found = asked.version === null ? versions.at(-1) : versions.find(({ version }) => version === asked.version)
  if (found === undefined) return failed(wordsOf(asked.lang), 'not-found')
  const program = compile(found)
  const showing = showingOf(officeForReading(program, deps), asked.lang, program)
  return { ok: true, regulation: { ...head(deps, asked.lang, found), ...parts(showing, found) } }
}

/** A regulation read by itself has no units and no people. */
export const officeForReading = (program: Office['program'], deps: Pick<Deps, 'library'>): Office => ({
  id: '',
  government: { government: '', name: '', numberPrefix: 0, regulation: '', regulationVersion: '', settings: {} },
  settings: readSettings({}),
  program,
  programs: [program],
  versions: [program],
  requesters: new Map(),
  tieFindings: [],
  roles: new Map(Object.entries(program.regulation.roles)),
  calendar: deps.library.calendar(),
  units: new Map(),
  people: new Map(),
  posts: [],
  administrators: new Set(),
  standIns: [],
  isRehearsal: false,
  aheadMs: 0,
  rehearses: null,
  programOf: () => program,
})

/** A regulation says the same for as long as it is loaded; the public page asks often. */
const said = new WeakMap<Regulation, Map<Lang, readonly SaidRule[]>>()

function rulesSaid(showing: Showing): readonly SaidRule[] {
  const { regulation } = showing.program
  const known = said.get(regulation) ?? new Map<Lang, readonly SaidRule[]>()
  said.set(regulation, known)
  const rules = known.get(showing.lang) ?? sayRules(sayingFor(showing))
  known.set(showing.lang, rules)
  return rules
}

function parts(showing: Showing, regulation: Regulation): Omit<RegulationView, keyof ReturnType<typeof head>> {
  const clauses = (refs: readonly string[]) => clauseViews(regulation, refs)
  const actNamed = (id: string) => named(showing, id, regulation.acts[id]?.name)
  const stageName = (id: string) => named(showing, id, (regulation.stages[id] ?? regulation.assignmentStages[id])?.name)
  const roleNamed = (id: string) => named(showing, id, regulation.roles[id]?.name)
  const rules = rulesSaid(showing).filter(({ kind }) => kind !== 'word' && kind !== 'reading')
  return {
    clauses: ownClauses(regulation).map(({ why, place: _place, carriedBy: _carriedBy, ...clause }) => ({
      ...clause,
      why: why === undefined ? null : nameIn(showing.lang, why),
      rules: rules.filter(({ clauses: cited }) => cited.includes(clause.id)).map(({ name, says }) => ({ name, says: [...says] })),
    })),
    parameters: Object.values({ ...regulation.parameters, ...regulation.readings }).map(({ id, value, asks, clause }) => ({
      id,
      value,
      asks: nameIn(showing.lang, asks),
      clauses: clauses(clause),
    })),
    discretions: Object.values(regulation.discretions).map(({ id, words, judge, clause }) => ({
      id,
      words: words === null ? '' : nameIn(showing.lang, words),
      judge,
      clauses: clauses(clause),
    })),
    roles: Object.values(regulation.roles).map(({ id, kind, clause }) => ({ ...roleNamed(id), kind, clauses: clauses(clause) })),
    stages: Object.values(regulation.stages).map(({ id, shown, heldBy, isEnd }) => ({
      ...stageName(id),
      shown: shownNamed(showing, shown),
      heldBy,
      isEnd,
    })),
    assignmentStages: Object.values(regulation.assignmentStages).map(({ id, heldBy, isEnd }) => ({
      ...stageName(id),
      heldBy,
      isEnd,
    })),
    acts: Object.values(regulation.acts).map((act) => ({
      ...actNamed(act.id),
      by: act.by.map(roleNamed),
      of: act.of,
      from: act.from.map(stageName),
      fields: [...act.needs, ...act.takes].flatMap((id) => {
        const field = regulation.fields[id]
        return field === undefined ? [] : [fieldView(showing, field, { isNeeded: act.needs.includes(id) })]
      }),
      clauses: clauses(act.clause),
    })),
    duties: Object.values(regulation.duties).map((duty) => dutyOf(showing, regulation, duty)),
    prohibitions: regulation.prohibitions.map(({ id, name, acts, clause }) => ({
      ...named(showing, id, name),
      acts: acts.map(actNamed),
      clauses: clauses(clause),
    })),
  }
}

const dutyOf = (showing: Showing, regulation: Regulation, duty: Duty): RegulationView['duties'][number] => ({
  ...named(showing, duty.id, duty.name),
  holder: named(showing, duty.holder, regulation.roles[duty.holder]?.name),
  limit: limitText(showing, duty.within),
  metBy: duty.metBy.map(({ act }) => named(showing, act, regulation.acts[act]?.name)),
  ladder: duty.ladder.map(({ id, alert, deducts, clause }) => ({ id, alert, deducts, clauses: clauseViews(regulation, clause) })),
  clauses: clauseViews(regulation, duty.clause),
})
