import type { ContainerView } from '../../contract/index.js'
import { amountIn, chairOf, derive, isFilled, namesIn, quorumsIn, type Value } from '../../core/index.js'
import type { Opened } from '../matter/open-matter.js'
import { clauseViews, holderView, moment, named, personName, roleName } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import type { Showing } from '../showing.js'

type Facts = Readonly<Record<string, Value>>
type Seen = Pick<Opened, 'given' | 'sight'>

const isShown = ({ sight }: Seen, field: string | null): boolean => field !== null && sight.fields[field]?.as === 'shown'

/** Whose attendance counts, in the regulation's order; nobody for a viewer from whom it is kept who is excused. */
export function attendants(showing: Showing, seen: Seen, facts: Facts): ContainerView['people'] {
  const { fields, meaning } = seen.given.program.regulation
  const { members, absent, present } = meaning.container
  if (absent !== null && !isShown(seen, absent)) return []
  const { posts, people } = showing.office
  const found = new Map<string, string>()
  for (const role of members)
    for (const post of posts) if (post.role === role && !found.has(post.account)) found.set(post.account, role)
  const isListed = present !== null && fields[present]?.type === 'people' && isShown(seen, present)
  const here = isListed && isFilled(facts[present]) ? namesIn(facts[present]) : null
  return [...found].map(([id, role]) => ({
    id,
    name: people.get(id) ?? showing.words.formerPerson,
    roleName: roleName(showing, role),
    mark: absent === null ? null : markOf(showing, seen, absent, id),
    isHere: here?.includes(id) ?? null,
  }))
}

/** The last act that named this person as absent. */
function markOf(showing: Showing, { given }: Seen, absent: string, person: string): ContainerView['people'][number]['mark'] {
  const found = given.events.findLast((event) => event.kind === 'act' && event.with[absent] === person)
  if (found?.kind !== 'act') return null
  const { name } = named(showing, found.act, given.program.regulation.acts[found.act]?.name)
  return { name, at: moment(found.at, given.calendar.zone) }
}

/** 主持. Who did the act that asks for more than half, and when; null: it has not been opened, or nothing asks for that. */
export function openedBy(showing: Showing, { given }: Seen): ContainerView['opened'] {
  const { regulation } = given.program
  const [quorum] = quorumsIn(regulation)
  const found = given.events.findLast((event) => event.kind === 'act' && event.act === quorum?.act)
  if (found?.kind !== 'act') return null
  const { by, at } = found
  return {
    name: named(showing, found.act, regulation.acts[found.act]?.name).name,
    at: moment(at, given.calendar.zone),
    by: { ...holderView(showing, by.role, by.unit, at), person: personName(showing, by) },
  }
}

/** Who is to take the chair, by what was decided of it so far. */
export function chairView(showing: Showing, { given }: Seen): ContainerView['chair'] {
  const role = chairOf(given)
  if (role === null) return null
  const { posts, people } = showing.office
  const [holder, ...others] = new Set(posts.filter((post) => post.role === role).map(({ account }) => account))
  const isOne = holder !== undefined && others.length === 0
  return { roleName: roleName(showing, role), person: isOne ? (people.get(holder) ?? null) : null }
}

/** 到会情况, for a paper: who takes the chair, and whose attendance counts; nobody where a matter holds no others. */
export type Attended = { readonly chair: string; readonly people: ContainerView['people'] }

export function attendedBy(showing: Showing, seen: Seen): Attended {
  const chair = chairView(showing, seen)
  const people = attendants(showing, seen, derive(seen.given).facts)
  return { chair: openedBy(showing, seen)?.by.person ?? chair?.person ?? chair?.roleName ?? '', people }
}

/** How many must be there; before anybody has counted, of as many as could come. */
export function quorumView(showing: Showing, seen: Seen, facts: Facts, people: ContainerView['people']): ContainerView['quorum'] {
  const { regulation } = seen.given.program
  const [quorum] = quorumsIn(regulation)
  if (quorum === undefined || !isShown(seen, quorum.present) || !isShown(seen, quorum.of)) return null
  const amount = (field: string): number | null => (isFilled(facts[field]) ? amountIn(facts[field]) : null)
  const of = amount(quorum.of) ?? people.length
  const { present } = regulation.meaning.container
  const naming = isShown(seen, present) ? regulation.fields[present ?? ''] : undefined
  const names = naming === undefined ? '' : valueText(showing, naming, facts[naming.id])
  return {
    act: quorum.act,
    presentField: quorum.present,
    ofField: quorum.of,
    namesField: naming?.id ?? null,
    names: names === '' ? null : names,
    present: amount(quorum.present),
    of,
    needed: Math.floor(of / 2) + 1,
    clauses: clauseViews(regulation, quorum.clause),
  }
}
