import type { Named, ReportAsked, ReportChoices } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { useScreenWords, useWords } from '../words/language.js'
import { figuresTurned } from './report-query.js'
import { reportWords } from './report-words.js'

type Props = { readonly asked: ReportAsked; readonly choices: ReportChoices }

/** What a report is of: each choice takes effect at once, a day when it is left. */
export function ReportForm({ asked, choices }: Props) {
  const words = useScreenWords(reportWords)
  const all = useWords()
  const isOfDuties = asked.rows === 'duty' || asked.across === 'duty' || asked.part.duty !== undefined
  const figures = choices.figures.filter((each) => !isOfDuties || each.isOfDuties || asked.figures.includes(each.id))
  const turn = (id: string): void => {
    changeQuery({ figures: (asked.across === null ? figuresTurned(asked.figures, id) : [id]).join(',') })
  }
  const across = choices.rows.filter(({ id }) => id !== asked.rows).map(({ id, name }) => ({ id, name: words.across(name) }))
  const apartBy = (id: string): void => changeQuery({ across: id, ...(id === '' ? {} : { figures: asked.figures[0] ?? '' }) })
  return (
    <form className="report-form" onSubmit={(event) => event.preventDefault()} aria-label={words.build}>
      <div className="report-choices">
        <Choice name={words.over} value={asked.over} of={choices.over} change={(over) => changeQuery({ over })} />
        {asked.over === 'days' &&
          (['from', 'to'] as const).map((field) => (
            <label key={field}>
              {all.statistics[field]}
              <input
                className="plain-input"
                defaultValue={asked[field]}
                placeholder={all.statistics.datePlaceholder}
                onBlur={(event) => changeQuery({ [field]: event.target.value.trim() })}
              />
            </label>
          ))}
        <Choice
          name={words.rows}
          value={asked.rows}
          of={choices.rows}
          change={(rows) => changeQuery({ rows, ...(rows === asked.across ? { across: '' } : {}) })}
        />
        <Choice
          name={words.columns}
          value={asked.across ?? ''}
          of={[{ id: '', name: words.ofFigures }, ...across]}
          change={apartBy}
        />
        {choices.parts.map(({ id, name, values }) => (
          <Choice
            key={id}
            name={`${words.only} ${name}`}
            value={asked.part[id as keyof typeof asked.part] ?? ''}
            of={[{ id: '', name: words.all }, ...values]}
            change={(value) => changeQuery({ [id]: value })}
          />
        ))}
      </div>
      <fieldset className="report-figures">
        <legend>{words.figures}</legend>
        {figures.map(({ id, name, counts }) => (
          <label key={id} title={counts}>
            <input
              type={asked.across === null ? 'checkbox' : 'radio'}
              name="figure"
              checked={asked.figures.includes(id)}
              onChange={() => turn(id)}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </form>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly value: string
  readonly of: readonly Named[]
  readonly change: (value: string) => void
}

function Choice({ name, value, of, change }: ChoiceProps) {
  return (
    <label>
      {name}
      <select className="plain-select" value={value} onChange={(event) => change(event.target.value)}>
        {of.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  )
}
