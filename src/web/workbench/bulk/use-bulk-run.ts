import { useCallback, useEffect, useRef, useState } from 'react'
import { type BulkDone, type BulkResult, type BulkTarget, bulkChunk, type Problem } from '../../../contract/index.js'
import type { Answer } from '../api/answer.js'
import { sendOwn } from '../api/own-writes.js'
import { draftPrefix, useSession, useSignedIn } from '../session.js'
import { readStored, writeStored } from '../stored.js'

export type Planned = BulkTarget & {
  readonly revision: number
  /** The same however often it is sent: it is recorded once. */
  readonly key: string
  readonly number: string
  readonly title: string
  readonly unitName: string | null
}

/** One act on many, as it is kept in this tab until it is done or given up. */
export type BulkPlan = {
  readonly act: string
  readonly name: string
  readonly with: Readonly<Record<string, unknown>>
  readonly all: readonly Planned[]
  /** How far it has come. */
  readonly done: readonly BulkDone[]
}

export type Run = {
  readonly plan: BulkPlan | null
  readonly standing: 'none' | 'running' | 'stopped' | 'finished'
  readonly problem: Problem | null
  readonly start: (plan: BulkPlan) => void
  readonly stop: () => void
  readonly leave: () => void
}

/** Goes through a plan, a few at a time. Stopped, cut off or reloaded it goes on where it was, and nothing is done twice. */
export function useBulkRun(): Run {
  const { ask } = useSession()
  const { government, account } = useSignedIn()
  const place = `${draftPrefix}bulk:${government.id}:${account.id}`
  const [plan, setPlan] = useState<BulkPlan | null>(() => readPlan(place))
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isWanted = useRef(true)
  useWarning(isRunning)

  const keep = useCallback(
    (next: BulkPlan | null): void => {
      setPlan(next)
      writeStored('session', place, next === null || isFinished(next) ? null : JSON.stringify(next))
    },
    [place],
  )
  const start = async (from: BulkPlan): Promise<void> => {
    isWanted.current = true
    setRunning(true)
    setProblem(null)
    let current = from
    keep(current)
    while (isWanted.current && !isFinished(current)) {
      const targets = nextChunk(current).map(({ matter, unit, revision, key }) => ({ matter, unit, revision, key }))
      const body = { act: current.act, with: current.with, targets }
      const answer = await sendOwn(() => ask<BulkResult>('/api/bulk', { method: 'POST', body }), ownIn)
      if (!answer.ok) {
        setProblem(answer.problem)
        break
      }
      current = { ...current, done: [...current.done, ...answer.value.done] }
      keep(current)
    }
    setRunning(false)
  }
  return {
    plan,
    standing: plan === null ? 'none' : isRunning ? 'running' : isFinished(plan) ? 'finished' : 'stopped',
    problem,
    start: (from) => void start(from),
    stop: () => {
      isWanted.current = false
    },
    leave: () => keep(null),
  }
}

/** How far each matter had come with what was done to it here. */
const ownIn = (answer: Answer<BulkResult>): readonly { readonly id: string; readonly revision: number }[] =>
  answer.ok ? answer.value.done.flatMap(({ matter, revision }) => (revision === null ? [] : [{ id: matter, revision }])) : []

const isFinished = ({ all, done }: BulkPlan): boolean => done.length >= all.length

/** The shares of one matter stay together: each is done on what the one before it left. */
function nextChunk({ all, done }: BulkPlan): readonly Planned[] {
  const rest = all.slice(done.length)
  let size = Math.min(bulkChunk, rest.length)
  while (size > 1 && size < rest.length && rest[size]?.matter === rest[size - 1]?.matter) size -= 1
  // More shares than fit: rather a second look than none.
  return rest.slice(0, rest[0]?.matter === rest[size]?.matter ? bulkChunk : size)
}

function readPlan(place: string): BulkPlan | null {
  const text = readStored('session', place)
  if (text === null) return null
  try {
    return JSON.parse(text) as BulkPlan
  } catch {
    return null
  }
}

/** Whoever closes the page meanwhile is asked by the browser. */
function useWarning(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isRunning])
}
