import { type ReactNode, useEffect } from 'react'
import type { SlipView } from '../../../contract/index.js'
import { clausesShown } from '../../../core/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { withoutDay } from '../shown/due-text.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useLanguage, useWords } from '../words/language.js'

/** One slip as a paper: number, unit, matter, what is demanded, by when and by which clause. */
export function SlipPage({ path }: { readonly path: string }) {
  const words = useWords()
  const { loaded, reload } = useLoad<SlipView>(useAsked()(path))
  const slip = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${slip === null ? words.loading : words.numbered(slip.name, slip.shown)} · ${words.product}`
  }, [slip, words])
  if (loaded.status === 'loading') return <Waiting lines={10} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const shown = loaded.value
  return (
    <div className="slip">
      <p className="slip-tools no-print">
        <Link to="supervision/slips">{words.supervision.backToSlips}</Link>
        <Link to={`matters/${encodeURIComponent(shown.matter)}`}>{words.supervision.openMatter}</Link>
        <button type="button" className="plain-button" onClick={() => window.print()}>
          {words.supervision.print}
        </button>
      </p>
      <Paper slip={shown} />
    </div>
  )
}

function Paper({ slip }: { readonly slip: SlipView }) {
  const { language, words } = useLanguage()
  const of = words.supervision.slip
  return (
    <article className="paper">
      <p className="paper-head">{slip.government}</p>
      <h1>{slip.name}</h1>
      <p className="paper-number">{slip.shown}</p>
      <table>
        <tbody>
          <Line name={of.to}>{slip.unit.name}</Line>
          <Line name={of.matter}>{slip.title}</Line>
          <Line name={of.matterNumber}>
            <span className="number">{slip.matterNumber}</span>
          </Line>
          <Line name={of.received}>
            <MomentText at={slip.receivedAt} />
          </Line>
          <Line name={of.stated}>
            {slip.stated.length === 0
              ? of.noStated
              : slip.stated.map(({ field, name, value }) => <p key={field}>{words.about(name, value)}</p>)}
          </Line>
          <Line name={of.owed}>
            {slip.duties.length === 0 ? of.noOwed : slip.duties.map((duty) => <Owed key={duty.name} duty={duty} />)}
          </Line>
          <Line name={of.basis}>
            <p>{slip.regulation}</p>
            <p>{clausesShown(slip.clauses, language).join(words.listComma)}</p>
          </Line>
        </tbody>
      </table>
      <div className="paper-sign">
        <p>{slip.by.unitName ?? slip.by.roleName}</p>
        {slip.by.person && <p>{words.about(of.person, slip.by.person)}</p>}
        <p>{slip.issuedOn}</p>
      </div>
    </article>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  )
}

function Owed({ duty }: { readonly duty: SlipView['duties'][number] }) {
  const words = useWords()
  const of = words.supervision.slip
  return (
    <p>
      {words.about(duty.name, '')}
      {duty.dueAt ? (
        <>
          {of.due} <MomentText at={duty.dueAt} />
        </>
      ) : (
        withoutDay(duty, { stopped: words.duties.stopped, undated: of.undated })
      )}
      {duty.workdaysLate > 0 && `${words.listComma}${of.late(duty.workdaysLate)}`}
    </p>
  )
}
