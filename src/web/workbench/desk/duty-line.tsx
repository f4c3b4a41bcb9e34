import type { MouseEvent } from 'react'
import type { BulkTarget, DutyRow } from '../../../contract/index.js'
import { PickBox } from '../bulk/pick-boxes.js'
import type { Selection } from '../bulk/selection.js'
import { Link } from '../link.js'
import { notesWords } from '../notes/notes-words.js'
import { useSignedIn } from '../session.js'
import { AlertMark } from '../shown/alert-mark.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useScreenWords, useWords } from '../words/language.js'
import type { Words } from '../words/zh.js'

/** The duty is a unit's: its share is meant. */
const targetOf = ({ matter, unit }: DutyRow): BulkTarget => ({ matter, unit: unit?.id ?? null })

export const rowId = ({ matter, key }: Pick<DutyRow, 'matter' | 'key'>): string => `${matter}~${key}`

type Props = {
  readonly row: DutyRow
  readonly isChosen: boolean
  readonly choose: (row: DutyRow) => void
  /** A click shows the matter beside the list; else it opens it. */
  readonly hasPreview: boolean
  readonly isUnitShown: boolean
  readonly hasDraft: (matter: string) => boolean
  /** Rows that are ticked; null: nothing can be done to several. */
  readonly selection: Selection | null
}

/** What is owed, in two lines: what it is about and how pressing; where it comes from and what to do. The whole row opens. */
export function DutyLine({ row, isChosen, choose, hasPreview, isUnitShown, hasDraft, selection }: Props) {
  const words = useWords()
  const noted = useScreenWords(notesWords)
  const { account } = useSignedIn()
  const pick = (event: MouseEvent<HTMLAnchorElement>): void => {
    choose(row)
    // A key on the link opens the matter; the mouse looks at it first.
    if (hasPreview && event.detail > 0) event.preventDefault()
  }
  const facts = [
    row.kind?.name,
    isUnitShown ? row.unit?.name : undefined,
    row.category?.name,
    row.channel?.name,
    row.number.slice(-4),
    row.keeper === null ? undefined : row.keeper.id === account.id ? noted.keptByMe : noted.keptBy(row.keeper.name),
  ]
  const ticked =
    selection === null ? '' : selection.has(targetOf(row)) ? ' duty-line-tickable duty-line-ticked' : ' duty-line-tickable'
  return (
    <li className={`duty-line duty-line-${row.status}${ticked}`} aria-current={isChosen ? 'true' : undefined}>
      {selection && <PickBox selection={selection} target={targetOf(row)} title={row.title} />}
      <Link
        to={`matters/${encodeURIComponent(row.matter)}?duty=${encodeURIComponent(row.key)}`}
        className="duty-link"
        data-row={rowId(row)}
        onClick={pick}
        onFocus={() => choose(row)}
      >
        <bdi>{row.title}</bdi>
      </Link>
      <span className="duty-when">
        {hasDraft(row.matter) && <span className="draft-mark">{words.draft.mark}</span>}
        {row.alert && <AlertMark alert={row.alert} />}
        <span className="duty-figure">{figureOf(row, words)}</span>
      </span>
      <span className="duty-facts">{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
      <span className="duty-do">
        <span className="duty-name">
          {row.name} {row.itemName !== null && <bdi className="act-unit">{row.itemName}</bdi>}
        </span>
        <ClauseChips clauses={row.clauses} />
      </span>
    </li>
  )
}

/** How long it has waited, or how much time is left or lost. */
function figureOf(
  { status, workdaysLeft, workdaysLate, workdaysOpen, isHeld, isSoft = false }: DutyRow,
  { desk, duties }: Words,
): string {
  if (status === 'paused') return desk.paused
  if (status === 'overdue') return workdaysLate > 0 ? desk.late(workdaysLate) : desk.lateToday
  if (isHeld) return desk.held
  if (workdaysLeft === null) return workdaysOpen === 0 ? desk.today : desk.waited(workdaysOpen)
  const left = workdaysLeft <= 0 ? desk.lastDay : desk.left(workdaysLeft)
  return isSoft ? duties.asRule(left) : left
}
