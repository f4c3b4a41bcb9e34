import { useEffect, useState } from 'react'
import type { ActView, FieldView, MatterView } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { actKey } from './act-key.js'

/**
 * The fields of an act's form. A closed act comes without them: what was typed while it was open stays in those it had then, and whoever
 * comes back to it asks for them.
 */
export function useForm(act: ActView, matter: string): readonly FieldView[] {
  const { ask } = useSession()
  const [known, setKnown] = useState(act.fields)
  const isClosed = act.refusal !== null
  const isAsked = isClosed && known.length === 0
  const key = actKey(act)
  useEffect(() => {
    if (!isClosed) setKnown(act.fields)
  }, [isClosed, act.fields])
  useEffect(() => {
    if (!isAsked) return
    const leaving = new AbortController()
    const path = `/api/matters/${encodeURIComponent(matter)}?form=${encodeURIComponent(act.act)}`
    ask<MatterView>(path, { signal: leaving.signal }).then(
      (answer) => {
        if (answer.ok) setKnown(answer.value.acts.find((each) => actKey(each) === key)?.fields ?? [])
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, isAsked, matter, act.act, key])
  return isClosed ? known : act.fields
}
