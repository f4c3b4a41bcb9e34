import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'
import { howWellFound } from './find-by-sound.js'
import { useRecentUnits } from './recent-units.js'
import { useSounds } from './use-sounds.js'

type Props = InputProps & { readonly label?: string; readonly isClearable?: boolean; readonly hasRecent?: boolean }

/** A unit of the government: found by its name, a short form of it, first letters or sound; those named last are a press away. */
export function UnitInput({ field, id, value, change, aria, label, isClearable = false, hasRecent = false }: Props) {
  const words = useWords()
  const { recent } = useRecentUnits()
  const [typed, setTyped] = useState('')
  const soundsOf = useSounds()
  const found = field.options
    .flatMap((unit) => {
      const well = howWellFound(typed, soundsOf(unit.name))
      return well === null ? [] : [{ value: unit.id, label: unit.name, well }]
    })
    .sort((one, other) => one.well - other.well)
  const chosen = field.options.find((unit) => unit.id === value)
  const last = recent.flatMap((each) => field.options.find((unit) => unit.id === each) ?? [])
  return (
    <div className="unit-input">
      <Select
        id={id}
        {...aria}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="wide"
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        allowClear={isClearable}
        placeholder={words.form.chooseUnit}
        value={textOf(value) === '' ? undefined : textOf(value)}
        options={typed === '' || chosen === undefined || found.length > 0 ? found.map(({ well: _, ...option }) => option) : []}
        onChange={(next: string | undefined) => {
          setTyped('')
          change(next ?? null)
        }}
        onOpenChange={(isOpen) => {
          if (!isOpen) setTyped('')
        }}
      />
      {hasRecent && last.length > 0 && (
        <p className="recent-units">
          <span className="soft">{words.form.recentUnits}</span>
          {last.map((unit) => (
            <button key={unit.id} type="button" aria-pressed={unit.id === value} onClick={() => change(unit.id)}>
              {unit.name}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
