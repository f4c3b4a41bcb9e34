import type { DutyView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { DueText } from '../shown/due-text.js'
import { DutyBadge } from '../shown/duty-badge.js'
import { MomentText } from '../shown/moment-text.js'
import { Receipt } from '../shown/receipt.js'
import { useWords } from '../words/language.js'

/** A duty with its day strip and its receipt: why it is this day. */
export function DutyCard({ duty }: { readonly duty: DutyView }) {
  const words = useWords()
  return (
    <article className={`duty duty-${duty.status}`} aria-label={duty.name}>
      <div className="duty-head">
        <h3>
          {duty.name} {duty.itemName !== null && <span className="act-unit">{duty.itemName}</span>}
        </h3>
        <span className="duty-holder">{duty.holder.unitName ?? duty.holder.roleName}</span>
        <DutyBadge duty={duty} />
        <ClauseChips clauses={duty.clauses} />
        <span className="duty-due">
          <DueText duty={duty} />
          {duty.metAt && (
            <>
              {(duty.dueAt !== null || duty.discretion !== null) && words.clauseComma}
              {duty.status === 'lapsed' ? words.duties.lapsed : words.duties.met} <MomentText at={duty.metAt} />
            </>
          )}
        </span>
      </div>
      <DutyMarks duty={duty} />
      {hasReceipt(duty) && <Receipt duty={duty} />}
    </article>
  )
}

/** Without a day there is nothing to account for; a clock that stands still is accounted for. */
const hasReceipt = ({ status, dueAt }: DutyView): boolean => status !== 'cancelled' && (dueAt !== null || status === 'paused')

/** What else there is to say of how it stands. */
export function DutyMarks({ duty }: { readonly duty: DutyView }) {
  const words = useWords()
  const marks = [
    duty.isHeld ? words.duties.held : '',
    duty.isProvisional ? words.duties.provisional : '',
    duty.extensions > 0 ? words.duties.extended(duty.extensions) : '',
    duty.deducted > 0 ? words.duties.deducted(duty.deducted) : '',
    duty.criticisms > 0 ? words.duties.criticised(duty.criticisms) : '',
  ].filter((mark) => mark !== '')
  return marks.length === 0 ? null : <p className="duty-marks">{marks.join(words.listComma)}</p>
}
