import '../css/documents.css'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { DocumentListView, DocumentRowView, Problem as ProblemAnswer } from '../../../contract/index.js'
import { go } from '../address.js'
import { useAsked } from '../as-of/as-of.js'
import { titleOf } from '../frame/problem.js'
import { Link } from '../link.js'
import { useSession } from '../session.js'
import { MomentText } from '../shown/moment-text.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { documentsWords } from './documents-words.js'
import { type DaysStated, StatedDays } from './stated-days.js'

/** 文书. The papers of a matter, and those that may be made of it now, at its `revision`. What is open stays so when it becomes another. */
export function Documents({ matter, revision }: { readonly matter: string; readonly revision: number }) {
  const words = useScreenWords(documentsWords)
  const asked = useAsked()
  const { loaded } = useLoad<DocumentListView>(asked(`/api/matters/${encodeURIComponent(matter)}/documents`), revision)
  const [isMaking, setMaking] = useState(false)
  if (loaded.status !== 'ready') return null
  const { rows, kinds } = loaded.value
  if (rows.length === 0 && kinds.length === 0) return null
  return (
    <section className="block documents no-print" aria-labelledby="documents">
      <div className="block-head">
        <h2 id="documents">{words.title}</h2>
        {kinds.length > 0 && !isMaking && (
          <button type="button" className="quiet" onClick={() => setMaking(true)}>
            {words.make}
          </button>
        )}
      </div>
      {isMaking && <MakeForm matter={matter} kinds={kinds} />}
      {rows.length === 0 && !isMaking && <p className="soft">{words.none}</p>}
      <ul className="document-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`documents/${encodeURIComponent(row.id)}`}>
              {row.kind.name} {row.number}
            </Link>
            {row.unit && <span className="soft"> {row.unit.name}</span>}
            <DocumentLine row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who made it what it is, and when. */
export function DocumentLine({ row }: { readonly row: DocumentRowView }) {
  const words = useScreenWords(documentsWords)
  const { status, draftedBy, draftedAt, issuedBy, issuedAt, spoiledBy, spoiledAt, spoiledWhy } = row
  return (
    <span className="soft document-line">
      <b>{words.status[status]}</b> {words.draftedBy(draftedBy.name)} <MomentText at={draftedAt} />
      {issuedBy && issuedAt && (
        <>
          {' '}
          {words.issuedBy(issuedBy.name)} <MomentText at={issuedAt} />
        </>
      )}
      {spoiledBy && spoiledAt && (
        <>
          {' '}
          {words.spoiledBy(spoiledBy.name, spoiledWhy ?? '')} <MomentText at={spoiledAt} />
        </>
      )}
    </span>
  )
}

function MakeForm({ matter, kinds }: { readonly matter: string; readonly kinds: DocumentListView['kinds'] }) {
  const words = useScreenWords(documentsWords)
  const all = useWords()
  const { ask } = useSession()
  const id = useId()
  const [wanted, setKind] = useState('')
  // What may be made changes with the matter: what was chosen may be gone.
  const kind = kinds.some((each) => each.id === wanted) ? wanted : (kinds[0]?.id ?? '')
  const [stated, setStated] = useState<DaysStated>({ from: '', to: '', part: {} })
  const [problem, setProblem] = useState<ProblemAnswer | null>(null)
  const { states = null, units = null } = kinds.find((each) => each.id === kind) ?? {}
  const [named, setUnit] = useState('')
  const unit = units?.some((each) => each.id === named) ? named : (units?.[0]?.id ?? '')
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const path = `/api/matters/${encodeURIComponent(matter)}/documents`
    const answer = await ask<{ id: string }>(path, {
      method: 'POST',
      body: { kind, ...(states === null ? {} : stated), ...(unit === '' ? {} : { unit }) },
    })
    if (answer.ok) return go(`documents/${answer.value.id}`)
    setProblem(answer.problem)
  }
  return (
    <form className="document-make" onSubmit={(event) => void make(event)}>
      <label htmlFor={id}>{words.makeKind}</label>
      <select id={id} value={kind} onChange={(event) => setKind(event.target.value)}>
        {kinds.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      {units !== null && (
        <>
          <label htmlFor={`${id}-unit`}>{words.forUnit}</label>
          <select id={`${id}-unit`} value={unit} onChange={(event) => setUnit(event.target.value)}>
            {units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </>
      )}
      {states !== null && (
        <StatedDays parts={states.parts} problems={problem?.problems ?? []} stated={stated} change={setStated} />
      )}
      <Button htmlType="submit">{words.makeNow}</Button>
      {problem && (problem.problems ?? []).length === 0 && (
        <p className="field-problem" role="alert">
          {problem.detail || titleOf(problem, all)}
        </p>
      )}
    </form>
  )
}
