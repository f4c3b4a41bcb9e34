import type { OfficeRound } from '../../../contract/index.js'
import { Link } from '../link.js'
import { HeadCells } from '../list/matter-cell.js'
import { roles } from '../list/table-roles.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { withoutDay } from '../shown/due-text.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'
import { standingOf } from './standing.js'

/** Rounds done and missed, newest first. */
export function RoundTable({ rounds }: { readonly rounds: readonly OfficeRound[] }) {
  const words = useWords().officeDuties
  return (
    <table className="rows round-rows" {...roles.table}>
      <caption className="unseen">{words.caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <HeadCells names={[words.round, words.duty, words.due, words.how]} />
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rounds.map((round) => (
          <RoundLine key={round.matter} round={round} />
        ))}
      </tbody>
    </table>
  )
}

function RoundLine({ round }: { readonly round: OfficeRound }) {
  const words = useWords()
  const standing = standingOf(round)
  return (
    <tr {...roles.row} className={`row-${round.status}`}>
      <td {...roles.cell} className="cell-round">
        <b>{round.round.name}</b>
        <span className={`round-standing round-${standing}`}>{words.officeDuties.standing[standing]}</span>
      </td>
      <td {...roles.cell} className="cell-matter">
        <Link to={`matters/${encodeURIComponent(round.matter)}`} className="row-link">
          {round.name}
        </Link>{' '}
        <ClauseChips clauses={round.clauses} />
        <span className="row-facts">{round.holder.roleName}</span>
      </td>
      <td {...roles.cell} className="cell-due">
        {round.dueAt ? (
          <MomentText at={round.dueAt} />
        ) : (
          <span className="soft">
            {withoutDay(round, { stopped: words.duties.stopped, undated: words.officeDuties.undated })}
          </span>
        )}
        {round.workdaysLate > 0 && <span className="round-lateness">{words.duties.late(round.workdaysLate)}</span>}
      </td>
      <td {...roles.cell} className="cell-how">
        {round.metAt ? <MomentText at={round.metAt} /> : <span className="soft">{words.officeDuties.notYet}</span>}
      </td>
    </tr>
  )
}
