import { useEffect, useRef } from 'react'
import type { ImportReportView } from '../../../contract/index.js'
import { useMadeFile } from '../shown/use-made-file.js'
import { useWords } from '../words/language.js'

type Props = { readonly report: ImportReportView; readonly isTrial: boolean; readonly name: string }

/** What became of the rows. The sum stands first; refused ones can be taken away, each with its reason. */
export function ImportResult({ report, isTrial, name }: Props) {
  const words = useWords().imports
  const head = useRef<HTMLHeadingElement>(null)
  const address = useMadeFile(report.refusedFile)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="import-result">
      <h2 ref={head} tabIndex={-1}>
        {isTrial ? words.checked : words.done}
      </h2>
      <p role="status">{words.sum(report.read, report.imported, report.known, report.refusedCount, report.automaticCount)}</p>
      {address !== null && (
        <p>
          <a href={address} download={`${name}.refused.${report.refusedFile?.ending}`}>
            {words.download}
          </a>
        </p>
      )}
      <Noted
        title={words.refused}
        rows={report.refused}
        note={report.refusedCount > report.refused.length ? words.moreRefused : ''}
      />
      <Noted title={words.left} rows={report.left} />
      <Noted title={words.automaticRows} rows={report.automatic} />
      <Noted title={words.told} rows={report.told} />
    </section>
  )
}

type NotedProps = { readonly title: string; readonly rows: ImportReportView['refused']; readonly note?: string }

function Noted({ title, rows, note = '' }: NotedProps) {
  const words = useWords().imports
  if (rows.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map(({ row, place, reason }) => (
          <li key={`${row} ${place} ${reason}`}>
            <bdi>{place ?? words.row(row)}</bdi>：<bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {note !== '' && <p className="soft">{note}</p>}
    </>
  )
}
