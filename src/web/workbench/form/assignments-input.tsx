import { Button, Select } from 'antd'
import { useWords } from '../words/language.js'
import type { InputProps } from './field-props.js'
import { UnitInput } from './unit-input.js'

const parts = ['lead', 'assist', 'separate', 'joint'] as const
type Part = (typeof parts)[number]
type Row = { readonly unit: string | null; readonly role: Part }

/** 承办单位. Who handles it and in which part, one unit a row. */
export function AssignmentsInput({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  const rows = rowsIn(value)
  const put = (at: number, row: Row): void => change(rows.map((each, place) => (place === at ? row : each)))
  return (
    <div className="assignments">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are filled in.
        <div className="assignment-row" key={at}>
          <UnitInput
            field={field}
            id={at === 0 ? id : `${id}-${at}`}
            aria={aria}
            label={words.form.unitAt(at + 1)}
            value={row.unit}
            change={(unit) => put(at, { ...row, unit: typeof unit === 'string' ? unit : null })}
          />
          <Select
            aria-label={words.form.partAt(at + 1)}
            className="part"
            value={row.role}
            options={parts.map((part) => ({ value: part, label: words.part[part] }))}
            onChange={(role: Part) => put(at, { ...row, role })}
          />
          <Button
            type="text"
            disabled={rows.length === 1}
            aria-label={words.form.removeUnit(at + 1)}
            onClick={() => change(rows.filter((_, place) => place !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => change([...rows, { unit: null, role: 'assist' }])}>{words.form.addUnit}</Button>
    </div>
  )
}

export function rowsIn(value: unknown): readonly Row[] {
  const rows = Array.isArray(value) ? value.flatMap((each: unknown) => rowIn(each)) : []
  return rows.length === 0 ? [{ unit: null, role: 'lead' }] : rows
}

function rowIn(each: unknown): readonly Row[] {
  if (typeof each !== 'object' || each === null) return []
  const { unit, role } = each as { unit?: unknown; role?: unknown }
  return [{ unit: typeof unit === 'string' ? unit : null, role: parts.find((part) => part === role) ?? 'lead' }]
}
