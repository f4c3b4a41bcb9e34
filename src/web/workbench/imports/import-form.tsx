import type { ImportPreviewView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { type Choices, columnOf, sameOf } from './import-choices.js'

type Props = {
  readonly preview: ImportPreviewView
  readonly choices: Choices
  readonly change: (more: Partial<Choices>) => void
}

/** How the file is read: what was found, to be put right. */
export function ImportForm({ preview, choices, change }: Props) {
  const words = useWords().imports
  return (
    <fieldset className="import-how">
      <legend>{words.how}</legend>
      {preview.kinds.length > 0 && (
        <label>
          {words.kind}
          <select
            value={choices.kind || preview.kind}
            onChange={(event) => change({ kind: event.target.value, mapping: '', map: {}, set: {} })}
          >
            {preview.kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {preview.mappings.length > 0 && (
        <label>
          {words.mapping}
          <select
            value={choices.mapping}
            onChange={(event) => change({ mapping: event.target.value, kind: '', map: {}, set: {} })}
          >
            <option value="">{words.noMapping}</option>
            {preview.mappings.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <Text name={words.head} hint={words.headHint} value={choices.head} change={(head) => change({ head })} />
      <Text name={words.sheet} hint={words.sheetHint} value={choices.sheet} change={(sheet) => change({ sheet })} />
      {preview.heads.length > 0 && <Columns preview={preview} choices={choices} change={change} />}
      <Text name={words.saveAs} hint={words.saveAsHint} value={choices.saveAs} change={(saveAs) => change({ saveAs })} />
      <label className="import-tick">
        <input
          type="checkbox"
          checked={choices.takesAutomatic}
          onChange={(event) => change({ takesAutomatic: event.target.checked })}
        />
        {words.automatic}
      </label>
      <label className="import-tick">
        <input
          type="checkbox"
          checked={choices.isAccepting}
          onChange={(event) => change({ isAccepting: event.target.checked })}
        />
        {words.accept}
      </label>
    </fieldset>
  )
}

type TextProps = { readonly name: string; readonly hint: string; readonly value: string; readonly change: (text: string) => void }

const Text = ({ name, hint, value, change }: TextProps) => (
  <label>
    {name} <small className="soft">{hint}</small>
    <input type="text" value={value} maxLength={100} onChange={(event) => change(event.target.value)} />
  </label>
)

/** Field by field a column of the file; where a choice has none, one value for all rows. */
function Columns({ preview, choices, change }: Props) {
  const words = useWords().imports
  const beside = [
    { id: 'source', name: words.sourceId, isNeeded: false, options: [] },
    { id: 'time', name: words.time, isNeeded: false, options: [] },
  ]
  return (
    <fieldset className="import-columns">
      <legend>{words.columns}</legend>
      {[...preview.fields, ...beside].map((field) => {
        const column = columnOf(choices, preview, field.id)
        return (
          <div key={field.id} className="import-column">
            <label>
              {field.name}
              {field.isNeeded && <small className="needed">{words.needed}</small>}
              <select value={column} onChange={(event) => change({ map: { ...choices.map, [field.id]: event.target.value } })}>
                <option value="">{words.fromNone}</option>
                {preview.heads.map((head) => (
                  <option key={head}>{head}</option>
                ))}
              </select>
            </label>
            {column === '' && field.options.length > 0 && (
              <select
                aria-label={words.same(field.name)}
                value={sameOf(choices, preview, field.id)}
                onChange={(event) => change({ set: { ...choices.set, [field.id]: event.target.value } })}
              >
                <option value="">{words.same(field.name)}</option>
                {field.options.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
