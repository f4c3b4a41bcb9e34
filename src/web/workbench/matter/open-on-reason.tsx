import { useEffect, useRef, useState } from 'react'
import type { Revealed } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { ReasonForm } from './reason-form.js'
import { RenewCode } from './renew-code.js'

type Props = { readonly matter: string; readonly reload: () => void }

/** 查看. Opens the identity for a reason that is recorded; it stays open only while this page is. */
export function OpenOnReason({ matter, reload }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const [opened, setOpened] = useState<Revealed | null>(null)
  const answer = useRef<HTMLDListElement>(null)
  useEffect(() => {
    if (opened) answer.current?.focus()
  }, [opened])

  if (opened !== null) {
    return (
      <>
        <dl className="opened" ref={answer} tabIndex={-1} aria-label={words.content.opened}>
          {opened.fields.map((field) => (
            <div key={field.id}>
              <dt>{field.name}</dt>
              <dd>{field.value === '' ? words.content.notStated : field.value}</dd>
            </div>
          ))}
        </dl>
        <RenewCode matter={matter} reload={reload} />
      </>
    )
  }
  return (
    <ReasonForm
      title={words.content.open}
      open={async (reason) => {
        const path = `/api/matters/${encodeURIComponent(matter)}/reveal`
        const found = await ask<Revealed>(path, { method: 'POST', body: { reason } })
        if (!found.ok) return found.problem
        setOpened(found.value)
        reload()
        return null
      }}
    />
  )
}
