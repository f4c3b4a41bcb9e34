import { Input } from 'antd'
import { useState } from 'react'
import { type InputProps, textOf } from './field-props.js'

/** A person: one of those offered, found by name, or anybody else by writing who it is. */
export function PersonInput({ field, id, value, change, aria }: InputProps) {
  const known = field.options.find((person) => person.id === value)
  const [typed, setTyped] = useState(known?.name ?? textOf(value))
  const list = `${id}-people`
  const write = (text: string): void => {
    setTyped(text)
    change(field.options.find(({ name }) => name === text.trim())?.id ?? text)
  }
  return (
    <>
      <Input id={id} {...aria} list={list} autoComplete="off" value={typed} onChange={(event) => write(event.target.value)} />
      <datalist id={list}>
        {field.options.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
    </>
  )
}
