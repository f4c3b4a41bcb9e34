import { useEffect, useState } from 'react'
import type { MatterView } from '../../../contract/index.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'
import { ReasonForm } from './reason-form.js'

/** A file that may tell on whoever sent it: opened for a reason, and held by this page alone. */
export function OpenSealedFile({ file }: { readonly file: MatterView['attachments'][number] }) {
  const words = useWords()
  const { ask } = useSession()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => URL.revokeObjectURL(address ?? ''), [address])
  if (address !== null) {
    return (
      <a href={address} download={file.name}>
        {words.content.save(file.name)}
      </a>
    )
  }
  return (
    <ReasonForm
      title={words.content.openFile(file.name)}
      open={async (reason) => {
        const path = `/api/attachments/${encodeURIComponent(file.id)}/open`
        const found = await ask<Blob>(path, { method: 'POST', body: { reason }, isFile: true })
        if (!found.ok) return found.problem
        setAddress(URL.createObjectURL(found.value))
        return null
      }}
    />
  )
}
