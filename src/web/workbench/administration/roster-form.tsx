import '../css/imports.css'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { RosterKind, RosterPreview, RosterReport } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { useMadeFile } from '../shown/use-made-file.js'
import { useFocusBack } from '../use-focus-back.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { rosterWords } from './roster-words.js'
import { useRoster } from './use-roster.js'

type Props = { readonly of: RosterKind; readonly close: () => void; readonly changed: () => void }

/** 从表格导入. Units, people or known requesters from a list: the template, a look, then the list; `changed` as something came in. */
export function RosterForm({ of, close, changed }: Props) {
  const words = useScreenWords(rosterWords)
  const { language } = useLanguage()
  const it = useRoster(of, changed)
  const head = useRef<HTMLHeadingElement>(null)
  useFocusBack()
  useEffect(() => head.current?.focus(), [])
  const id = `roster-${of}`
  return (
    <section className="admin-form" aria-labelledby={id}>
      <h2 id={id} ref={head} tabIndex={-1}>
        {words.title[of]}
      </h2>
      <p className="soft">{words.lead}</p>
      <p>
        <a href={`/api/administration/roster/${of}/template?lang=${language}`} download>
          {words.template}
        </a>
      </p>
      <div className="field field-wide">
        <label htmlFor={`${id}-file`}>{words.file}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".xlsx,.csv,.txt"
          disabled={it.isBusy}
          onChange={(event) => it.choose(event.target.files?.[0] ?? null)}
        />
      </div>
      {it.isBusy && (
        <p role="status" className="soft">
          {words.working}
        </p>
      )}
      {it.problem && <Problem problem={it.problem} />}
      {it.preview && <Preview preview={it.preview} />}
      {it.report && <Report report={it.report} name={it.file?.name ?? ''} />}
      <div className="form-end">
        {it.preview && (
          <Button type="primary" loading={it.isBusy} disabled={it.preview.added === 0} onClick={it.send}>
            {words.send(it.preview.added)}
          </Button>
        )}
        {it.report ? <Button onClick={close}>{words.close}</Button> : <Cancel close={close} />}
      </div>
    </section>
  )
}

const Cancel = ({ close }: Pick<Props, 'close'>) => <Button onClick={close}>{useWords().cancel}</Button>

function Preview({ preview }: { readonly preview: RosterPreview }) {
  const words = useScreenWords(rosterWords)
  return (
    <Told told={preview} title={words.preview}>
      {preview.rows.length > 0 && <h4>{words.first}</h4>}
      {preview.rows.map(({ row, values }) => (
        <p key={row}>
          <b>{words.row(row)}</b>
          {values.map(({ name, value }) => words.said(name, value)).join(words.next)}
        </p>
      ))}
      <p className="soft">{words.previewNote}</p>
    </Told>
  )
}

function Report({ report, name }: { readonly report: RosterReport; readonly name: string }) {
  const words = useScreenWords(rosterWords)
  const refused = useMadeFile(report.refusedFile)
  const links = useMadeFile(report.links.length === 0 ? null : linkTable(words.linkHeads, report))
  return (
    <Told told={report} title={words.done}>
      {refused !== null && (
        <p>
          <a href={refused} download={`${name}.refused.${report.refusedFile?.ending}`}>
            {words.download}
          </a>
        </p>
      )}
      {links !== null && (
        <div className="note">
          <p>
            <a href={links} download={`${words.linksFile}.csv`}>
              {words.links(report.links.length, report.linksUntil?.shown ?? '')}
            </a>
          </p>
          <p className="soft">{words.linksLead}</p>
        </div>
      )}
    </Told>
  )
}

type Sums = Omit<RosterPreview, 'rows'>

/** The sum first, and what could not come in, with its reason. */
function Told({ told, title, children }: { readonly told: Sums; readonly title: string; readonly children: ReactNode }) {
  const words = useScreenWords(rosterWords)
  const comma = useWords().listComma
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { read, added, known, refusedCount, refused, unused, notes } = told
  return (
    <div className="roster-told">
      <h3 ref={head} tabIndex={-1}>
        {title}
      </h3>
      <p role="status">{words.sum(read, added, known, refusedCount)}</p>
      <p className="soft">
        {words.headAt(told.headRow)}
        {unused.length > 0 && ` ${words.unused(unused.join(comma))}`}
      </p>
      {notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      {refused.length > 0 && (
        <>
          <h4>{words.refused}</h4>
          <ul>
            {refused.map(({ row, reason }) => (
              <li key={row}>
                {words.row(row)}
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
          {refusedCount > refused.length && <p className="soft">{words.moreRefused}</p>}
        </>
      )}
      {children}
    </div>
  )
}

/** Signs that a spreadsheet would run stand behind an apostrophe. */
const linkTable = (heads: readonly string[], { links }: RosterReport): string =>
  `\uFEFF${[heads, ...links.map(({ name, login, path }) => [name, login, `${location.origin}${path}`])]
    .map((cells) => cells.map((cell) => `"${cell.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`).join(','))
    .join('\r\n')}\r\n`
