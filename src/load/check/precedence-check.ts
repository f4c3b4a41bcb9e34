import { day, type Lead, type Precedence, type Regulation, weighPrecedence } from '../../core/index.js'
import { type Finding, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { wordArgs } from '../format/shape-findings.js'
import type { LoadedPrecedence, PrecedenceInput, WrittenPrecedence } from '../grammar/precedence.js'
import { leadOf, leadWords } from '../grammar/precedence.js'
import type { Scenario } from '../scenario/load-scenarios.js'
import type { Remark } from './rule-check.js'

/** What is known of the regulations that a file of precedence speaks of. */
export type KnownRegulations = {
  readonly regulations: readonly Regulation[]
  /** The examples of a regulation, those with what ties it to others too. */
  scenariosOf(regulation: string): readonly Pick<Scenario, 'title' | 'clauses'>[]
}

/** What a file says of which regulation holds, held against these regulations and their examples, and against its own examples. */
export function checkPrecedence({ entries, document, findings }: LoadedPrecedence, known: KnownRegulations): readonly Finding[] {
  if (document === null) return findings
  const remarks = entries.flatMap((entry) => {
    const unknown = [...textsKnown(entry, known), ...leadKnown(entry)]
    return unknown.length > 0 ? unknown : [...shown(entry, known), ...tried(entry)]
  })
  return sortFindings(
    remarks.map(({ code, path, args = {} }) => makeFinding({ file: document.file, ...document.place(path) }, code, args)),
  )
}

/** Each text, its clauses and its duty are there, in every version. */
const textsKnown = ({ key, written }: WrittenPrecedence, { regulations }: KnownRegulations): readonly Remark[] =>
  written.between.flatMap(({ regulation, clause, duty }, index): readonly Remark[] => {
    const path = ['precedence', key, 'between', index]
    const versions = regulations.filter(({ id }) => id === regulation)
    if (versions.length === 0) {
      return [{ code: 'unknown-regulation', path: [...path, 'regulation'], args: wordArgs(regulation, idsOf(regulations)) }]
    }
    return versions.flatMap(({ clauses, duties }) => [
      ...[clause]
        .flat()
        .flatMap((each) =>
          Object.hasOwn(clauses, each)
            ? []
            : [{ code: 'unknown-clause', path: [...path, 'clause'], args: wordArgs(each, Object.keys(clauses)) }],
        ),
      ...(duty === undefined || Object.hasOwn(duties, duty)
        ? []
        : [{ code: 'unknown-duty', path: [...path, 'duty'], args: wordArgs(duty, Object.keys(duties)) }]),
    ])
  })

const idsOf = (regulations: readonly Regulation[]): readonly string[] => [...new Set(regulations.map(({ id }) => id))]

/** Whoever leads is one of them; of what falls due first each says by which duty. */
function leadKnown({ key, written: { leads, between } }: WrittenPrecedence): readonly Remark[] {
  const path = ['precedence', key]
  const able = between.map(({ regulation }) => regulation)
  if (leads === 'earliest') {
    return between.flatMap(({ duty, regulation }, index) =>
      duty === undefined ? [{ code: 'lead-without-duty', path: [...path, 'between', index], args: { word: regulation } }] : [],
    )
  }
  if (leads === 'turns' || able.includes(leads)) return []
  return [{ code: 'lead-of-none', path: [...path, 'leads'], args: wordArgs(leads, [...able, ...leadWords]) }]
}

/** Each example is there, and tries a clause that is named here. */
const shown = ({ key, written }: WrittenPrecedence, { scenariosOf }: KnownRegulations): readonly Remark[] =>
  written.shownBy.flatMap(({ regulation, example }, index): readonly Remark[] => {
    const clauses = written.between.filter((each) => each.regulation === regulation).flatMap(({ clause }) => clause)
    const found = scenariosOf(regulation).find(({ title }) => title.zh === example)
    if ([found?.clauses ?? []].flat().some((each) => clauses.includes(each))) return []
    const code = found === undefined ? 'shown-by-none' : 'shown-otherwise'
    return [{ code, path: ['precedence', key, 'shownBy', index, 'example'], args: { word: example, regulation } }]
  })

/** Its own examples come out as they say, and would not if something else led. */
function tried({ key, written, precedence }: WrittenPrecedence): readonly Remark[] {
  const path = ['precedence', key, 'examples']
  const wrong = written.examples.flatMap((example, index): readonly Remark[] => {
    const is = leadersIn(precedence, example)
    return isSame(is, example)
      ? []
      : [{ code: 'leads-otherwise', path: [...path, index, 'leads'], args: { word: is.join(', ') } }]
  })
  const unnoticed = otherLeads(written).filter((leads) =>
    written.examples.every((example) => isSame(leadersIn({ ...precedence, leads }, example), example)),
  )
  return wrong.length > 0 ? wrong : unnoticed.map((leads) => ({ code: 'lead-untried', path, args: { word: wordOf(leads) } }))
}

type Example = PrecedenceInput['examples'][number]

/** Which lead, in their turn. */
function leadersIn(precedence: Pick<Precedence, 'between' | 'leads'>, { of }: Example): readonly string[] {
  const parties = Object.entries(of).map(([regulation, due]) => ({ regulation, due: due === null ? null : day(due) }))
  const weighed = weighPrecedence(precedence, parties) ?? []
  return weighed.filter(({ leads }) => leads).map(({ party }) => party.regulation)
}

const isSame = (leaders: readonly string[], { leads }: Example): boolean => leaders.join() === [leads].flat().join()

/** What could lead instead: another of them, all in turn, or, where each says by which duty, the first that falls due. */
function otherLeads({ leads, between }: PrecedenceInput): readonly Lead[] {
  const canFallDue = between.every(({ duty }) => duty !== undefined)
  const all = [...between.map(({ regulation }) => regulation), 'turns', ...(canFallDue ? ['earliest'] : [])]
  return all.filter((each) => each !== leads).map(leadOf)
}

const wordOf = (lead: Lead): string => (lead.by === 'regulation' ? lead.regulation : lead.by)
