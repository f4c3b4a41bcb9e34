import { useEffect } from 'react'
import type { RegulationsHere } from '../../../contract/index.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { versionPath } from './version-path.js'

type Version = RegulationsHere['versions'][number]

/** The regulations and versions in force here. */
export function VersionList() {
  const words = useWords()
  const { loaded, reload } = useLoad<RegulationsHere>('/api/office/regulations')
  useEffect(() => {
    document.title = `${words.regulations.title} · ${words.product}`
  }, [words])
  return (
    <section className="regulations">
      <div className="page-head">
        <h1>{words.regulations.title}</h1>
        <p className="soft">{words.regulations.lead}</p>
      </div>
      {loaded.status === 'loading' && <Waiting lines={6} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' &&
        (loaded.value.versions.length === 0 ? (
          <p className="empty">{words.regulations.none}</p>
        ) : (
          <ul className="versions">
            {loaded.value.versions.map((version) => (
              <VersionCard key={`${version.id}/${version.version}`} version={version} />
            ))}
          </ul>
        ))}
    </section>
  )
}

function VersionCard({ version }: { readonly version: Version }) {
  const { regulations } = useWords()
  const { clauses } = version
  const counts = [
    ['executed', clauses.executed],
    ['form', clauses.form],
    ['judgement', clauses.judgement],
    ['not-covered', clauses.notCovered],
  ] as const
  return (
    <li className="version">
      <h2>
        <Link to={versionPath(version)} data-row="">
          {version.title}
        </Link>
      </h2>
      <p className="soft">{[version.issuer, version.number, version.status].filter((each) => each !== '').join(' · ')}</p>
      <p className="version-marks">
        <b className={version.isInForce ? 'mark mark-good' : 'mark'}>
          {version.isInForce ? regulations.inForce : regulations.notInForce}
        </b>
        {version.isNew && <b className="mark mark-blue">{regulations.isNew}</b>}
        <span>
          {version.effectiveFrom === null ? regulations.undated : regulations.from(version.effectiveFrom, version.effectiveTo)}
        </span>
        <span>{regulations.matters(version.matters)}</span>
      </p>
      <ul className="version-counts">
        {counts.map(([status, count]) => (
          <li key={status}>
            <b className="number">{count}</b> {regulations.status[status]}
          </li>
        ))}
      </ul>
    </li>
  )
}
