import { useEffect } from 'react'
import type { ClausePage, ScenarioRuns } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { Part } from '../administration/part.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { filterClauses, readStatus, statuses } from './clause-filter.js'
import { ClauseRow } from './clause-row.js'
import type { VersionId } from './version-path.js'
import { versionApi } from './version-path.js'

/** 条款. Every clause beside the rules that cite it, the examples that exercise it, and what it governs now. */
export function ClausesPart({ version }: { readonly version: VersionId }) {
  const words = useWords()
  const { loaded, reload } = useLoad<ClausePage>(`${versionApi(version)}/clauses`)
  const { loaded: ran } = useLoad<ScenarioRuns>(`${versionApi(version)}/scenarios`)
  const runs = ran.status === 'ready' ? ran.value : null
  return (
    <Part loaded={loaded} reload={reload}>
      {(page) => (
        <>
          <Clauses page={page} runs={runs} version={version} />
          <p className="soft regulation-note">
            {words.regulations.clauses.figures} {runs && words.regulations.clauses.ranAt(runs.at.shown)}
          </p>
        </>
      )}
    </Part>
  )
}

type Props = { readonly page: ClausePage; readonly runs: ScenarioRuns | null; readonly version: VersionId }

function Clauses({ page, runs, version }: Props) {
  const { regulations } = useWords()
  const { query } = useAddress()
  const text = query.get('q') ?? ''
  const status = readStatus(query.get('status'))
  const found = filterClauses(page.clauses, { text, status })
  useEffect(toAnchor, [])
  return (
    <>
      <div className="clause-tools">
        <input
          type="search"
          className="plain-input"
          aria-label={regulations.clauses.search}
          placeholder={regulations.clauses.search}
          value={text}
          onChange={(event) => changeQuery({ q: event.target.value })}
        />
        <fieldset className="counters">
          <legend className="unseen">{regulations.clauses.all}</legend>
          {[null, ...statuses].map((each) => (
            <button
              key={each ?? 'all'}
              type="button"
              className="counter counter-small"
              aria-pressed={status === each}
              onClick={() => changeQuery({ status: each ?? '' })}
            >
              <span>{each === null ? regulations.clauses.all : regulations.status[each]}</span>
              <b>{filterClauses(page.clauses, { text, status: each }).length}</b>
            </button>
          ))}
        </fieldset>
        <span className="unseen" role="status">
          {regulations.clauses.shown(found.length)}
        </span>
      </div>
      {found.length === 0 ? (
        <p className="empty">{regulations.clauses.none}</p>
      ) : (
        <ul className="clause-rows">
          {found.map((clause) => (
            <ClauseRow key={clause.id} clause={clause} runs={runs} version={version} />
          ))}
        </ul>
      )}
    </>
  )
}

/** A link to a clause ends at it, once the clauses are there. */
function toAnchor(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
