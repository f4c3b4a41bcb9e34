import type { LoadedRegulation } from '../grammar/load-regulation.js'
import type { Library } from '../library/library.js'
import type { Scenario } from '../scenario/load-scenarios.js'
import { notices, programsOf } from '../scenario/scenario-notices.js'
import { type Mutant, mutantOf, refusedBy } from './mutant.js'
import type { Mutation } from './mutations.js'

/** What came of a mutation: a scenario noticed it, or it would not stand, or nothing noticed. */
export type Outcome =
  | { readonly by: 'scenario'; readonly scenario: string }
  | { readonly by: 'check'; readonly codes: readonly string[] }
  | { readonly by: 'nothing' }

/** Tries mutations of one regulation; scenarios that noticed something in the same rule before come first. */
export function mutationTrial(loaded: LoadedRegulation, scenarios: readonly Scenario[], library: Library) {
  expectSound(loaded, scenarios, library)
  const noticedBefore = new Map<string, Scenario[]>()
  const texts = new Map(scenarios.map((each) => [each, JSON.stringify(each.steps)]))
  return (mutation: Mutation): Outcome => {
    const mutant = mutantOf(loaded, mutation)
    const before = noticedBefore.get(mutation.rule) ?? []
    const scenario = firstThatNotices(mutant, [...new Set([...before, ...inOrder(scenarios, texts, mutation)])], library)
    if (scenario === null) {
      const codes = refusedBy(loaded, mutant)
      return codes.length > 0 ? { by: 'check', codes } : { by: 'nothing' }
    }
    noticedBefore.set(mutation.rule, [scenario, ...before.filter((each) => each !== scenario)])
    return { by: 'scenario', scenario: scenario.title.zh }
  }
}

/** An example that fails anyway would notice everything. */
function expectSound({ regulation }: LoadedRegulation, scenarios: readonly Scenario[], library: Library): void {
  if (regulation === null) throw new Error('only a sound regulation can be mutated')
  const programs = programsOf(regulation)
  const failing = scenarios.filter((each) => notices(each, programs(each.inForce), library))
  if (failing.length === 0) return
  const places = failing.map(({ file, line, title }) => `${file}:${line} ${title.zh}`)
  throw new Error(`fails as the regulation stands (script/huiyin simulate says why): ${places.join('; ')}`)
}

/** Those that exercise the clause, then those that name the rule, then the rest. */
function inOrder(
  scenarios: readonly Scenario[],
  texts: ReadonlyMap<Scenario, string>,
  { clause, rule }: Mutation,
): readonly Scenario[] {
  const name = `"${rule.split('.')[1] ?? rule}"`
  const rank = (each: Scenario): number =>
    ([each.clauses].flat().some((one) => one !== undefined && clause.includes(one)) ? 2 : 0) +
    (texts.get(each)?.includes(name) ? 1 : 0)
  return scenarios
    .map((scenario) => ({ scenario, rank: rank(scenario) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ scenario }) => scenario)
}

function firstThatNotices({ regulation, findings }: Mutant, scenarios: readonly Scenario[], library: Library): Scenario | null {
  const programs = programsOf(regulation)
  try {
    return scenarios.find((each) => notices(each, programs(each.inForce), library)) ?? null
  } catch (defect) {
    // What names something that is not there may not run at all; the findings say so.
    if (findings.length > 0) return null
    throw defect
  }
}
