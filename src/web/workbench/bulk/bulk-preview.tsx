import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ActView, BulkDecision } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { RefusedList } from './refused-list.js'

type Props = {
  readonly act: ActView
  readonly decisions: readonly BulkDecision[]
  readonly change: () => void
  readonly run: (ready: readonly BulkDecision[]) => void
}

/** How many will be done, and which will not and why, before anything is. */
export function BulkPreview({ act, decisions, change, run }: Props) {
  const words = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const ready = decisions.filter((each) => each.problem === null)
  const refused = decisions.flatMap((each) => (each.problem === null ? [] : [{ ...each, problem: each.problem }]))
  return (
    <div className="bulk-preview">
      <h3 tabIndex={-1} ref={head} className="bulk-ready">
        {words.overview.bulk.ready(ready.length)}
      </h3>
      {ready.length === 0 && <p className="refusal">{words.overview.bulk.noneReady}</p>}
      {ready.length > 0 && (
        <details className="bulk-list">
          <summary>{words.overview.bulk.all}</summary>
          <ul>
            {ready.map((each) => (
              <li key={`${each.matter} ${each.unit ?? ''}`}>
                <span className="number">{each.number}</span> <bdi>{each.title}</bdi>
                {each.unitName && <span className="act-unit">{each.unitName}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {refused.length > 0 && <RefusedList title={words.overview.bulk.refused(refused.length)} refused={refused} />}
      <div className="form-end">
        <Button type="primary" disabled={ready.length === 0} onClick={() => run(ready)}>
          {words.overview.bulk.run(act.name, ready.length)}
        </Button>
        <Button onClick={change}>{words.overview.bulk.change}</Button>
      </div>
      <p className="soft">{words.acts.forEver}</p>
    </div>
  )
}
