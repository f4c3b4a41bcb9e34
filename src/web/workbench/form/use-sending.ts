import { type FormEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import type { Values } from './field-props.js'
import { inTurn, type Sent } from './in-turn.js'

type Sending = {
  readonly isBusy: boolean
  /** For the form itself. */
  readonly on: {
    readonly onSubmit: (event: FormEvent) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onClick: (event: MouseEvent) => void
  }
}

/**
 * A form is sent by its button or by Ctrl+Enter, in turn. Enter in one of its lines sends nothing: what is sent is recorded for ever, and the
 * lines below may be empty still.
 */
export function useSending(values: Values, send: () => Promise<Sent>): Sending {
  const [isBusy, setBusy] = useState(false)
  const latest = useRef({ values, send })
  latest.current = { values, send }
  const [press] = useState(() =>
    inTurn(
      () => {
        setBusy(true)
        return latest.current.send().finally(() => setBusy(false))
      },
      () => latest.current.values,
    ),
  )
  return {
    isBusy,
    on: {
      onSubmit: (event) => {
        event.preventDefault()
        void press()
      },
      onKeyDown: (event) => {
        const isInLine = event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey
        if (event.key === 'Enter' && isInLine) event.preventDefault()
      },
      // While it turns, the button itself takes no press.
      onClick: (event) => {
        if (isBusy && event.target instanceof Element && event.target.closest('button[type=submit]') !== null) void press()
      },
    },
  }
}
