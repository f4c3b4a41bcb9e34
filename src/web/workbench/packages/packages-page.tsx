import '../css/form.css'
import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { Problem } from '../frame/problem.js'
import { roleName, useSignedIn } from '../session.js'
import { type Fetching, useFetchedFile } from '../shown/use-fetched-file.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { packagesWords } from './packages-words.js'

/** 归档. Many matters in one package: for a review body, a court, an archive. */
export function PackagesPage() {
  const words = useScreenWords(packagesWords)
  const all = useWords()
  useEffect(() => {
    document.title = `${words.title} · ${all.product}`
  }, [words, all])
  return (
    <section className="packages">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <PackageForm />
    </section>
  )
}

type Asked = { readonly of: 'year' | 'numbers'; readonly year: string; readonly numbers: string; readonly purpose: string }

function PackageForm() {
  const words = useScreenWords(packagesWords)
  const { role } = useSignedIn()
  const { language } = useLanguage()
  const { fetching, start, stop } = useFetchedFile()
  const id = useId()
  const [asked, setAsked] = useState<Asked>({ of: 'numbers', year: '', numbers: '', purpose: '' })
  const [lacking, setLacking] = useState<string | null>(null)
  const change = (more: Partial<Asked>): void => setAsked((before) => ({ ...before, ...more }))
  const isRunning = fetching.status === 'running'
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const lacks = lackingIn(asked)
    setLacking(lacks === null ? null : words[lacks])
    if (lacks !== null) return
    const of = asked.of === 'year' ? { year: asked.year } : { numbers: asked.numbers.trim() }
    const query = new URLSearchParams({ ...of, purpose: asked.purpose, role: roleName(role), lang: language })
    void start(`/api/packages?${query}`, asked.of === 'year' ? `${asked.year}.zip` : 'matters.zip')
  }
  return (
    <form onSubmit={send} className="room-form">
      <fieldset className="field field-wide">
        <legend>{words.which}</legend>
        {(['numbers', 'year'] as const).map((of) => (
          <label key={of}>
            <input type="radio" name="of" checked={asked.of === of} onChange={() => change({ of })} /> {words[of]}
          </label>
        ))}
      </fieldset>
      {asked.of === 'year' ? (
        <div className="field">
          <label htmlFor={`${id}-year`}>{words.years}</label>
          <Input
            id={`${id}-year`}
            type="number"
            min={1990}
            max={2099}
            required
            value={asked.year}
            onChange={({ target }) => change({ year: target.value })}
          />
        </div>
      ) : (
        <div className="field field-wide">
          <label htmlFor={`${id}-numbers`}>{words.numbersLabel}</label>
          <p className="hint" id={`${id}-hint`}>
            {words.numbersHint}
          </p>
          <Input.TextArea
            id={`${id}-numbers`}
            aria-describedby={`${id}-hint`}
            rows={4}
            value={asked.numbers}
            onChange={({ target }) => change({ numbers: target.value })}
          />
        </div>
      )}
      <div className="field field-wide">
        <label htmlFor={`${id}-purpose`}>{words.purpose}</label>
        <Input
          id={`${id}-purpose`}
          maxLength={1000}
          value={asked.purpose}
          onChange={({ target }) => change({ purpose: target.value })}
        />
      </div>
      {lacking && (
        <p className="field-problem" role="alert">
          {lacking}
        </p>
      )}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isRunning}>
          {words.make}
        </Button>
        {isRunning && <Button onClick={stop}>{words.stop}</Button>}
      </div>
      <Progress fetching={fetching} />
      <p className="hint">{words.check}</p>
    </form>
  )
}

function lackingIn({ of, numbers, purpose }: Asked): 'needNumbers' | 'needPurpose' | null {
  if (of === 'numbers' && numbers.trim() === '') return 'needNumbers'
  return purpose.trim() === '' ? 'needPurpose' : null
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

function Progress({ fetching }: { readonly fetching: Fetching }) {
  const words = useScreenWords(packagesWords)
  if (fetching.status === 'none') return null
  if (fetching.status === 'refused') return <Problem problem={fetching.problem} />
  if (fetching.status === 'running' || fetching.status === 'done') {
    const size = megabytes(fetching.bytes)
    return <p role="status">{fetching.status === 'done' ? words.done(size) : words.received(size)}</p>
  }
  return <p role="status">{words[fetching.status]}</p>
}
