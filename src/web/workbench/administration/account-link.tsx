import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { AccountLinkView } from '../../../contract/index.js'
import { useFocusBack } from '../use-focus-back.js'
import { useWords } from '../words/language.js'

type Props = {
  readonly link: AccountLinkView
  readonly name: string
  readonly close: () => void
  readonly lead?: (until: string) => string
}

/** The link, sent to the person, or told once: the administrator hands it to the person and never learns the password. */
export function AccountLink({ link, name, close, lead }: Props) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useFocusBack()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new link is read out.
  useEffect(() => box.current?.focus(), [link])
  const address = link.path === null ? null : `${window.location.origin}${link.path}`
  return (
    <div className="admin-link" role="status" tabIndex={-1} ref={box}>
      <p>
        <b>{words.administration.people.linkTitle(name)}</b>
      </p>
      {address === null ? (
        <p>{words.administration.people.sentTo(link.sentTo ?? '')}</p>
      ) : (
        <>
          <p>{(lead ?? words.administration.people.linkLead)(link.expiresAt.shown)}</p>
          <p>
            <code>{address}</code>
          </p>
        </>
      )}
      <div className="form-end">
        {address !== null && (
          <Button type="primary" onClick={() => void navigator.clipboard?.writeText(address)}>
            {words.administration.people.copy}
          </Button>
        )}
        <Button onClick={close}>{words.close}</Button>
      </div>
    </div>
  )
}
