import { useState } from 'react'
import type { Problem, RosterKind, RosterPreview, RosterReport } from '../../../contract/index.js'
import { useSession } from '../session.js'

/** A list, looked at and brought in; the file stays chosen whatever the server says. */
export function useRoster(of: RosterKind, changed: () => void) {
  const { ask } = useSession()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const [report, setReport] = useState<RosterReport | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const root = `/api/administration/roster/${of}`

  const post = async <T>(path: string, chosen: File, done: (value: T) => void): Promise<void> => {
    const body = new FormData()
    body.append('file', chosen)
    setBusy(true)
    setProblem(null)
    const answer = await ask<T>(path, { method: 'POST', body })
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setProblem(answer.problem)
  }
  return {
    ...{ file, preview, report, problem, isBusy },
    choose: (chosen: File | null) => {
      setFile(chosen)
      setPreview(null)
      setReport(null)
      setProblem(null)
      if (chosen !== null) void post<RosterPreview>(`${root}/preview`, chosen, setPreview)
    },
    send: () => {
      if (file === null) return
      void post<RosterReport>(root, file, (made) => {
        setPreview(null)
        setReport(made)
        changed()
      })
    },
  }
}
