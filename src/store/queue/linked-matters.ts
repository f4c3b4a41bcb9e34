import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { matterColumns } from '../read-columns.js'
import { linkQuery } from '../search/search-words.js'
import type { Gate, GovernmentId, MatterRow } from '../types.js'

/** The matters that name this number, newest first, as far as the viewer may see them. */
export function mattersNaming(
  query: Query,
  government: GovernmentId,
  { number, gate, limit }: { readonly number: string; readonly gate: Gate; readonly limit: number },
): Promise<MatterRow[]> {
  const values = new Values()
  const hits = `select matter from matter_text where government = ${values.add(government)} and search @@ ${values.add(linkQuery(government, number))}::tsquery`
  const where = visible(government, gate, values)
  return query(
    `select ${matterColumns} from matter m where ${where} and m.matter in (${hits}) order by m.received_at desc, m.matter desc limit ${limit}`,
    values.list,
  )
}
