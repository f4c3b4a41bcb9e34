import type { SupervisionBoard } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { isSharedOut } from './is-shared-out.js'
import type { Place } from './place.js'

type Props = { readonly board: SupervisionBoard; readonly place: Place; readonly go: (place: Place) => void }

/** Units by rungs; each number opens the matters it counts. Rungs on which nothing stands are left out. */
export function UnitMatrix({ board, place, go }: Props) {
  const words = useWords()
  const rungs = board.rungs.filter(({ count }) => count > 0)
  return (
    <section className="board-units" aria-labelledby="board-units">
      <h2 id="board-units">{words.supervision.units}</h2>
      {isSharedOut(board) && <p className="soft">{words.supervision.each}</p>}
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{words.supervision.unit}</th>
              {rungs.map(({ id, name, alert }) => (
                <th key={id} scope="col" className={`matrix-number rung-${alert?.colour ?? id}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                {rungs.map(({ id, name }) => {
                  const count = unit.counts.find(({ rung }) => rung === id)?.count ?? 0
                  const isNow = place.rung === id && place.unit === unit.id
                  return (
                    <td key={id} className="matrix-number">
                      {count === 0 ? (
                        <span className="matrix-none">0</span>
                      ) : (
                        <button
                          type="button"
                          aria-pressed={isNow}
                          aria-label={words.supervision.open(unit.name, name, count)}
                          onClick={() => go({ rung: id, unit: isNow ? null : unit.id })}
                        >
                          {count}
                        </button>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
