import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { GovernmentView, Named, Problem as ProblemView } from '../../../contract/index.js'
import { solveProof } from '../../parts/solve-proof.js'
import { LanguageSwitch } from '../frame/language-switch.js'
import { Problem, titleOf } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { useSession } from '../session.js'
import { readStored, writeStored } from '../stored.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'

const lastKey = 'huiyin:government'

/** Where one comes from having set a password by a link: of which government it is. Said once: it is taken out of the address. */
function passwordSetFor(): string | null {
  const address = new URL(window.location.href)
  const government = address.searchParams.get('passwordSet')
  if (government === null) return null
  writeStored('local', lastKey, government)
  address.searchParams.delete('passwordSet')
  window.history.replaceState(null, '', address)
  return government
}

/** Sign-in. Whoever was thrown out by time finds the page and the text again after it. */
export function SignInPage({ wasIn }: { readonly wasIn: boolean }) {
  const words = useWords()
  const [isPasswordSet] = useState(() => passwordSetFor() !== null)
  const { loaded, reload } = useLoad<readonly GovernmentView[]>('/api/governments')
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <p className="sign-in-brand">{words.product}</p>
        <LanguageSwitch />
      </header>
      <main className="sign-in-card">
        <h1>{words.signIn.title}</h1>
        {isPasswordSet && <p role="status">{words.signIn.passwordSet}</p>}
        <p className="soft">{wasIn ? words.signIn.again : words.signIn.lead}</p>
        {loaded.status === 'loading' && <Waiting lines={4} />}
        {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
        {loaded.status === 'ready' && loaded.value.length === 0 && <p role="status">{words.signIn.notSetUp}</p>}
        {loaded.status === 'ready' && loaded.value.length > 0 && <SignInForm governments={loaded.value} />}
      </main>
    </div>
  )
}

function SignInForm({ governments }: { readonly governments: readonly Named[] }) {
  const words = useWords()
  const { signIn } = useSession()
  const last = readStored('local', lastKey)
  const [government, setGovernment] = useState(governments.find((each) => each.id === last)?.id ?? governments[0]?.id ?? '')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const [isProving, setProving] = useState(false)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    writeStored('local', lastKey, government)
    const asked = { government, login: login.trim(), password, ...(code === null ? {} : { code }) }
    let refused = await signIn(asked)
    if (refused?.challenge !== undefined) {
      // Instead of the wait: the browser works a moment, and what was typed is tried once more.
      setProving(true)
      const proof = await solveProof(refused.challenge)
      setProving(false)
      if (proof !== null) refused = await signIn({ ...asked, proof })
    }
    setBusy(false)
    if (refused === null) return
    setProblem(refused)
    if (refused.code === 'second-factor' || refused.code === 'wrong-second-factor') return setCode('')
    setPassword('')
    setCode(null)
    document.getElementById('password')?.focus()
  }
  return (
    <form onSubmit={(event) => void send(event)} className="sign-in-form">
      {problem && (
        <p className="refusal" role="alert" id="sign-in-problem">
          {titleOf(problem, words)} {problem.detail !== problem.title && problem.detail}
        </p>
      )}
      {isProving && <p role="status">{words.signIn.proving}</p>}
      <label htmlFor="government">{words.signIn.government}</label>
      <select id="government" className="plain-select" value={government} onChange={(event) => setGovernment(event.target.value)}>
        {governments.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <label htmlFor="login">{words.signIn.login}</label>
      <Input
        id="login"
        size="large"
        required
        autoComplete="username"
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <label htmlFor="password">{words.signIn.password}</label>
      <Input.Password
        id="password"
        size="large"
        required
        autoComplete="current-password"
        value={password}
        aria-describedby={problem ? 'sign-in-problem' : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      {code !== null && (
        <>
          <label htmlFor="code">{words.signIn.code}</label>
          <Input
            id="code"
            size="large"
            required
            autoFocus
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>
        {words.signIn.send}
      </Button>
    </form>
  )
}
