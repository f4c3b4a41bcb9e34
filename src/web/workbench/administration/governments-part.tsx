import { useState } from 'react'
import type { AccountLinkView, FurtherGovernments } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useScreenWords } from '../words/language.js'
import { AccountLink } from './account-link.js'
import { FurtherForm } from './further-form.js'
import { governmentsWords } from './governments-words.js'
import { AdminTable, Part } from './part.js'

type Done = { readonly name: string; readonly link: AccountLinkView }

/** 各地. The governments here; a further one is asked for by one administrator and confirmed by another. */
export function GovernmentsPart() {
  const words = useScreenWords(governmentsWords)
  const { loaded, reload } = useLoad<FurtherGovernments>('/api/administration/governments')
  const [done, setDone] = useState<Done | null>(null)
  return (
    <Part loaded={loaded} reload={reload}>
      {(found) => (
        <>
          {done && (
            <>
              <p role="status">{words.done(done.name)}</p>
              <AccountLink link={done.link} name={done.name} lead={words.linkLead} close={() => setDone(null)} />
            </>
          )}
          <section className="admin-block">
            <h2>{words.here}</h2>
            <p className="soft">{words.lead}</p>
            <Governments governments={found.governments} />
          </section>
          <FurtherForm
            key={JSON.stringify(found.asked)}
            found={found}
            done={(name, link) => {
              setDone(link === null ? null : { name, link })
              reload()
            }}
          />
        </>
      )}
    </Part>
  )
}

function Governments({ governments }: Pick<FurtherGovernments, 'governments'>) {
  const words = useScreenWords(governmentsWords)
  return (
    <AdminTable title={words.here} heads={[words.name, words.address, words.hosts]}>
      {governments.map(({ id, name, hosts, isOwn, isRehearsal }) => (
        <tr key={id}>
          <th scope="row" data-head={words.name}>
            {name}
            {isOwn && <span className="soft"> · {words.own}</span>}
            {isRehearsal && <span className="soft"> · {words.rehearsal}</span>}
          </th>
          <td data-head={words.address}>
            <a href={`/${id}`}>/{id}</a>
          </td>
          <td data-head={words.hosts}>{hosts.join(' ') || '—'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
