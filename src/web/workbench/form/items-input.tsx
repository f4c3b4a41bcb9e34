import '../css/items.css'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { useWords } from '../words/language.js'
import type { RowProps, Values } from './field-props.js'
import { startValues } from './sent-values.js'

/** What names a field of one of the items, for what is wrong with it. */
export const itemFieldId = (field: string, row: number, own: string): string => `${field}/${row}/${own}`

type Props = Omit<RowProps, 'problem'> & { readonly Row: ComponentType<RowProps> }

/** 逐项填写. One item after another, each with the fields of its kind, begun with what they are begun with. Items that hold no more than that are not sent. */
export function ItemsInput({ field, id, value, change, problems = {}, Row }: Props) {
  const words = useWords()
  const begun = startValues(field.row ?? [])
  const rows = rowsIn(value, begun)
  const put = (at: number, own: string, entered: unknown): void =>
    change(rows.map((row, place) => (place === at ? { ...row, [own]: entered } : row)))
  const isFull = field.most !== null && rows.length >= field.most
  return (
    <div className="items" id={id}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are filled in.
        <fieldset className="item-row" key={at}>
          <legend>{words.form.itemAt(at + 1)}</legend>
          {(field.row ?? []).map((own) => (
            <Row
              key={own.id}
              field={own}
              id={`${id}-${at}-${own.id}`}
              value={row[own.id]}
              problem={problems[itemFieldId(field.id, at, own.id)] ?? null}
              change={(entered) => put(at, own.id, entered)}
            />
          ))}
          {rows.length > 1 && (
            <Button type="text" onClick={() => change(rows.filter((_, place) => place !== at))}>
              {words.form.removeItem(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      <Button disabled={isFull} onClick={() => change([...rows, begun])}>
        {words.form.addItem}
      </Button>
    </div>
  )
}

function rowsIn(value: unknown, begun: Values): readonly Values[] {
  const rows = Array.isArray(value) ? value.filter((each): each is Values => typeof each === 'object' && each !== null) : []
  return rows.length === 0 ? [begun] : rows
}
