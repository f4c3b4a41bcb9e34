import { useEffect } from 'react'
import type { OfficeDutyView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { RefusalText } from '../matter/closed-acts.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { Receipt } from '../shown/receipt.js'
import { useWords } from '../words/language.js'
import { OfficeDutyForm } from './office-duty-form.js'

type Props = { readonly row: OfficeDutyView | null; readonly finish: (name: string) => void }

/** One period that is owed: until when and why that day, and the form by which it is done. */
export function OfficeDutyPage({ row, finish }: Props) {
  const words = useWords()
  const name = row === null ? words.officeDuties.title : `${row.period.name} ${row.duty.name}`
  useEffect(() => {
    document.title = `${name} · ${words.product}`
  }, [name, words])
  return (
    <article className="office-duty">
      <p>
        <Link to="office-duties">‹ {words.officeDuties.back}</Link>
      </p>
      {row === null ? (
        <>
          <h1>{words.officeDuties.title}</h1>
          <p className="empty">{words.officeDuties.gone}</p>
        </>
      ) : (
        <Owed row={row} finish={finish} />
      )}
    </article>
  )
}

function Owed({ row, finish }: { readonly row: OfficeDutyView; readonly finish: (name: string) => void }) {
  const words = useWords()
  const { duty, period } = row
  return (
    <>
      <div className="page-head">
        <h1>
          {duty.name} <span className="office-period">{period.name}</span>
        </h1>
        <DutyBadge duty={duty} />
      </div>
      <p className="office-facts">
        <span>{duty.holder.roleName}</span>
        {duty.dueAt ? (
          <span>
            {words.officeDuties.due} <MomentText at={duty.dueAt} />
          </span>
        ) : (
          <span>{row.discretion === '' ? words.officeDuties.undated : words.officeDuties.by(row.discretion)}</span>
        )}
        <ClauseChips clauses={duty.clauses} />
      </p>
      {row.note !== '' && <p className="note">{row.note}</p>}
      {duty.dueAt && <Receipt duty={duty} />}
      {row.refusal ? (
        <div className="office-closed">
          <RefusalText refusal={row.refusal} />
        </div>
      ) : (
        <OfficeDutyForm row={row} finish={finish} />
      )}
    </>
  )
}
