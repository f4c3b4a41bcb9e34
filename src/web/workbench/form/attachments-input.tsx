import { Button } from 'antd'
import { type ChangeEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { AttachmentView } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { draftPrefix, useSession } from '../session.js'
import { readStored, writeStored } from '../stored.js'
import { useWords } from '../words/language.js'
import { type InputProps, listOf } from './field-props.js'

/** What a file was called when it was chosen, for as long as a draft that names it: the page may be read anew meanwhile. */
const nameKey = (file: string): string => `${draftPrefix}file:${file}`

/** Files. Each is sent as soon as it is chosen; the field holds the ids that came back. Files that are there already may be offered. */
export function AttachmentsInput({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  const { ask } = useSession()
  const chooser = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<Readonly<Record<string, string>>>({})
  const [warnings, setWarnings] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isHeld = useHeld(chooser, isBusy, problem !== null)
  const ids = listOf(value)
  const names = { ...Object.fromEntries(field.options.map((each) => [each.id, each.name])), ...sent }
  const nameOf = (file: string, at: number): string =>
    names[file] ?? readStored('session', nameKey(file)) ?? words.form.fileAt(at + 1)

  const send = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setBusy(true)
    setProblem(null)
    let kept = ids
    for (const file of files) {
      const body = new FormData()
      body.append('file', file)
      const answer = await ask<AttachmentView>('/api/attachments', { method: 'POST', body })
      if (!answer.ok) {
        setProblem(`${file.name}：${titleOf(answer.problem, words)}`)
        break
      }
      const { id: added, name, warning } = answer.value
      kept = [...kept, added]
      if (warning !== null) setWarnings((before) => ({ ...before, [added]: warning }))
      setSent((before) => ({ ...before, [added]: name }))
      writeStored('session', nameKey(added), name)
      change(kept)
    }
    setBusy(false)
  }
  return (
    <div className="files">
      {ids.length > 0 && (
        <ul>
          {ids.map((each, at) => (
            <li key={each}>
              <bdi>{nameOf(each, at)}</bdi>
              <Button
                type="text"
                size="small"
                aria-label={words.form.removeFile(nameOf(each, at))}
                onClick={() => change(ids.filter((other) => other !== each))}
              >
                ×
              </Button>
              {warnings[each] !== undefined && <p className="hint">{warnings[each]}</p>}
            </li>
          ))}
        </ul>
      )}
      {field.options
        .filter((each) => !ids.includes(each.id))
        .map((each) => (
          <Button key={each.id} size="small" onClick={() => change([...ids, each.id])}>
            {words.form.takeFile(each.name)}
          </Button>
        ))}
      <input ref={chooser} type="file" multiple hidden onChange={(event) => void send(event)} />
      <Button id={id} {...aria} loading={isBusy} onClick={() => chooser.current?.click()}>
        {words.form.addFile}
      </Button>
      {isHeld && (
        <p className="hint" role="status">
          {words.form.fileOnItsWay}
        </p>
      )}
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A form is not sent while a file of it is on its way: it would be recorded without. It is sent once the file is there, and not where that failed. */
function useHeld(input: RefObject<HTMLInputElement | null>, isBusy: boolean, isFailed: boolean): boolean {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    const form = input.current?.form
    if (!isBusy || form == null) return
    const hold = (event: Event): void => {
      event.preventDefault()
      event.stopPropagation()
      setHeld(true)
    }
    form.addEventListener('submit', hold, true)
    return () => form.removeEventListener('submit', hold, true)
  }, [input, isBusy])
  useEffect(() => {
    if (!isHeld || isBusy) return
    setHeld(false)
    if (!isFailed) input.current?.form?.requestSubmit()
  }, [input, isHeld, isBusy, isFailed])
  return isHeld
}
