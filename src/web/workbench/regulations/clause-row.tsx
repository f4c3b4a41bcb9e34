import type { ScenarioRuns } from '../../../contract/index.js'
import { Link } from '../link.js'
import { useLanguage, useWords } from '../words/language.js'
import { type Clause, clauseAnchor } from './clause-filter.js'
import type { VersionId } from './version-path.js'
import { versionPath } from './version-path.js'

type Props = { readonly clause: Clause; readonly runs: ScenarioRuns | null; readonly version: VersionId }

export function ClauseRow({ clause, runs, version }: Props) {
  const { language, words } = useLanguage()
  const { regulations } = words
  const anchor = clauseAnchor(clause.id)
  const text = language === 'en' && clause.en !== '' ? clause.en : clause.zh
  return (
    <li className={`clause-row clause-${clause.status}`} id={anchor} tabIndex={-1}>
      <div className="clause-said">
        <h2>
          <Link to={`${versionPath(version)}#${anchor}`} aria-label={regulations.clauses.anchor(clause.shown[language])}>
            {clause.shown[language]}
          </Link>
        </h2>
        <b className={`mark mark-${clause.status}`}>{regulations.status[clause.status]}</b>
        <p>{text}</p>
        {clause.why !== null && clause.why !== '' && <p className="soft">{clause.why}</p>}
      </div>
      <div className="clause-rules">
        <Figures clause={clause} />
        <Carrier clause={clause} />
        {clause.rules.length === 0 ? (
          clause.carriedBy === null && <p className="soft">{regulations.clauses.noRules}</p>
        ) : (
          <ul aria-label={regulations.clauses.rules}>
            {clause.rules.map((rule) => (
              <li key={rule.id}>
                <span className={`rule-kind rule-${rule.kind}`}>{regulations.kinds[rule.kind]}</span> <b>{rule.name}</b>
                <ul className="rule-says">
                  {rule.says.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
        <Scenarios clause={clause} runs={runs} version={version} />
      </div>
    </li>
  )
}

/** 一部办法管几种事项. Whose rules carry it out, where they are those for matters of another kind. */
function Carrier({ clause: { id, carriedBy } }: { readonly clause: Clause }) {
  const { regulations } = useWords()
  if (carriedBy === null) return null
  const { name, version } = carriedBy
  return (
    <p>
      {regulations.clauses.carriedBy}{' '}
      {version === null ? name : <Link to={`${versionPath({ id: carriedBy.id, version })}#${clauseAnchor(id)}`}>{name}</Link>}
    </p>
  )
}

function Figures({ clause: { now } }: { readonly clause: Clause }) {
  const { regulations } = useWords()
  if (now === null) return null
  return (
    <p className="clause-figures">
      <b className="number">{regulations.clauses.now(now.matters)}</b>
      {now.matters > 0 && (
        <span className={now.late > 0 ? 'number clause-late' : 'number soft'}>
          {now.late > 0 ? regulations.clauses.late(now.late) : regulations.clauses.noneLate}
        </span>
      )}
    </p>
  )
}

function Scenarios({ clause, runs, version }: Props) {
  const { about, regulations } = useWords()
  if (runs === null) return <p className="soft">{regulations.clauses.running}</p>
  const of = runs.scenarios.filter(({ clauses }) => clauses.includes(clause.id))
  if (of.length === 0)
    return clause.status === 'executed' && clause.carriedBy === null ? (
      <p className="soft">{regulations.clauses.noScenarios}</p>
    ) : null
  const held = of.filter(({ holds }) => holds).length
  return (
    <details className="clause-scenarios">
      <summary className={held === of.length ? 'all-hold' : 'some-fail'}>
        {regulations.clauses.scenarios(held, of.length)}
      </summary>
      <ul>
        {of.map(({ id, title, holds, failures }) => (
          <li key={id}>
            <b className={holds ? 'all-hold' : 'some-fail'}>
              {holds ? `✓ ${regulations.clauses.holds}` : `✗ ${regulations.clauses.fails}`}
            </b>{' '}
            {title}{' '}
            <Link to={`${versionPath(version, 'simulator')}?scenario=${id}`} aria-label={about(regulations.clauses.play, title)}>
              {regulations.clauses.play}
            </Link>
            {failures.map(({ difference, reasons }) => (
              <div key={difference}>
                <code>{difference}</code>
                {reasons.map((reason) => (
                  <p className="soft" key={reason}>
                    {reason}
                  </p>
                ))}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
