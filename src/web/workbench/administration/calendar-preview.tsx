import { useEffect, useRef } from 'react'
import type { CalendarPreview } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** 影响预览. How many duties would move, from when to when. */
export function CalendarPreviewTable({ preview }: { readonly preview: CalendarPreview }) {
  const words = useWords().administration.calendar
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new preview is read out.
  useEffect(() => box.current?.focus(), [preview])
  return (
    <div className="admin-preview" tabIndex={-1} ref={box} role="status">
      <p>
        <b>{words.moves(preview.duties, preview.matters, preview.isCapped)}</b>
      </p>
      {preview.rows.length > 0 && (
        <table>
          <caption className="unseen">{words.look}</caption>
          <thead>
            <tr>
              {[words.number, words.duty, words.unit, words.from, words.to].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={`${row.number}/${row.duty.id}/${row.unit ?? ''}/${row.from.iso}`}>
                <td className="number">{row.number}</td>
                <td>{row.duty.name}</td>
                <td>{row.unit}</td>
                <td className="moment">{row.from.shown}</td>
                <td className="moment">
                  <b>{row.to.shown}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview.duties > preview.rows.length && <p className="soft">{words.andMore(preview.duties - preview.rows.length)}</p>}
    </div>
  )
}
