import type { OwnAccount } from '../../../contract/index.js'
import { AuditTable } from '../administration/audit-table.js'
import { useWords } from '../words/language.js'

/** What stands in the log about one's own account: also what others did to it. */
export function OwnLog({ own }: { readonly own: OwnAccount }) {
  const words = useWords().own
  return (
    <section aria-labelledby="own-log">
      <h2 id="own-log">{words.log}</h2>
      <p className="soft">{words.logLead}</p>
      <AuditTable title={words.log} rows={own.log} />
    </section>
  )
}
