import type { AuditRowView } from '../../../contract/index.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { AdminTable } from './part.js'

/** Entries of the log. */
export function AuditTable({ title, rows }: { readonly title: string; readonly rows: readonly AuditRowView[] }) {
  const { audit } = useWords().administration
  return (
    <AdminTable title={title} heads={[audit.when, audit.who, audit.what, audit.detail, audit.address]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <MomentText at={row.at} />
          </td>
          <td>{row.who.name}</td>
          <td>
            <b>{row.kind.name}</b> {row.about !== row.who.name && row.about}
          </td>
          <td>
            {row.parts.map(({ name, value }) => (
              <span key={name} className="admin-detail">
                <span className="soft">{name}</span> {value}
              </span>
            ))}
          </td>
          <td>{row.address}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
