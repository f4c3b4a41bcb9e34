import { type FormEvent, type ToggleEvent, useEffect, useState } from 'react'
import type { MatterChoices } from '../../../contract/index.js'
import { changeQuery } from '../address.js'
import { readTypedDay } from '../form/read-typed.js'
import { useLanguage, useWords } from '../words/language.js'
import { filterName, howChosen, type Narrowing, narrowedBy, narrowing, offeredOf } from './matters-query.js'
import { SeveralFilter } from './several-filter.js'

type Props = { readonly query: URLSearchParams; readonly choices: MatterChoices | null }

/** 筛选. What the list is narrowed to: a choice takes effect at once, a day when it is left or sent. */
export function Filters({ query, choices }: Props) {
  const words = useWords()
  const active = narrowedBy(query)
  const isNarrowed = active.length > 0
  const [isOpen, setOpen] = useState(isNarrowed)
  // Taking the last value away is often the way to another: that does not close what was opened.
  useEffect(() => {
    if (isNarrowed) setOpen(true)
  }, [isNarrowed])
  return (
    <details
      className="filters"
      open={isOpen}
      onToggle={(event: ToggleEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.overview.filters.title}
        {isNarrowed && <b className="filter-count">{words.overview.filters.isActive(active.length)}</b>}
      </summary>
      <form className="filter-fields" onSubmit={(event: FormEvent) => event.preventDefault()}>
        {narrowing
          .filter((name) => isOffered(choices, name, query))
          .map((name) => (
            <OneFilter key={name} name={name} value={query.get(name) ?? ''} choices={choices} />
          ))}
        {isNarrowed && (
          <button
            type="button"
            className="quiet"
            onClick={() => changeQuery(Object.fromEntries(narrowing.map((name) => [name, ''])))}
          >
            {words.overview.filters.clear}
          </button>
        )}
      </form>
    </details>
  )
}

type One = { readonly name: Narrowing; readonly value: string }
type Choice = One & { readonly choices: MatterChoices | null }

function OneFilter({ name, value, choices }: Choice) {
  switch (howChosen(name)) {
    case 'several':
      return <SeveralFilter name={name} value={value} offered={offeredOf(choices, name) ?? []} />
    case 'one':
      return <ChoiceFilter name={name} value={value} choices={choices} />
    case 'day':
      return <DayFilter key={value} name={name} value={value} />
  }
}

/** One of a kind is nothing to choose from. */
function isOffered(choices: MatterChoices | null, name: Narrowing, query: URLSearchParams): boolean {
  const offered = offeredOf(choices, name)
  if (offered === null || query.get(name)) return true
  return name === 'regulation' ? offered.length > 1 : offered.length > 0
}

function ChoiceFilter({ name, value, choices }: Choice) {
  const { words, language } = useLanguage()
  const offered = offeredOf(choices, name) ?? []
  const isKnown = value === '' || offered.some(({ id }) => id === value)
  return (
    <label className={value === '' ? 'filter' : 'filter filter-set'}>
      <span>{filterName(name, language)}</span>
      <select className="plain-select" value={value} onChange={(event) => changeQuery({ [name]: event.target.value })}>
        <option value="">{words.overview.filters.without}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {offered.map(({ id, name: shown }) => (
          <option key={id} value={id}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}

const isDay = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)

function DayFilter({ name, value }: One) {
  const { words, language } = useLanguage()
  const [typed, setTyped] = useState(value)
  const [isWrong, setWrong] = useState(false)
  const id = `filter-${name}`
  const send = (): void => {
    const day = readTypedDay(typed)
    const isGood = day === '' || isDay(day)
    setWrong(!isGood)
    if (isGood && day !== value) changeQuery({ [name]: day })
  }
  return (
    <div className={value === '' ? 'filter' : 'filter filter-set'}>
      <label htmlFor={id}>{filterName(name, language)}</label>
      <input
        id={id}
        className="plain-input"
        autoComplete="off"
        placeholder={words.form.datePlaceholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && send()}
        {...(isWrong ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-wrong` } : {})}
      />
      {isWrong && (
        <span id={`${id}-wrong`} className="field-problem" role="alert">
          {words.overview.filters.badDay}
        </span>
      )}
    </div>
  )
}
