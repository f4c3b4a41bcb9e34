import type { Problem } from '../../../contract/index.js'
import { type Answer, plainProblem, unreachableCode } from './answer.js'

/** What every request carries beside its own: who speaks, in which role and language, and for which government the screen was drawn. */
export type Speaker = {
  readonly csrf: string | null
  readonly role: string | null
  readonly language: string
  readonly government?: string | null
}

export type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly revision?: number
  /** The same key with the same content is recorded once, however often it is sent. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** What is answered is a file: it comes as a `Blob`. */
  readonly isFile?: boolean
}

/** One request to the server; a problem is an answer, not an exception. An aborted request throws, as nobody waits for it. */
export async function request<T>(speaker: Speaker, path: string, ask: Ask = {}): Promise<Answer<T>> {
  const response = await send(speaker, path, ask)
  if (response === null) return { ok: false, problem: plainProblem(0, unreachableCode) }
  if (response.ok && ask.isFile === true) return { ok: true, value: (await response.blob()) as T, status: response.status }
  const body = await bodyOf(response)
  if (response.ok) return { ok: true, value: body as T, status: response.status }
  return { ok: false, problem: isProblem(body) ? body : plainProblem(response.status, unreachableCode) }
}

async function send(speaker: Speaker, path: string, ask: Ask): Promise<Response | null> {
  const { method = 'GET', body, revision, key, signal } = ask
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': speaker.language })
  if (speaker.csrf !== null && method !== 'GET') headers.set('X-CSRF-Token', speaker.csrf)
  if (speaker.government != null) headers.set('X-Government', speaker.government)
  if (speaker.role !== null) headers.set('X-Role', speaker.role)
  if (revision !== undefined) headers.set('If-Match', `"${revision}"`)
  if (key !== undefined) headers.set('Idempotency-Key', key)
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json')
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body)
  if (signal) init.signal = signal
  try {
    return await fetch(path, init)
  } catch (fault) {
    if (signal?.aborted) throw fault
    return null
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'detail' in body
