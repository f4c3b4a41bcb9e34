import { useState } from 'react'
import type { NewCode } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { ReasonForm } from './reason-form.js'

type Props = { readonly matter: string; readonly reload: () => void }

/** 补发查询码. For whoever lost theirs, once it is sure that it is they; the new code is shown this once. */
export function RenewCode({ matter, reload }: Props) {
  const words = useWords().content
  const { ask } = useSession()
  const [given, setGiven] = useState<NewCode | null>(null)
  if (given !== null) {
    return (
      <p className="opened" role="status">
        {words.codeGiven(given.number)} <b className="number">{given.code}</b>
        <br />
        <span className="soft">{words.codeOnce}</span>
      </p>
    )
  }
  return (
    <ReasonForm
      title={words.renewCode}
      label={words.howVerified}
      sendWord={words.renewNow}
      open={async (reason) => {
        const path = `/api/matters/${encodeURIComponent(matter)}/code`
        const found = await ask<NewCode>(path, { method: 'POST', body: { reason } })
        if (!found.ok) return found.problem
        setGiven(found.value)
        reload()
        return null
      }}
    />
  )
}
