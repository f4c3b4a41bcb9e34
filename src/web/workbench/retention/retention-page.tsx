import '../css/administration.css'
import '../css/form.css'
import { type ReactNode, useEffect } from 'react'
import type { RetentionView } from '../../../contract/index.js'
import { Part } from '../administration/part.js'
import { NotFound } from '../frame/not-found.js'
import { Link } from '../link.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { HoldsPart } from './holds-part.js'
import { OverPart } from './over-part.js'
import { ProposedPart } from './proposed-part.js'
import { RegisterPart } from './register-part.js'
import { retentionWords } from './retention-words.js'
import { TermsPart } from './terms-part.js'

const parts = ['over', 'proposed', 'holds', 'decided', 'terms'] as const
type PartName = (typeof parts)[number]

/** 保管与销毁. How long matters are kept, and what goes after that, part by part, each at its own address. */
export function RetentionPage({ id }: { readonly id: string }) {
  const words = useScreenWords(retentionWords)
  const all = useWords()
  const { loaded, reload } = useLoad<RetentionView>('/api/retention')
  const at = parts.find((part) => part === id) ?? (id === '' ? firstOf(loaded) : undefined)
  const title = at === undefined ? words.title : words.parts[at]
  useEffect(() => {
    document.title = `${title} · ${words.title} · ${all.product}`
  }, [title, words, all])
  if (at === undefined) return <NotFound />
  return (
    <section className="administration">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="soft">{words.lead}</p>
      </div>
      <nav className="admin-parts" aria-label={words.title}>
        {parts.map((part) => (
          <Link key={part} to={`retention/${part}`} {...(part === at ? { 'aria-current': 'page' as const } : {})}>
            {words.parts[part]}
          </Link>
        ))}
      </nav>
      <Part loaded={loaded} reload={reload}>
        {(view) => shown(at, view, reload)}
      </Part>
    </section>
  )
}

/** Whoever proposes begins with what is over; whoever decides, with what waits. */
const firstOf = (loaded: ReturnType<typeof useLoad<RetentionView>>['loaded']): PartName =>
  loaded.status === 'ready' && !loaded.value.mayPropose ? 'proposed' : 'over'

function shown(part: PartName, view: RetentionView, reload: () => void): ReactNode {
  switch (part) {
    case 'over':
      return <OverPart view={view} />
    case 'proposed':
      return <ProposedPart view={view} />
    case 'holds':
      return <HoldsPart view={view} />
    case 'decided':
      return <RegisterPart />
    case 'terms':
      return <TermsPart view={view} reload={reload} key={view.revision} />
  }
}
