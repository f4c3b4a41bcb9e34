import type { Payload } from '../values/value.js'
import type { Act, Name, Regulation, UsualRun } from './regulation.js'

/** The acts that a name stands for, in their order: an act for itself, a usual run for those it joins; none where nothing has that name. */
export function actsNamed({ acts, usualRuns }: Regulation, id: string): readonly Act[] {
  const run = usualRuns[id]
  return (run?.acts ?? [id]).flatMap((each) => acts[each] ?? [])
}

/** What an act or a usual run is called; undefined where nothing has that id. */
export const nameOfAct = ({ acts, usualRuns }: Regulation, id: string): Name | undefined => (usualRuns[id] ?? acts[id])?.name

/** What an act of a run states of all that was stated: its own fields. What is nobody's goes to the first, which refuses it. */
export function statedIn(run: UsualRun, act: Act, { acts }: Regulation, stated: Payload): Payload {
  const own = new Set(fieldsOf(act))
  const all = new Set(run.acts.flatMap((id) => (acts[id] === undefined ? [] : fieldsOf(acts[id]))))
  const isFirst = run.acts[0] === act.id
  return Object.fromEntries(Object.entries(stated).filter(([field]) => own.has(field) || (isFirst && !all.has(field))))
}

/** All that an act may state; one of an assignment names the share it is about. */
const fieldsOf = ({ needs, takes, needsWhen, of }: Act): readonly string[] => [
  ...needs,
  ...takes,
  ...needsWhen.flatMap(({ fields }) => fields),
  ...(of === 'assignment' ? ['unit'] : []),
  ...(of === 'item' ? ['item'] : []),
]
