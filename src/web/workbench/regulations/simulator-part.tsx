import '../css/acts.css'
import '../css/form.css'
import '../css/matter.css'
import '../css/matter-narrow.css'
import '../css/matter-print.css'
import { useCallback, useEffect, useState } from 'react'
import type { Played, PlayedStep, Problem as ProblemView, ScenarioStart } from '../../../contract/index.js'
import { go, useAddress } from '../address.js'
import { Waiting } from '../frame/waiting.js'
import { Wrong } from '../frame/wrong.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { NowBar } from './now-bar.js'
import { PlayForm } from './play-form.js'
import { type Play, playHash, readPlayHash, withStep } from './play-link.js'
import { PlayStanding } from './play-standing.js'
import { PlaySteps } from './play-steps.js'
import { PlayTools } from './play-tools.js'
import type { VersionId } from './version-path.js'
import { versionApi, versionPath } from './version-path.js'

type Answer = { readonly played: Played | null; readonly problem: ProblemView | null; readonly isBusy: boolean }

/** 推演. Steps tried one by one under a version of the regulation, seen at any moment. Nothing is recorded. */
export function SimulatorPart({ version, today }: { readonly version: VersionId; readonly today: string }) {
  const { simulator } = useWords().regulations
  const { ask } = useSession()
  const api = versionApi(version)
  const { query } = useAddress()
  const scenario = query.get('scenario')
  const [play, setPlay] = useState<Play>(() => readPlayHash(window.location.hash) ?? { steps: [], now: today, as: '' })
  const [answer, setAnswer] = useState<Answer>({ played: null, problem: null, isBusy: true })

  const put = useCallback(
    (next: Play): void => {
      setPlay(next)
      go(`${versionPath(version, 'simulator')}${playHash(next)}`, 'replace')
    },
    [version],
  )

  const load = useCallback(
    async (id: string): Promise<void> => {
      const found = await ask<ScenarioStart>(`${api}/scenarios/${encodeURIComponent(id)}`)
      if (found.ok) put({ steps: found.value.steps, now: found.value.now, as: '' })
      else setAnswer((before) => ({ ...before, problem: found.problem }))
    },
    [ask, api, put],
  )
  useEffect(() => {
    if (scenario !== null) void load(scenario)
  }, [scenario, load])

  useEffect(() => {
    const leaving = new AbortController()
    setAnswer((before) => ({ ...before, isBusy: true }))
    ask<Played>(`${api}/simulate`, { method: 'POST', body: play, signal: leaving.signal }).then(
      (found) =>
        setAnswer((before) =>
          found.ok ? { played: found.value, problem: null, isBusy: false } : { ...before, problem: found.problem, isBusy: false },
        ),
      () => undefined,
    )
    return () => leaving.abort()
  }, [ask, api, play])

  const { played, problem, isBusy } = answer
  const add = (step: PlayedStep): void =>
    put({ ...play, steps: withStep(play.steps, step), now: step.at > play.now ? step.at : play.now })
  return (
    <>
      <p className="regulation-note">{simulator.lead}</p>
      <PlayTools
        version={version}
        scenario={played?.scenario ?? ''}
        load={(id) => void load(id)}
        clear={() => put({ steps: [], now: play.now, as: '' })}
      />
      <NowBar key={play.now} now={play.now} first={play.steps[0]?.at ?? play.now} look={(now) => put({ ...play, now })} />
      {problem !== null && <Wrong problem={problem} />}
      {played === null && problem === null && <Waiting lines={10} />}
      {played !== null && (
        <div className={isBusy ? 'play stale' : 'play'} aria-busy={isBusy}>
          <div className="play-done">
            <PlaySteps
              steps={played.steps}
              see={(at) => put({ ...play, now: play.steps[at]?.at ?? play.now })}
              remove={(at) => put({ ...play, steps: play.steps.filter((_, place) => place !== at) })}
            />
            <PlayForm played={played} now={play.now} choose={(as) => put({ ...play, as })} add={add} />
          </div>
          <PlayStanding played={played} />
        </div>
      )}
    </>
  )
}
