import { Button } from 'antd'
import { useState } from 'react'
import type { SelectionView } from '../../../contract/index.js'
import { Link } from '../link.js'
import { MomentText } from '../shown/moment-text.js'
import { useScreenWords, useWords } from '../words/language.js'
import { isDrawnAgain } from './drawn-again.js'
import { selectionsWords } from './selections-words.js'

type Props = { readonly selection: SelectionView; readonly finish: () => Promise<void> }

/** One that was made: what was chosen among what, and with the seed drawn again where one reads it. */
export function MadeSelection({ selection, finish }: Props) {
  const words = useScreenWords(selectionsWords)
  const { listComma } = useWords()
  const [again, setAgain] = useState<boolean | null>(null)
  const { id, name, at, who, byLot, seed, among, amongCount, chosen, chosenCount } = selection
  const canDraw = byLot && among !== null && chosen.length === chosenCount
  return (
    <article className="made-selection" aria-labelledby={`selection-${id}`}>
      <h3 id={`selection-${id}`}>
        {words.at(id)} · {name} · {words.of(chosenCount, amongCount)}
      </h3>
      <p className="soft">
        <MomentText at={at} /> {who}
      </p>
      <p>{words.chosen}</p>
      <ol>
        {chosen.map((each) => (
          <li key={each.id}>
            <Link to={`matters/${each.id}`}>{each.number}</Link> {!each.isDone && <span className="soft">{words.undone}</span>}
          </li>
        ))}
      </ol>
      {chosen.some(({ isDone }) => !isDone) && <Button onClick={() => void finish()}>{words.finish}</Button>}
      {byLot && (
        <p className="seed">
          {words.seed} <code>{seed}</code>
        </p>
      )}
      {among === null ? (
        <p className="soft">{words.untold}</p>
      ) : (
        <details>
          <summary>{words.numbers(amongCount)}</summary>
          <p className="numbers">{among.join(listComma)}</p>
        </details>
      )}
      {canDraw && (
        <p>
          <Button onClick={() => void isDrawnAgain(selection).then(setAgain)}>{words.again}</Button>{' '}
          <span role="status">{again !== null && (again ? words.same : words.other)}</span>
          <span className="hint"> {words.how}</span>
        </p>
      )}
    </article>
  )
}
