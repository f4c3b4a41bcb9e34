import '../css/form.css'
import '../css/imports.css'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import {
  type ImportPreviewView,
  type ImportReportView,
  importMost,
  type Problem as ProblemView,
} from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { useSession, useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'
import { askedBy, type Choices, noChoices } from './import-choices.js'
import { ImportForm } from './import-form.js'
import { ImportPreview } from './import-preview.js'
import { ImportResult } from './import-result.js'

/** 导入来件. A list or mails that the office brings in: chosen, looked at, put right, then taken. */
export function ImportPage() {
  const words = useWords()
  const { role } = useSignedIn()
  const it = useImport()
  useEffect(() => {
    document.title = `${words.imports.title} · ${words.product}`
  }, [words])
  return (
    <section className="imports">
      <h1>{words.imports.title}</h1>
      {!role.mayImport && <p className="soft">{words.imports.none}</p>}
      {role.mayImport && (
        <>
          <p className="soft">{words.imports.lead}</p>
          <div className="field">
            <label htmlFor="import-file">{words.imports.file}</label>
            <p id="import-file-hint" className="hint">
              {words.imports.fileHint(importMost.megabytes, importMost.rows)}
            </p>
            <input
              id="import-file"
              type="file"
              aria-describedby="import-file-hint"
              accept=".csv,.txt,.tsv,.xlsx,.jsonl,.eml,.mbox"
              disabled={it.isBusy}
              onChange={(event) => it.choose(event.target.files?.[0] ?? null)}
            />
          </div>
          {it.isBusy && (
            <p role="status" className="soft">
              {words.imports.working}
            </p>
          )}
          {it.problem && <Problem problem={it.problem} />}
          {it.report && <ImportResult report={it.report} isTrial={it.isTrial} name={it.file?.name ?? ''} />}
          {it.preview && (
            <>
              <ImportForm preview={it.preview} choices={it.choices} change={it.change} />
              <div className="form-end">
                <Button onClick={() => it.look()} loading={it.isBusy}>
                  {words.imports.look}
                </Button>
              </div>
              <ImportPreview preview={it.preview} />
              <div className="form-end">
                <Button onClick={() => it.send(true)} disabled={it.isBusy || it.preview.refusal !== null}>
                  {words.imports.check}
                </Button>
                <Button type="primary" onClick={() => it.send(false)} disabled={it.isBusy || it.preview.refusal !== null}>
                  {words.imports.send}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </section>
  )
}

/** The file stays chosen, and the choices as they are, whatever the server says. */
function useImport() {
  const { ask } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const [choices, setChoices] = useState<Choices>(noChoices)
  const [preview, setPreview] = useState<ImportPreviewView | null>(null)
  const [report, setReport] = useState<ImportReportView | null>(null)
  const [isTrial, setTrial] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)

  const post = async <T,>(
    path: string,
    chosen: File,
    said: Choices,
    isTrial: boolean,
    done: (value: T) => void,
  ): Promise<void> => {
    const body = new FormData()
    body.append('asked', JSON.stringify(askedBy(said, isTrial)))
    body.append('file', chosen)
    setBusy(true)
    setProblem(null)
    const answer = await ask<T>(path, { method: 'POST', body })
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setProblem(answer.problem)
  }
  const look = (chosen: File, said: Choices): void => {
    setReport(null)
    void post<ImportPreviewView>('/api/imports/preview', chosen, said, true, setPreview)
  }
  return {
    ...{ file, choices, preview, report, isTrial, problem, isBusy },
    choose: (chosen: File | null) => {
      setFile(chosen)
      setPreview(null)
      setReport(null)
      setChoices(noChoices)
      if (chosen !== null) look(chosen, noChoices)
    },
    change: (more: Partial<Choices>) => {
      const said = { ...choices, ...more }
      setChoices(said)
      // A kind has fields of its own, and a saved mapping says all the rest.
      if (file !== null && (more.kind !== undefined || more.mapping !== undefined)) look(file, said)
    },
    look: () => file !== null && look(file, choices),
    send: (trial: boolean) => {
      if (file === null) return
      setTrial(trial)
      setReport(null)
      void post<ImportReportView>('/api/imports', file, choices, trial, setReport)
    },
  }
}
