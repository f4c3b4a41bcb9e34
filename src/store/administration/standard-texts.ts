import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import type { GovernmentId } from '../types.js'
import { changedMeanwhile } from './changed-meanwhile.js'
import type { NewStandardText, StandardText } from './types.js'

const columns = 'id, act, field, title, body, xmin::text::bigint as revision'

/** Those for an act and a field, and those for all acts or all fields. */
export function listStandardTexts(
  query: Query,
  government: GovernmentId,
  { act, field }: { readonly act?: string; readonly field?: string } = {},
): Promise<StandardText[]> {
  const values = new Values()
  const conditions = [`government = ${values.add(government)}`]
  if (act !== undefined) conditions.push(`act in ('', ${values.add(act)})`)
  if (field !== undefined) conditions.push(`field in ('', ${values.add(field)})`)
  return query(`select ${columns} from standard_text where ${conditions.join(' and ')} order by title, id`, values.list)
}

export async function addStandardText(query: Query, government: GovernmentId, text: NewStandardText): Promise<number> {
  const rows = await query<{ id: number }>(
    'insert into standard_text (government, act, field, title, body) values ($1, $2, $3, $4, $5) returning id',
    [government, text.act, text.field, text.title, text.body],
  )
  return rows[0]?.id ?? 0
}

/** Answers the text as it was; somebody else's change in between is an error. */
export async function changeStandardText(query: Query, government: GovernmentId, text: StandardText): Promise<StandardText> {
  const before = await lockedText(query, government, text)
  await query('update standard_text set act = $3, field = $4, title = $5, body = $6 where government = $1 and id = $2', [
    government,
    text.id,
    text.act,
    text.field,
    text.title,
    text.body,
  ])
  return before
}

export async function removeStandardText(
  query: Query,
  government: GovernmentId,
  asked: Pick<StandardText, 'id' | 'revision'>,
): Promise<StandardText> {
  const before = await lockedText(query, government, asked)
  await query('delete from standard_text where government = $1 and id = $2', [government, asked.id])
  return before
}

async function lockedText(
  query: Query,
  government: GovernmentId,
  { id, revision }: Pick<StandardText, 'id' | 'revision'>,
): Promise<StandardText> {
  const rows = await query<StandardText>(`select ${columns} from standard_text where government = $1 and id = $2 for update`, [
    government,
    id,
  ])
  return changedMeanwhile(rows[0], revision)
}
