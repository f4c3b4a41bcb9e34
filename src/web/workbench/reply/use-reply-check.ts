import { useEffect, useState } from 'react'
import type { ReplyCheck } from '../../../contract/index.js'
import { sentValues } from '../form/sent-values.js'
import { namedBy } from '../matter/act-key.js'
import { useSession } from '../session.js'
import type { Writing } from './writing.js'

const pause = 1200

/** Asks what is worth a second look when the writer pauses; nothing is asked while nobody wants to know. */
export function useReplyCheck(writing: Writing, field: string, isWanted: boolean): ReplyCheck | null {
  const { ask } = useSession()
  const [check, setCheck] = useState<ReplyCheck | null>(null)
  const stated = sentValues(writing.fields, writing.values)
  const body = JSON.stringify({
    act: writing.act,
    field,
    with: { ...stated, ...namedBy(writing.about) },
  })
  const path = `/api/matters/${encodeURIComponent(writing.matter.id)}/reply-check`
  useEffect(() => {
    if (!isWanted) return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      ask<ReplyCheck>(path, { method: 'POST', body: JSON.parse(body), signal: leaving.signal }).then(
        (answer) => (answer.ok ? setCheck(answer.value) : undefined),
        () => undefined,
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [ask, path, body, isWanted])
  return check
}
