import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Problem, SessionView } from '../../contract/index.js'
import type { Answer } from './api/answer.js'
import { type Ask, request } from './api/request.js'
import { forgetStored, readStored, writeStored } from './stored.js'
import { languageTag, useLanguage } from './words/language.js'

export type Standing =
  | { readonly status: 'looking' }
  | { readonly status: 'out'; readonly wasIn: boolean }
  | { readonly status: 'in'; readonly session: SessionView }
  | { readonly status: 'failed'; readonly problem: Problem }

export type Asking = <T>(path: string, ask?: Ask) => Promise<Answer<T>>

export type SignInAsked = {
  readonly government: string
  readonly login: string
  readonly password: string
  readonly code?: string
  readonly proof?: string
}

type Session = {
  readonly standing: Standing
  readonly ask: Asking
  readonly signIn: (asked: SignInAsked) => Promise<Problem | null>
  readonly signOut: () => Promise<void>
  readonly wear: (role: string) => void
  readonly retry: () => void
}

export const draftPrefix = 'huiyin:draft:'
const roleKey = 'huiyin:role'

const Sessions = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(Sessions)
  if (session === null) throw new Error('useSession outside of SessionProvider')
  return session
}

/** The signed-in person, for what is shown only to one. */
export function useSignedIn(): SessionView {
  const { standing } = useSession()
  if (standing.status !== 'in') throw new Error('useSignedIn while signed out')
  return standing.session
}

/** What names a role in the header of every request. */
export const roleName = ({ role, unit, behalf }: Pick<SessionView['role'], 'role' | 'unit' | 'behalf'>): string =>
  `${role}${unit === null ? '' : `@${unit.id}`}${behalf === null ? '' : `~${behalf.id}`}`

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { language, speakAs } = useLanguage()
  const [standing, setStanding] = useState<Standing>({ status: 'looking' })
  const [role, setRole] = useState<string | null>(() => readStored('session', roleKey))
  const [turn, setTurn] = useState(0)
  const { csrf, government } = spokenIn(standing)

  const ask = useCallback<Asking>(
    async <T,>(path: string, how: Ask = {}) => {
      const answer = await request<T>({ csrf, role, government, language: languageTag(language) }, path, how)
      if (!answer.ok && answer.problem.status === 401) setStanding({ status: 'out', wasIn: true })
      // Signed in elsewhere by another tab: this one follows.
      if (!answer.ok && answer.problem.code === 'csrf') setTurn((before) => before + 1)
      return answer
    },
    [csrf, role, government, language],
  )

  useEffect(() => {
    speakAs(standing.status === 'in' ? standing.session.calls : null)
  }, [standing, speakAs])

  const changeRole = useCallback((next: string | null): void => {
    writeStored('session', roleKey, next)
    setRole(next)
  }, [])

  useLook({ role, language, turn }, (found) => {
    // A role that is no longer held: go on in the one the server chooses.
    if (found.status === 'failed' && found.problem.status === 403 && role !== null) changeRole(null)
    else setStanding(found)
  })
  const again = useCallback((): void => setTurn((before) => before + 1), [])
  const session = useMemo<Session>(
    () => ({
      standing,
      ask,
      signIn: async (body) => {
        const speaker = { csrf: null, role: null, language: languageTag(language) }
        const answer = await request<SessionView>(speaker, '/api/session', { method: 'POST', body })
        if (!answer.ok) return answer.problem
        changeRole(null)
        again()
        return null
      },
      signOut: async () => {
        await ask('/api/session', { method: 'DELETE' })
        forgetStored('session', draftPrefix)
        changeRole(null)
        setStanding({ status: 'out', wasIn: false })
      },
      wear: changeRole,
      retry: () => {
        setStanding({ status: 'looking' })
        again()
      },
    }),
    [standing, ask, language, changeRole, again],
  )
  return <Sessions value={session}>{children}</Sessions>
}

/** What every request names of the session that the screen is drawn for. */
const spokenIn = (standing: Standing): { readonly csrf: string | null; readonly government: string | null } =>
  standing.status === 'in'
    ? { csrf: standing.session.csrf, government: standing.session.government.id }
    : { csrf: null, government: null }

/** Looks who is signed in: at first, in another role or language, and when asked again. */
function useLook({ role, language, turn }: Looked, tell: (found: Standing) => void): void {
  const told = useRef(tell)
  told.current = tell
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again.
  useEffect(() => {
    const leaving = new AbortController()
    look({ role, language: languageTag(language), signal: leaving.signal }).then(
      (found) => told.current(found),
      () => undefined,
    )
    return () => leaving.abort()
  }, [role, language, turn])
}

type Looked = {
  readonly role: string | null
  readonly language: Parameters<typeof languageTag>[0]
  readonly turn: number
}

async function look(by: { role: string | null; language: string; signal: AbortSignal }): Promise<Standing> {
  const answer = await request<SessionView>({ csrf: null, role: by.role, language: by.language }, '/api/session', {
    signal: by.signal,
  })
  if (answer.ok) return { status: 'in', session: answer.value }
  return answer.problem.status === 401 ? { status: 'out', wasIn: false } : { status: 'failed', problem: answer.problem }
}
