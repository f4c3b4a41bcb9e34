import { useState } from 'react'
import type { LettersDone, RehearsalStanding } from '../../../contract/index.js'
import { Letters, StandIns } from '../administration/rehearsals-part.js'
import { rehearsalsWords } from '../administration/rehearsals-words.js'
import { useSend } from '../administration/use-send.js'
import { useSession } from '../session.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { titleOf } from './problem.js'

const flood = [10, 100] as const

/** In the band of a rehearsal beside an office: time, letters, whom one is, and the way back. */
export function RehearsalTools() {
  const all = useWords()
  const words = useScreenWords(rehearsalsWords)
  const { loaded } = useLoad<RehearsalStanding>('/api/rehearsal')
  const { send, isBusy, problem } = useSend('/api/rehearsal')
  const { wear } = useSession()
  const [done, setDone] = useState<LettersDone | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  if (loaded.status !== 'ready') return null
  const { account, standIns } = loaded.value
  const anew = (path: string): void => {
    wear('')
    window.location.assign(path)
  }
  const day = async (): Promise<void> => void ((await send('clock', {})) !== null && window.location.reload())
  const receive = async (count: number): Promise<void> => setDone(await send('letters', { count }))
  const move = async (): Promise<void> =>
    void ((await send('step-in', { account: chosen ?? account })) !== null && anew('/workbench/'))
  const leave = async (): Promise<void> => void ((await send('leave')) !== null && anew('/workbench/administration/rehearsals'))
  return (
    <>
      <span className="rehearsal-tools">
        <button type="button" className="bar-button" disabled={isBusy} onClick={() => void day()}>
          {words.day}
        </button>
        {flood.map((count) => (
          <button key={count} type="button" className="bar-button" disabled={isBusy} onClick={() => void receive(count)}>
            {words.times(count)}
          </button>
        ))}
        <select
          className="plain-select"
          aria-label={words.who}
          value={chosen ?? account}
          onChange={(event) => choose(event.target.value)}
        >
          <StandIns standIns={standIns} />
        </select>
        <button type="button" className="bar-button" disabled={isBusy} onClick={() => void move()}>
          {words.move}
        </button>
        <button type="button" className="bar-button" disabled={isBusy} onClick={() => void leave()}>
          {words.leave}
        </button>
      </span>
      {done && <Letters done={done} />}
      {problem && <p role="alert">{titleOf(problem, all)}</p>}
    </>
  )
}
