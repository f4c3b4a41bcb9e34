import type { FollowedPage } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { FollowedTable } from './followed-table.js'
import { followedWords } from './followed-words.js'

/** How often each option was given of the answers of each unit. */
export function Ratings({ page: { ratings } }: { readonly page: FollowedPage }) {
  const words = useScreenWords(followedWords)
  const [first] = ratings
  if (first === undefined) return null
  return (
    <FollowedTable id="followed-ratings" title={words.ratings} heads={first.options} isOfNumbers>
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
    </FollowedTable>
  )
}
