import { useScreenWords } from '../words/language.js'
import { type Column, changed, moved } from './chosen-columns.js'
import { ledgerFileWords } from './ledger-file-words.js'

type Props = { readonly columns: readonly Column[]; readonly change: (columns: readonly Column[]) => void }

/** Which columns go out, in which order, under which heads. */
export function ColumnList({ columns, change }: Props) {
  const words = useScreenWords(ledgerFileWords)
  return (
    <fieldset className="ledger-file-columns">
      <legend>{words.columns}</legend>
      <ol>
        {columns.map(({ id, name, head, isChosen }, at) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={isChosen}
                aria-label={words.show(name)}
                onChange={(event) => change(changed(columns, id, { isChosen: event.target.checked }))}
              />
              {name}
            </label>
            <input
              type="text"
              aria-label={words.head(name)}
              placeholder={name}
              maxLength={60}
              value={head}
              disabled={!isChosen}
              onChange={(event) => change(changed(columns, id, { head: event.target.value }))}
            />
            <button
              type="button"
              aria-label={words.earlier(name)}
              disabled={at === 0}
              onClick={() => change(moved(columns, id, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={words.later(name)}
              disabled={at === columns.length - 1}
              onClick={() => change(moved(columns, id, 1))}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
