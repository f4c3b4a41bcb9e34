import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { bulkChunk } from '../../../contract/index.js'
import { ProblemSummary } from '../form/problem-summary.js'
import { useWords } from '../words/language.js'
import { RefusedList } from './refused-list.js'
import type { BulkPlan, Run } from './use-bulk-run.js'
import { useBulkUndo } from './use-bulk-undo.js'

type Props = { readonly run: Run; readonly plan: BulkPlan; readonly leave: () => void }

/** How far it has come; stopped it can go on; at the end what was refused meanwhile. */
export function BulkProgress({ run, plan, leave }: Props) {
  const words = useWords()
  const { all, done } = plan
  const { standing, problem } = run
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (standing !== 'running') place.current?.focus()
  }, [standing])
  const refused = done.flatMap((each, at) => {
    const planned = all[at]
    return each.problem === null || planned === undefined ? [] : [{ ...planned, problem: each.problem }]
  })
  const isDone = done.length - refused.length
  const undo = useBulkUndo(plan)
  const isOver = useIsOver(standing === 'finished' ? secondsLeft(done) : null)
  return (
    <div className="bulk-progress" ref={place} tabIndex={-1}>
      <h3>{plan.name}</h3>
      <progress max={all.length} value={done.length} aria-label={plan.name} />
      <p role="status">
        {standing === 'running' && words.overview.bulk.running(done.length, all.length)}
        {standing === 'stopped' && words.overview.bulk.stopped(all.length - done.length)}
        {standing === 'finished' && (
          <b className="bulk-ready">
            {undo.standing === 'none' ? words.overview.bulk.finished(isDone) : words.overview.bulk.undone(undo.undone)}
          </b>
        )}
      </p>
      {problem && <ProblemSummary problem={problem} fields={[]} />}
      {refused.length > 0 && <RefusedList title={words.overview.bulk.refusedMeanwhile(refused.length)} refused={refused} />}
      {undo.kept.length > 0 && <RefusedList title={words.overview.bulk.notUndone(undo.kept.length)} refused={undo.kept} />}
      <div className="form-end">
        {standing === 'running' && <Button onClick={run.stop}>{words.overview.bulk.stop}</Button>}
        {standing === 'stopped' && (
          <>
            <Button type="primary" onClick={() => run.start(plan)}>
              {words.overview.bulk.goOn}
            </Button>
            <Button onClick={leave}>{words.overview.bulk.leave}</Button>
          </>
        )}
        {standing === 'finished' && (
          <Button type="primary" onClick={leave} disabled={undo.standing === 'running'}>
            {words.overview.bulk.back}
          </Button>
        )}
        {standing === 'finished' && undo.standing !== 'finished' && isDone > 0 && !(isOver && undo.standing === 'none') && (
          <Button title={words.acts.undoTold} onClick={undo.start} loading={undo.standing === 'running'}>
            {words.overview.bulk.undo(isDone)}
          </Button>
        )}
      </div>
      {standing === 'running' && <p className="soft">{words.overview.bulk.closing}</p>}
    </div>
  )
}

/** For how long the last of them can be taken back: those before it were done earlier. */
export const secondsLeft = (done: BulkPlan['done']): number =>
  Math.max(0, ...done.slice(-bulkChunk).map(({ undoable }) => undoable ?? 0))

/** Whether so many seconds have gone; null: they do not run yet. */
function useIsOver(seconds: number | null): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    setOver(seconds === 0)
    if (seconds === null || seconds === 0) return
    const timer = setTimeout(() => setOver(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return isOver
}
