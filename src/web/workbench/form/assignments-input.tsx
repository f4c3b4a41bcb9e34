import { Button, Select } from 'antd'
import { useWords } from '../words/language.js'
import type { Words } from '../words/zh.js'
import type { InputProps } from './field-props.js'
import { UnitInput } from './unit-input.js'

const handling = ['lead', 'assist', 'separate', 'joint'] as const
const parts = [...handling, 'subordinate', 'copy'] as const
type Part = (typeof parts)[number]
type Row = { readonly unit: string | null; readonly part: Part }
type Offered = readonly { readonly value: Part; readonly label: string }[]

/** 承办单位. Who handles it and in which part, one unit a row. */
export function AssignmentsInput({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  const offered = partsOf(field, words)
  const [first, other] = usualParts(offered, field.isLed === true)
  const rows = rowsIn(value, first)
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
            hasRecent={at === 0}
            change={(unit) => put(at, { ...row, unit: typeof unit === 'string' ? unit : null })}
          />
          <Select
            aria-label={words.form.partAt(at + 1)}
            className="part"
            value={row.part}
            options={[...offered]}
            onChange={(part: Part) => put(at, { ...row, part })}
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
      <Button onClick={() => change([...rows, { unit: null, part: other }])}>{words.form.addUnit}</Button>
    </div>
  )
}

/** The parts that the regulation gives, in its words; where it names none, those that have it in hand. */
function partsOf({ parts: named = [] }: InputProps['field'], words: Words): Offered {
  if (named.length === 0) return handling.map((part) => ({ value: part, label: words.part[part] }))
  return named.flatMap(({ id, name }) => {
    const part = parts.find((each) => each === id)
    return part === undefined ? [] : [{ value: part, label: name }]
  })
}

/** The first unit leads unless one does already; the others assist or have it jointly, where there are such parts: no second leads. */
function usualParts(offered: Offered, isLed: boolean): readonly [Part, Part] {
  const among = (wanted: readonly Part[]): Part | undefined =>
    wanted.find((part) => offered.some(({ value }) => value === part)) ?? offered[0]?.value
  const other = among(['assist', 'joint', 'separate']) ?? 'assist'
  return [isLed ? other : (among(['lead']) ?? 'lead'), other]
}

function rowsIn(value: unknown, first: Part): readonly Row[] {
  const rows = Array.isArray(value) ? value.flatMap((each: unknown) => rowIn(each)) : []
  return rows.length === 0 ? [{ unit: null, part: first }] : rows
}

function rowIn(each: unknown): readonly Row[] {
  if (typeof each !== 'object' || each === null) return []
  const { unit, part } = each as { unit?: unknown; part?: unknown }
  return [{ unit: typeof unit === 'string' ? unit : null, part: parts.find((known) => known === part) ?? 'lead' }]
}
