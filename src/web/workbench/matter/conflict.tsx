import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Problem } from '../../../contract/index.js'
import { TimelineList } from '../shown/timeline-list.js'
import { useWords } from '../words/language.js'

/** Somebody else acted meanwhile: what they did, and the way on with what was typed. */
export function Conflict({ problem, catchUp }: { readonly problem: Problem; readonly catchUp: () => void }) {
  const words = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div className="conflict" role="alert" tabIndex={-1} ref={place}>
      <p>
        <b>{words.conflict.title}</b>
      </p>
      <p>{words.conflict.kept}</p>
      {problem.meanwhile && problem.meanwhile.length > 0 && <TimelineList entries={problem.meanwhile} />}
      <Button type="primary" onClick={catchUp}>
        {words.conflict.catchUp}
      </Button>
    </div>
  )
}
