import type { ReactNode } from 'react'
import { useScreenWords } from '../words/language.js'
import { followedWords } from './followed-words.js'

type Head = { readonly id: string; readonly name: string }
type Props = {
  readonly id: string
  readonly title: string
  /** What stands above the columns, right of the units. */
  readonly heads: readonly Head[]
  readonly isOfNumbers?: boolean
  readonly children: ReactNode
}

/** A table of units under its title; it scrolls sideways where it is wider than its place. */
export function FollowedTable({ id, title, heads, isOfNumbers = false, children }: Props) {
  const words = useScreenWords(followedWords)
  return (
    <>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section className="followed-scroll" tabIndex={0} aria-labelledby={id}>
        <table className="matrix followed-table">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              {heads.map((head) => (
                <th key={head.id} scope="col" {...(isOfNumbers && { className: 'matrix-number' })}>
                  {head.name}
                </th>
              ))}
            </tr>
          </thead>
          {children}
        </table>
      </section>
    </>
  )
}
