import type { FollowedPage } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { followedWords } from './followed-words.js'

/** How often each option was given of the answers of each unit. */
export function Ratings({ page: { ratings } }: { readonly page: FollowedPage }) {
  const words = useScreenWords(followedWords)
  const [first] = ratings
  if (first === undefined) return null
  return (
    <>
      <h2 id="followed-ratings">{words.ratings}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section className="followed-scroll" tabIndex={0} aria-labelledby="followed-ratings">
        <table className="matrix followed-table">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              {first.options.map(({ id, name }) => (
                <th key={id} scope="col" className="matrix-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ratings.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                {unit.options.map(({ id, count, isPoor }) => (
                  <td key={id} className={isPoor && count > 0 ? 'matrix-number ledger-late' : 'matrix-number'}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
