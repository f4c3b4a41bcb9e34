import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { CandidatesView, SelectionRequest } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { selectionsWords } from './selections-words.js'

type Candidates = CandidatesView['candidates']

type ChoiceProps = {
  readonly byLot: boolean
  readonly found: Candidates
  readonly choose: (how: Pick<SelectionRequest, 'amount' | 'numbers'>) => Promise<void>
}

/** How many the lot draws, or which are chosen. */
export function Choice({ byLot, found, choose }: ChoiceProps) {
  const words = useScreenWords(selectionsWords)
  const id = useId()
  const [amount, setAmount] = useState('1')
  const [marked, setMarked] = useState<readonly string[]>([])
  const [isSent, setSent] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    // What is no number of matters is not sent: the answer says which would be.
    await choose(byLot ? (/^[1-9]\d{0,5}$/.test(amount) ? { amount: Number(amount) } : {}) : { numbers: marked.slice() })
    setSent(false)
  }
  if (found.length === 0) return <p className="empty">{words.none}</p>
  return (
    <form className="room-form" noValidate onSubmit={(event) => void send(event)}>
      {byLot ? <Listed found={found} /> : <Marked found={found} marked={marked} setMarked={setMarked} />}
      {byLot && (
        <div className="field">
          <label htmlFor={`${id}-amount`}>{words.amount}</label>
          <input
            className="plain-input"
            id={`${id}-amount`}
            type="number"
            min={1}
            max={found.length}
            required
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
          />
        </div>
      )}
      <p className="hint">{words.isFinal}</p>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isSent} disabled={!byLot && marked.length === 0}>
          {byLot ? words.draw : words.choose}
        </Button>
      </div>
    </form>
  )
}

function Listed({ found }: Pick<ChoiceProps, 'found'>) {
  const words = useScreenWords(selectionsWords)
  return (
    <details>
      <summary>{words.among(found.length)}</summary>
      <ul className="candidates">
        {found.map(({ number, title }) => (
          <li key={number}>
            {number} {title}
          </li>
        ))}
      </ul>
    </details>
  )
}

type MarkedProps = Pick<ChoiceProps, 'found'> & {
  readonly marked: readonly string[]
  readonly setMarked: (marked: readonly string[]) => void
}

function Marked({ found, marked, setMarked }: MarkedProps) {
  const words = useScreenWords(selectionsWords)
  return (
    <fieldset className="field field-wide">
      <legend>
        {words.which} · {words.among(found.length)}
      </legend>
      <ul className="candidates">
        {found.map(({ number, title }) => (
          <li key={number}>
            <label>
              <input
                type="checkbox"
                checked={marked.includes(number)}
                onChange={({ target }) =>
                  setMarked(target.checked ? [...marked, number] : marked.filter((each) => each !== number))
                }
              />{' '}
              {number} {title}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
