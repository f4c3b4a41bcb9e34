import type { ContainerView } from '../../contract/index.js'
import { isFilled, quorumsIn, type Value } from '../../core/index.js'
import type { Opened } from '../open-matter.js'
import type { Showing } from '../showing.js'
import { clauseViews, holderView, moment, named, personName, roleName } from '../view-parts.js'

type Seen = Pick<Opened, 'given' | 'sight'>

const isShown = ({ sight }: Seen, field: string | null): boolean => field !== null && sight.fields[field]?.as === 'shown'

/** Whose attendance counts, in the regulation's order; nobody for a viewer from whom it is kept who is excused. */
export function attendants(showing: Showing, seen: Seen): ContainerView['people'] {
  const { members, absent } = seen.given.program.regulation.meaning.container
  if (absent !== null && !isShown(seen, absent)) return []
  const { posts, people } = showing.office
  const found = new Map<string, string>()
  for (const role of members)
    for (const post of posts) if (post.role === role && !found.has(post.account)) found.set(post.account, role)
  return [...found].map(([id, role]) => ({
    id,
    name: people.get(id) ?? showing.words.formerPerson,
    roleName: roleName(showing, role),
    mark: absent === null ? null : markOf(showing, seen, absent, id),
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

/** How many must be there; before anybody has counted, of as many as could come. */
export function quorumView(
  seen: Seen,
  facts: Readonly<Record<string, Value>>,
  people: ContainerView['people'],
): ContainerView['quorum'] {
  const { regulation } = seen.given.program
  const [quorum] = quorumsIn(regulation)
  if (quorum === undefined || !isShown(seen, quorum.present) || !isShown(seen, quorum.of)) return null
  const number = (field: string): number | null => {
    const value = facts[field]
    return typeof value === 'number' && isFilled(value) ? value : null
  }
  const of = number(quorum.of) ?? people.length
  const { present } = regulation.meaning.container
  const namesField = isShown(seen, present) ? present : null
  const names = namesField === null ? undefined : facts[namesField]
  return {
    act: quorum.act,
    presentField: quorum.present,
    ofField: quorum.of,
    namesField,
    names: typeof names === 'string' && isFilled(names) ? names : null,
    present: number(quorum.present),
    of,
    needed: Math.floor(of / 2) + 1,
    clauses: clauseViews(regulation, quorum.clause),
  }
}
