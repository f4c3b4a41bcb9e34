import type { DisposalPage, DisposalView } from '../../../contract/index.js'
import { AdminTable } from '../administration/part.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useScreenWords } from '../words/language.js'
import { retentionWords } from './retention-words.js'

/** 销毁登记. What was decided, by whom and why: it is kept for ever. */
export function RegisterPart() {
  const words = useScreenWords(retentionWords)
  const { pages, reload, more, isLoadingMore } = usePages<DisposalView, DisposalPage>('/api/retention/disposals?decided=yes')
  if (pages.status === 'loading') return <Waiting lines={8} />
  if (pages.status === 'failed') return <Problem problem={pages.problem} retry={reload} />
  const { rows, next } = pages.page
  if (rows.length === 0) return <p className="empty">{words.noneDecided}</p>
  return (
    <>
      <AdminTable
        title={words.parts.decided}
        heads={[words.number, words.what, words.reason, words.keep, words.by, words.decided]}
      >
        {rows.map(({ id, number, what, reason, class: of, term, proposed, agreed, decided }) => (
          <tr key={id}>
            <td className="number">{number}</td>
            <td>{words.whats[what]}</td>
            <td>{reason}</td>
            <td>{[of, term].filter(Boolean).join(' · ')}</td>
            <td>
              {proposed.by.name} <span className="soft number">{proposed.at.shown}</span>
            </td>
            <td>
              {agreed !== null && (
                <p>
                  <b>{words.approved}</b> {agreed.by.name} <span className="soft number">{agreed.at.shown}</span> {agreed.reason}
                </p>
              )}
              {decided !== null && (
                <>
                  <b>{decided.isApproved ? words.approved : words.notApproved}</b> {decided.by.name}{' '}
                  <span className="soft number">{decided.at.shown}</span> {decided.reason}
                </>
              )}
            </td>
          </tr>
        ))}
      </AdminTable>
      <More next={next} load={more} isLoading={isLoadingMore} />
    </>
  )
}
