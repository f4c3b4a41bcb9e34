import type { ReactNode } from 'react'
import type { WhatIfRun } from '../../../contract/index.js'
import { AdminTable } from '../administration/part.js'
import { Link } from '../link.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

type Tally = WhatIfRun['matters']

/** What a replay counts, while it runs and when it is done. */
export function WhatIfResult({ run }: { readonly run: WhatIfRun }) {
  const { whatIf } = useWords().regulations
  const { matters } = run
  return (
    <section className="regulation-block what-if-result">
      <h2>{whatIf.status[run.status]}</h2>
      <p role="status" className="number">
        {whatIf.progress(run.done, run.total)}
      </p>
      {run.status === 'running' && <progress max={Math.max(1, run.total)} value={run.done} aria-label={whatIf.status.running} />}
      {run.isCapped && <p className="refusal">{whatIf.capped}</p>}
      <dl className="what-if-sums">
        <Sum name={`${whatIf.matters} · ${whatIf.before}`} value={matters.before} />
        <Sum name={`${whatIf.matters} · ${whatIf.after}`} value={matters.after} />
        <Sum name={whatIf.worse} value={matters.worse} look="sum-worse" />
        <Sum name={whatIf.better} value={matters.better} look="sum-better" />
      </dl>
      <p className="soft">
        {whatIf.moved(run.moved)}
        {run.notGranted > 0 && <> · {whatIf.notGranted(run.notGranted)}</>}
      </p>
      <Tallies title={whatIf.byUnit} head={whatIf.unit} rows={run.units.map(({ unit, ...tally }) => ({ ...tally, of: unit }))} />
      <Tallies title={whatIf.byDuty} head={whatIf.duty} rows={run.duties.map(({ duty, ...tally }) => ({ ...tally, of: duty }))} />
      <Rungs run={run} />
      <Examples run={run} />
      <p className="soft">{whatIf.note}</p>
    </section>
  )
}

const Sum = ({ name, value, look = '' }: { readonly name: string; readonly value: number; readonly look?: string }) => (
  <div className={value === 0 ? '' : look}>
    <dt>{name}</dt>
    <dd className="number">{value}</dd>
  </div>
)

type Row = Tally & { readonly of: { readonly id: string; readonly name: string } }

function Tallies({ title, head, rows }: { readonly title: string; readonly head: string; readonly rows: readonly Row[] }) {
  const { whatIf } = useWords().regulations
  const told = rows.filter(({ before, after }) => before > 0 || after > 0)
  if (told.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <AdminTable title={title} heads={[head, whatIf.before, whatIf.after, whatIf.worse, whatIf.better]}>
        {told.map(({ of, before, after, worse, better }) => (
          <tr key={of.id}>
            <td>{of.name}</td>
            <Figure head={whatIf.before}>{before}</Figure>
            <Figure head={whatIf.after}>{after}</Figure>
            <Figure head={whatIf.worse}>{worse}</Figure>
            <Figure head={whatIf.better}>{better}</Figure>
          </tr>
        ))}
      </AdminTable>
    </>
  )
}

/** On a narrow screen, where each row is a card, its head stands beside it. */
const Figure = ({ head, children }: { readonly head: string; readonly children: ReactNode }) => (
  <td className="number">
    <span className="narrow-label">{head} </span>
    {children}
  </td>
)

function Rungs({ run }: { readonly run: WhatIfRun }) {
  const { whatIf } = useWords().regulations
  if (run.rungs.length === 0) return null
  return (
    <>
      <h3>{whatIf.byRung}</h3>
      <AdminTable title={whatIf.byRung} heads={[whatIf.duty, whatIf.rung, whatIf.before, whatIf.after]}>
        {run.rungs.map(({ duty, rung, before, after }) => (
          <tr key={`${duty.id}/${rung}`}>
            <td>{duty.name}</td>
            <td>{rung}</td>
            <Figure head={whatIf.before}>{before}</Figure>
            <Figure head={whatIf.after}>{after}</Figure>
          </tr>
        ))}
      </AdminTable>
    </>
  )
}

function Examples({ run }: { readonly run: WhatIfRun }) {
  const { whatIf } = useWords().regulations
  if (run.examples.length === 0) return run.status === 'done' ? <p className="soft">{whatIf.noChange}</p> : null
  return (
    <>
      <h3>{whatIf.examples}</h3>
      <AdminTable
        title={whatIf.examples}
        heads={[whatIf.matter, whatIf.duty, whatIf.unit, whatIf.before, whatIf.after, whatIf.result]}
      >
        {run.examples.map((each) => (
          <tr key={`${each.id}/${each.duty}/${each.unit}`}>
            <td>
              <Link to={`matters/${each.id}`}>{each.title}</Link>
            </td>
            <td>{each.duty}</td>
            <td>{each.unit}</td>
            <td>
              {each.before && (
                <>
                  <span className="narrow-label">{whatIf.before} </span>
                  <MomentText at={each.before} />
                </>
              )}
            </td>
            <td>
              {each.after && (
                <>
                  <span className="narrow-label">{whatIf.after} </span>
                  <MomentText at={each.after} />
                </>
              )}
            </td>
            <td>
              <b className={each.isWorse ? 'mark mark-bad' : 'mark mark-good'}>
                {each.isWorse ? whatIf.wouldBeLate : whatIf.noLonger}
              </b>
              {each.why.map((reason) => (
                <p className="soft" key={reason}>
                  {reason}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </AdminTable>
    </>
  )
}
