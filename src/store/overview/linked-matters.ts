import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { matterColumns } from '../read-columns.js'
import { linkLine, linkQuery, textWords } from '../search/search-words.js'
import type { Gate, GovernmentId, MatterRow } from '../types.js'

/** The matters that name this number, newest first, as far as the viewer may see them. */
export function mattersNaming(
  query: Query,
  government: GovernmentId,
  { number, gate, limit }: { readonly number: string; readonly gate: Gate; readonly limit: number },
): Promise<MatterRow[]> {
  const values = new Values()
  // Where no index answers, the lines are read before they are cut.
  const hits = `select t.matter from matter_text t where t.government = ${values.add(government)} and strpos(t.known, ${values.add(linkLine(number))}::text) > 0
    and ${textWords} @@ ${values.add(linkQuery(government, number))}::tsquery`
  const where = visible(government, gate, values)
  return query(
    `select ${matterColumns} from matter m where ${where} and m.matter in (${hits}) order by m.received_at desc, m.matter desc limit ${limit}`,
    values.list,
  )
}
