import { Input } from 'antd'
import { useId } from 'react'
import type { DocumentListView, Problem } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { documentsWords } from './documents-words.js'

export type DaysStated = { readonly from: string; readonly to: string; readonly part: Readonly<Record<string, string>> }
type States = NonNullable<DocumentListView['kinds'][number]['states']>

type Props = {
  readonly parts: States['parts']
  readonly problems: NonNullable<Problem['problems']>
  readonly stated: DaysStated
  readonly change: (stated: DaysStated) => void
}

/** 专题. Of which days a bulletin is to be, and of which part: what whoever begins it says. */
export function StatedDays({ parts, problems, stated, change }: Props) {
  const words = useScreenWords(documentsWords)
  const id = useId()
  const narrow = (part: string, value: string): void => {
    const { [part]: _, ...others } = stated.part
    change({ ...stated, part: value === '' ? others : { ...others, [part]: value } })
  }
  return (
    <fieldset className="document-days">
      <legend>{words.stated}</legend>
      {(['from', 'to'] as const).map((field) => {
        const problem = problems.find((each) => each.field === field)
        return (
          <div key={field}>
            <label htmlFor={`${id}-${field}`}>{words[field]}</label>
            <Input
              id={`${id}-${field}`}
              value={stated[field]}
              placeholder={words.dayPlaceholder}
              autoComplete="off"
              inputMode="numeric"
              {...(problem ? { status: 'error', 'aria-invalid': true, 'aria-describedby': `${id}-${field}-wrong` } : {})}
              onChange={(event) => change({ ...stated, [field]: event.target.value.trim() })}
            />
            {problem && (
              <p id={`${id}-${field}-wrong`} className="field-problem" role="alert">
                {problem.sentence}
              </p>
            )}
          </div>
        )
      })}
      {parts.map((part) => (
        <div key={part.id}>
          <label htmlFor={`${id}-${part.id}`}>{part.name}</label>
          <select
            id={`${id}-${part.id}`}
            value={stated.part[part.id] ?? ''}
            onChange={(event) => narrow(part.id, event.target.value)}
          >
            <option value="">{words.all}</option>
            {part.values.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
