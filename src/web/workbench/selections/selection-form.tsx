import { clausesShown } from '../../../core/index.js'
import '../css/form.css'
import '../css/selections.css'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { CandidatesView, Problem, SelectionOffer, SelectionRequest, SelectionView } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { Choice } from './choice.js'
import { selectionsWords } from './selections-words.js'

type Props = { readonly offers: readonly SelectionOffer[]; readonly made: (selection: SelectionView) => Promise<void> }
type Candidates = CandidatesView['candidates']

/** For which act, among which matters; then how many the lot draws, or which are chosen. */
export function SelectionForm({ offers, made }: Props) {
  const words = useScreenWords(selectionsWords)
  const [asked, setAsked] = useState({ place: 0, from: '', to: '' })
  const offer = offers[asked.place]
  const { found, problem, look, choose, forget } = useCandidates(offer, asked, made)
  if (offer === undefined) return null
  const change = (more: Partial<typeof asked>): void => {
    setAsked({ ...asked, ...more })
    forget()
  }
  return (
    <>
      <form
        className="room-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void look()
        }}
      >
        <What offers={offers} place={asked.place} change={(place) => change({ place })} />
        <div className="field selection-days">
          {(['from', 'to'] as const).map((key) => (
            <label key={key}>
              {words[key]}{' '}
              <input
                className="plain-input"
                type="date"
                value={asked[key]}
                onChange={({ target }) => change({ [key]: target.value })}
              />
            </label>
          ))}
          <p className="hint">{words.days}</p>
        </div>
        <div className="form-end">
          <Button htmlType="submit">{words.look}</Button>
        </div>
      </form>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {found && <Choice key={`${asked.place}`} byLot={offer.byLot} found={found} choose={choose} />}
    </>
  )
}

type Asked = { readonly from: string; readonly to: string }

/** What can be chosen among, as it was last asked for, and the choice itself. */
function useCandidates(offer: SelectionOffer | undefined, days: Asked, made: Props['made']) {
  const all = useWords()
  const { ask } = useSession()
  const [found, setFound] = useState<Candidates | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const among = { regulation: offer?.regulation ?? '', act: offer?.act ?? '', ...filled(days) }
  const failed = (why: Problem): void =>
    setProblem(why.problems?.map(({ sentence }) => sentence).join(' ') || why.detail || titleOf(why, all))
  return {
    found,
    problem,
    forget: () => setFound(null),
    look: async (): Promise<void> => {
      setProblem(null)
      const answer = await ask<CandidatesView>(`/api/selections/candidates?${new URLSearchParams(among)}`)
      setFound(answer.ok ? answer.value.candidates : null)
      if (!answer.ok) failed(answer.problem)
    },
    choose: async (how: Pick<SelectionRequest, 'amount' | 'numbers'>): Promise<void> => {
      setProblem(null)
      const answer = await ask<SelectionView>('/api/selections', { method: 'POST', body: { ...among, ...how } })
      if (!answer.ok) return failed(answer.problem)
      setFound(null)
      await made(answer.value)
    },
  }
}

type WhatProps = { readonly offers: Props['offers']; readonly place: number; readonly change: (place: number) => void }

function What({ offers, place, change }: WhatProps) {
  const words = useScreenWords(selectionsWords)
  const { language } = useLanguage()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words.what}</label>
      <select className="plain-select" id={id} value={place} onChange={({ target }) => change(Number(target.value))}>
        {offers.map(({ regulation, act, name, kind, byLot }, at) => (
          <option key={`${regulation} ${act}`} value={at}>
            {byLot ? words.byLot(name, kind) : words.byHand(name, kind)}
          </option>
        ))}
      </select>
      <p className="hint">{clausesShown(offers[place]?.clauses ?? [], language).join(' ')}</p>
    </div>
  )
}

const filled = ({ from, to }: Asked) => ({
  ...(from === '' ? {} : { from }),
  ...(to === '' ? {} : { to }),
})
