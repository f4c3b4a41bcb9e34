import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../contract/index.js'

/** How far a file has come that is made as it is fetched. */
export type Fetching =
  | { readonly status: 'none' | 'stopped' | 'lost' }
  | { readonly status: 'running' | 'done'; readonly bytes: number }
  | { readonly status: 'refused'; readonly problem: Problem }

/** Fetches a file and hands it to the browser to keep; whoever stops it, or goes away, stops the making, and nothing is kept. */
export function useFetchedFile() {
  const [fetching, setFetching] = useState<Fetching>({ status: 'none' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = async (path: string, name: string): Promise<void> => {
    const control = new AbortController()
    running.current = control
    setFetching({ status: 'running', bytes: 0 })
    try {
      const answer = await fetch(path, { signal: control.signal, credentials: 'same-origin' })
      if (!answer.ok || answer.body === null) {
        setFetching({ status: 'refused', problem: await answer.json() })
        return
      }
      const pieces: Uint8Array<ArrayBuffer>[] = []
      let bytes = 0
      for (const reader = answer.body.getReader(); ; ) {
        const { done, value } = await reader.read()
        if (done) break
        pieces.push(value)
        bytes += value.length
        setFetching({ status: 'running', bytes })
      }
      keep(new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }), name)
      setFetching({ status: 'done', bytes })
    } catch {
      setFetching({ status: control.signal.aborted ? 'stopped' : 'lost' })
    }
  }
  return { fetching, start, stop: () => running.current?.abort() }
}

function keep(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
