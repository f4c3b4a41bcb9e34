import type { ReactNode } from 'react'
import { Link } from '../link.js'
import { roles } from './table-roles.js'

type Props = {
  readonly id: string
  readonly number: string
  readonly title: string
  /** Beside the number: what kind of matter it is, how it came. */
  readonly children: ReactNode
}

/** The matter a row is about: its title leads to it, and the keys walk from one such link to the next. */
export function MatterCell({ id, number, title, children }: Props) {
  return (
    <td {...roles.cell} className="cell-matter">
      <Link to={`matters/${encodeURIComponent(id)}`} className="row-link" data-row>
        <bdi>{title}</bdi>
      </Link>
      <span className="row-facts">
        <span className="number">{number}</span>
        {children}
      </span>
    </td>
  )
}

/** The names above the columns. */
export function HeadCells({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => (
    <th key={name} {...roles.head}>
      {name}
    </th>
  ))
}
