import type { ChangedMatters } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { CountedTable } from './counted-table.js'

/** Of a closed span: the matters by which its figure would be another one now. */
export function ChangedPart({ query }: { readonly query: URLSearchParams }) {
  const words = useWords().statistics
  const { loaded, reload } = useLoad<ChangedMatters>(`/api/statistics/changes?${query}`)
  return (
    <section className="panel" aria-labelledby="changed-since">
      <h2 id="changed-since">{words.changed}</h2>
      {loaded.status === 'loading' && <Waiting lines={3} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && <Changes changed={loaded.value} />}
    </section>
  )
}

function Changes({ changed: { joined, left, isCapped } }: { readonly changed: ChangedMatters }) {
  const words = useWords().statistics
  if (joined.length + left.length === 0) return <p className="soft">{words.unchanged}</p>
  return (
    <>
      {joined.length > 0 && <h3>{words.joined(joined.length)}</h3>}
      {joined.length > 0 && <CountedTable rows={joined} caption={words.joined(joined.length)} />}
      {left.length > 0 && <h3>{words.left(left.length)}</h3>}
      {left.length > 0 && <CountedTable rows={left} caption={words.left(left.length)} />}
      {isCapped && <p className="soft">{words.changedCapped}</p>}
    </>
  )
}
