import { type ReactNode, useRef } from 'react'
import type { BulkTarget } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { PickAll, PickBox, usePickKey } from '../bulk/pick-boxes.js'
import type { Selection } from '../bulk/selection.js'
import { HeadCells } from './matter-cell.js'
import { roles } from './table-roles.js'
import { useRowKeys } from './use-row-keys.js'

type Props = {
  readonly className: string
  readonly caption: string
  readonly heads: readonly string[]
  readonly selection: Selection
  /** What its rows mean, for all at once. */
  readonly targets: readonly BulkTarget[]
  readonly children: ReactNode
}

/** A list of matters of which several are ticked; nothing is ticked in what is past. */
export function PickedTable({ className, caption, heads, selection, targets, children }: Props) {
  const isPast = useIsPast()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  usePickKey(body)
  return (
    <table className={`rows ${className}`} {...roles.table}>
      <caption className="unseen">{caption}</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          {!isPast && (
            <th {...roles.head} className="cell-pick">
              <PickAll selection={selection} targets={targets} />
            </th>
          )}
          <HeadCells names={heads} />
        </tr>
      </thead>
      <tbody ref={body} {...roles.group}>
        {children}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly selection: Selection
  readonly target: BulkTarget
  readonly title: string
  readonly children: ReactNode
}

export function PickedRow({ selection, target, title, children }: RowProps) {
  const isPast = useIsPast()
  return (
    <tr {...roles.row} className={selection.has(target) ? 'row-picked' : ''}>
      {!isPast && (
        <td {...roles.cell} className="cell-pick">
          <PickBox selection={selection} target={target} title={title} />
        </td>
      )}
      {children}
    </tr>
  )
}
