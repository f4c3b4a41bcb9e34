import { type FormEvent, useState } from 'react'
import type { SavedViews as Found, Problem, SavedViewView } from '../../../contract/index.js'
import { go } from '../address.js'
import { ProblemSummary, problemsByField } from '../form/problem-summary.js'
import { useSession, useSignedIn } from '../session.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

/** 常用筛选. One's own and shared ones; what is narrowed to now can be kept under a name. */
export function SavedViews({ query }: { readonly query: string }) {
  const words = useWords()
  const { loaded, reload } = useLoad<Found>('/api/views')
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const views = loaded.status === 'ready' ? loaded.value.views : []
  const isNew = query !== '' && !views.some((view) => view.query === query)
  const finish = (name: string | null): void => {
    setSaving(false)
    setSaved(name)
    reload()
  }
  if (views.length === 0 && !isNew) return null
  return (
    <section className="views" aria-label={words.overview.views.title}>
      {views.length > 0 && (
        <ul>
          {views.map((view) => (
            <ViewButton key={view.id} view={view} isNow={view.query === query} reload={reload} />
          ))}
        </ul>
      )}
      {isNew && !isSaving && (
        <button type="button" className="quiet" onClick={() => setSaving(true)}>
          {words.overview.views.save}
        </button>
      )}
      {isSaving && <SaveForm query={query} finish={finish} />}
      <span role="status" className="soft">
        {saved !== null && !isNew && words.overview.views.saved(saved)}
      </span>
    </section>
  )
}

function ViewButton({
  view,
  isNow,
  reload,
}: {
  readonly view: SavedViewView
  readonly isNow: boolean
  readonly reload: () => void
}) {
  const words = useWords()
  const { ask } = useSession()
  const remove = async (): Promise<void> => {
    await ask(`/api/views/${view.id}`, { method: 'DELETE' })
    reload()
  }
  return (
    <li className={isNow ? 'view view-now' : 'view'}>
      <button type="button" aria-pressed={isNow} onClick={() => go(`matters?${view.query}`)}>
        {view.name}
        {view.sharedWith && <span className="view-shared">{words.overview.views.shared}</span>}
      </button>
      {view.isOwn && (
        <button
          type="button"
          className="view-remove"
          aria-label={words.overview.views.remove(view.name)}
          onClick={() => void remove()}
        >
          ×
        </button>
      )}
    </li>
  )
}

function SaveForm({ query, finish }: { readonly query: string; readonly finish: (name: string | null) => void }) {
  const words = useWords()
  const { ask } = useSession()
  const { role } = useSignedIn()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const answer = await ask<SavedViewView>('/api/views', { method: 'POST', body: { name, query, isShared } })
    if (answer.ok) finish(answer.value.name)
    else setProblem(answer.problem)
  }
  const wrong = problemsByField(problem, words.form.isNeeded).name
  return (
    <form className="view-form" noValidate onSubmit={(event) => void send(event)}>
      {problem && wrong === undefined && <ProblemSummary problem={problem} fields={[]} />}
      <label htmlFor="view-name">{words.overview.views.name}</label>
      <input
        id="view-name"
        className="plain-input"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for.
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        {...(wrong === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': 'view-name-wrong' })}
      />
      {wrong !== undefined && (
        <span id="view-name-wrong" className="field-problem" role="alert">
          {wrong}
        </span>
      )}
      {role.role !== '' && (
        <label className="view-share">
          <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
          {words.overview.views.isShared(role.name)}
        </label>
      )}
      <button type="submit" className="plain-button">
        {words.overview.views.keep}
      </button>
      <button type="button" className="quiet" onClick={() => finish(null)}>
        {words.cancel}
      </button>
    </form>
  )
}
