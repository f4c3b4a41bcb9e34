import type { ReactNode } from 'react'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { TableHeads } from '../table-heads.js'
import type { Loaded } from '../use-load.js'

type Props<T> = {
  readonly loaded: Loaded<T>
  readonly reload: () => void
  readonly children: (value: T) => ReactNode
}

/** What is shown once it was loaded; before, that it comes, or why not. */
export function Part<T>({ loaded, reload, children }: Props<T>) {
  if (loaded.status === 'loading') return <Waiting lines={8} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} />
  return <>{children(loaded.value)}</>
}

/** A table of the administration, with its heads; on a narrow screen each row is a card. */
export function AdminTable({
  title,
  heads,
  children,
}: {
  readonly title: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <div className="admin-scroll">
      <table className="rows admin-rows">
        <caption className="unseen">{title}</caption>
        <TableHeads heads={heads} />
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
