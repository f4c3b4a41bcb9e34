import '../css/form.css'
import '../css/matter.css'
import '../css/matter-narrow.css'
import '../css/matter-print.css'
import { useEffect, useState } from 'react'
import { useAddress } from '../address.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { useScreenWords, useWords } from '../words/language.js'
import { sentence } from '../words/sentence.js'
import { IntakeForm } from './intake-form.js'
import { intakeWords } from './intake-words.js'
import type { Registered } from './registered.js'
import { useIntake } from './use-intake.js'

/** 登记来件. A matter that came by telephone, letter or in person, opened by the office. */
export function IntakePage() {
  const { product, kinds: kindWords } = useWords()
  const words = useScreenWords(intakeWords)
  const { acts, loaded, reload } = useIntake()
  const { query } = useAddress()
  const [registered, setRegistered] = useState<Registered | null>(null)
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  if (loaded.status === 'loading') return <Waiting />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  if (registered) return <IntakeDone registered={registered} another={() => setRegistered(null)} />
  const open = acts.filter((act) => act.refusal === null)
  const kinds = [...new Map(open.map(({ kind }) => [kind.id, kind])).values()]
  const chosen = kinds.find(({ id }) => id === query.get('regulation')) ?? kinds[0]
  const ways = open.filter(({ kind }) => kind.id === chosen?.id)
  const way = ways.find(({ act }) => act === query.get('act')) ?? ways[0]
  return (
    <section className="intake">
      <h1>{words.title}</h1>
      {open.length === 0 && <p className="soft">{words.none}</p>}
      {kinds.length > 1 && (
        <nav className="kind-filter" aria-label={kindWords.filter}>
          {kinds.map(({ id, name }) => (
            <Link key={id} to={`new?regulation=${encodeURIComponent(id)}`} aria-current={id === chosen?.id ? 'page' : undefined}>
              {sentence(name)}
            </Link>
          ))}
        </nav>
      )}
      {way && ways.length > 1 && (
        <nav className="kind-filter" aria-label={words.ways}>
          {ways.map(({ act, name, kind }) => (
            <Link
              key={act}
              to={`new?regulation=${encodeURIComponent(kind.id)}&act=${encodeURIComponent(act)}`}
              aria-current={act === way.act ? 'page' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {way && <IntakeForm key={`${way.kind.id}:${way.act}`} act={way} finish={setRegistered} />}
    </section>
  )
}

function IntakeDone({ registered, another }: { readonly registered: Registered; readonly another: () => void }) {
  const words = useScreenWords(intakeWords)
  return (
    <section className="intake" role="status">
      <h1>{words.done(registered.number)}</h1>
      {registered.code !== '' && (
        <dl className="facts">
          <div>
            <dt>{words.code}</dt>
            <dd className="number">{registered.code}</dd>
          </div>
        </dl>
      )}
      {registered.id !== undefined && (
        <p>
          <Link to={`matters/${encodeURIComponent(registered.id)}`} className="main-link">
            {words.show}
          </Link>
        </p>
      )}
      <button type="button" className="plain-button" onClick={another}>
        {words.another}
      </button>
    </section>
  )
}
