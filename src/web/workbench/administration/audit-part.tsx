import type { AuditPage } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useWords } from '../words/language.js'
import { AuditTable } from './audit-table.js'

type Row = AuditPage['rows'][number]
const asked = ['account', 'kind', 'from', 'to'] as const

/** 审计日志. By person, kind and day, newest first; nobody can change it. */
export function AuditPart() {
  const words = useWords().administration
  const { query } = useAddress()
  const kept = new URLSearchParams(asked.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])))
  const { pages, reload, more, isLoadingMore } = usePages<Row, AuditPage>(`/api/audit?${kept}`)
  const page = pages.status === 'ready' ? pages.page : null
  return (
    <>
      <p className="admin-lead">{words.audit.lead}</p>
      <AuditFilter query={query} page={page} />
      {pages.status === 'loading' && <Waiting lines={8} />}
      {pages.status === 'failed' && <Problem problem={pages.problem} retry={reload} />}
      {page?.rows.length === 0 && <p className="empty">{words.audit.empty}</p>}
      {page && page.rows.length > 0 && <AuditTable title={words.audit.title} rows={page.rows} />}
      {page && <More next={page.next} load={more} isLoading={isLoadingMore} />}
    </>
  )
}

function AuditFilter({ query, page }: { readonly query: URLSearchParams; readonly page: AuditPage | null }) {
  const words = useWords().administration.audit
  const choices = { account: page?.people ?? [], kind: page?.kinds ?? [] }
  return (
    <search className="admin-filter">
      {(['account', 'kind'] as const).map((name) => (
        <label key={name}>
          <span>{words[name]}</span>
          <select
            className="plain-select"
            value={query.get(name) ?? ''}
            onChange={(event) => changeQuery({ [name]: event.target.value })}
          >
            <option value="">{words.all}</option>
            {choices[name].map(({ id, name: shown }) => (
              <option key={id} value={id}>
                {shown}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          <span>{words[name]}</span>
          <input
            className="plain-input"
            type="date"
            value={query.get(name) ?? ''}
            onChange={(event) => changeQuery({ [name]: event.target.value })}
          />
        </label>
      ))}
    </search>
  )
}
