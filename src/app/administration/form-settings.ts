import { type Regulation, startingAct } from '../../core/index.js'
import type { Office } from '../office.js'
import type { FormOfKind } from './settings.js'

/** What the office set for the forms of one kind of work. */
export function formOf({ settings, program }: Pick<Office, 'settings' | 'program'>, { id }: Regulation): FormOfKind {
  return settings.forms[id] ?? (id === program.regulation.id ? settings.form : unset)
}

const unset: FormOfKind = { notice: '', order: [], hints: {}, closedChannels: [] }

/** Fields of the portal's form: those an office put in order first, all others where the regulation has them. */
export function orderedFields(regulation: Regulation, order: readonly string[]): readonly string[] {
  const act = startingAct(regulation, 'requester')
  if (act === null) return []
  // Which door a matter came in by is known here; nobody is asked, nor for what staff alone can say of a letter from elsewhere.
  const all = [...new Set([...act.needs, ...act.takes, ...act.needsWhen.flatMap(({ fields }) => fields)])]
  const ids = all.filter((id) => id !== regulation.meaning.channel && regulation.fields[id]?.isForStaff === false)
  return [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))]
}

/** The regulation's hint, and the office's own behind it. */
export const hintWith = (hint: string, own: string | undefined): string =>
  [hint, own ?? ''].filter((each) => each !== '').join(' ')
