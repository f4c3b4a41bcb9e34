import { type ReactNode, useEffect } from 'react'
import type { RegulationsHere } from '../../../contract/index.js'
import { NotFound } from '../frame/not-found.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { ClausePlaces } from '../shown/clause-place.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { ClausesPart } from './clauses-part.js'
import { DiagramPart } from './diagram-part.js'
import { ReadingsPart } from './readings-part.js'
import { SimulatorPart } from './simulator-part.js'
import { type Tab, tabs, type VersionId, versionPath } from './version-path.js'
import { WhatIfPart } from './what-if-part.js'

/** One version of a regulation, tab by tab. */
export function VersionPage({ version, tab }: { readonly version: VersionId; readonly tab: Tab }) {
  const words = useWords()
  const { loaded, reload } = useLoad<RegulationsHere>('/api/office/regulations')
  const here = loaded.status === 'ready' ? loaded.value : null
  const found = here?.versions.find((each) => each.id === version.id && each.version === version.version)
  const title = found?.shortTitle ?? version.id
  useEffect(() => {
    document.title = `${words.regulations.tabs[keyOf(tab)]} · ${title} · ${words.product}`
  }, [tab, title, words])
  if (loaded.status === 'loading') return <Waiting lines={12} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  if (found === undefined) return <NotFound />
  const offered = tabs.filter((each) => each !== 'what-if' || loaded.value.mayReplay)
  return (
    <section className="regulation">
      <p className="regulation-back">
        <Link to="regulations">{words.regulations.back}</Link>
      </p>
      <div className="page-head">
        <h1>{found.title}</h1>
        <p className="soft">
          {[found.number, found.status, found.version].filter((each) => each !== '').join(' · ')}
          {' · '}
          {words.regulations.matters(found.matters)}
        </p>
      </div>
      <nav className="regulation-tabs" aria-label={found.shortTitle}>
        {offered.map((each) => (
          <Link key={each} to={versionPath(version, each)} {...(each === tab ? { 'aria-current': 'page' as const } : {})}>
            {words.regulations.tabs[keyOf(each)]}
          </Link>
        ))}
      </nav>
      <ClausePlaces value={version}>{shown(version, tab, loaded.value)}</ClausePlaces>
    </section>
  )
}

const keyOf = (tab: Tab) => (tab === 'what-if' ? 'whatIf' : tab)

function shown(version: VersionId, tab: Tab, here: RegulationsHere): ReactNode {
  switch (tab) {
    case 'clauses':
      return <ClausesPart version={version} />
    case 'diagram':
      return <DiagramPart version={version} />
    case 'simulator':
      return <SimulatorPart version={version} today={here.now} />
    case 'what-if':
      return <WhatIfPart version={version} />
    case 'readings':
      return <ReadingsPart version={version} mayReplay={here.mayReplay} />
  }
}
