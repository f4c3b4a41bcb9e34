import { useAsked } from '../as-of/as-of.js'
import '../css/supervision.css'
import '../css/documents.css'
import { useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../../contract/index.js'
import { Problem, titleOf } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { roleName, useSession, useSignedIn } from '../session.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { BulletinPart } from './bulletin.js'
import { DocumentLine } from './documents.js'
import { documentsWords } from './documents-words.js'
import { IssueForm, ShownThen, SpoilForm } from './issue-form.js'
import { Paper } from './paper.js'
import type { Send } from './send.js'
import { WriteForm } from './write-form.js'

/** One document: what a person writes on it, how it looks, and its way out of the house. */
export function DocumentPage({ id }: { readonly id: string }) {
  const words = useScreenWords(documentsWords)
  const all = useWords()
  const { ask } = useSession()
  const { government } = useSignedIn()
  const path = `/api/documents/${encodeURIComponent(id)}`
  const { loaded, reload } = useLoad<DocumentView>(useAsked()(path))
  const [problem, setProblem] = useState<string | null>(null)
  const [isUnsaved, setUnsaved] = useState(false)
  const asked = useRef(0)
  const document_ = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${document_ === null ? all.loading : all.numbered(document_.kind.name, document_.number)} · ${all.product}`
  }, [document_, all])
  if (loaded.status === 'loading') return <Waiting lines={10} />
  if (loaded.status === 'failed') return <Problem problem={loaded.problem} retry={reload} isPage />
  const shown = loaded.value
  const send: Send = async (method, to, body) => {
    const isHold = to === '/lock'
    if (!isHold) asked.current += 1
    const own = asked.current
    const answer = await ask<null>(`${path}${to}`, { method, body })
    // What was asked before something else is told no more: a late refusal would speak of a text that has been put right since.
    if (own === asked.current && !(isHold && answer.ok))
      setProblem(answer.ok ? null : answer.problem.detail || titleOf(answer.problem, all))
    // Whoever was refused looks at the paper as it is now, perhaps issued by somebody else; what was typed stays in the form.
    if (answer.ok || to === '/issue') reload()
    return answer.ok ? null : answer.problem
  }
  return (
    <div className="slip document">
      <div className="no-print document-tools">
        <Link to={`matters/${encodeURIComponent(shown.matter)}`}>{words.back}</Link>
        <h1>
          {shown.kind.name} {shown.number}
        </h1>
        <DocumentLine row={shown} />
        <Files shown={shown} path={path} />
        {problem && (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        {shown.asked && <BulletinPart shown={shown} bulletin={shown.asked} send={send} />}
        {shown.lockedBy && <p role="status">{words.lockedBy(shown.lockedBy.name)}</p>}
        {shown.mayWrite && <WriteForm key={shown.version} shown={shown} send={send} tellUnsaved={setUnsaved} />}
        {shown.whyNotIssued !== '' && <p role="status">{shown.whyNotIssued}</p>}
        {shown.mayIssue && <IssueForm key={`issue-${shown.version}`} shown={shown} send={send} isUnsaved={isUnsaved} />}
        {shown.maySpoil && <SpoilForm send={send} />}
        <ShownThen odd={shown.despite} />
        {shown.hash && <p className="hint document-hash">{words.hash(shown.hash)}</p>}
        <h2>{words.preview}</h2>
      </div>
      {government.emblem !== '' && (
        <img
          className="paper-emblem no-print"
          src={`/${government.id}/emblem?v=${government.emblem}`}
          alt={words.emblem(government.name)}
        />
      )}
      <Paper blocks={shown.paper} title={words.preview} />
    </div>
  )
}

/** A browser sends no header with a link: the role stands in the address. */
function Files({ shown, path }: { readonly shown: DocumentView; readonly path: string }) {
  const words = useScreenWords(documentsWords)
  const { role } = useSignedIn()
  const asked = useAsked()
  const as = `?role=${encodeURIComponent(roleName(role))}`
  return (
    <p className="document-files">
      <a className="plain-button" href={asked(`${path}/docx${as}`)} download>
        {words.word}
      </a>
      {shown.hasPdf && (
        <a className="plain-button" href={asked(`${path}/pdf${as}`)} download>
          {words.pdf}
        </a>
      )}
      <button type="button" className="plain-button" onClick={() => window.print()}>
        {words.print}
      </button>
      {!shown.hasPdf && <span className="hint">{words.noPdf}</span>}
    </p>
  )
}
