import { type ReactNode, useState } from 'react'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import type { Sending } from '../administration/use-send.js'
import { useScreenWords } from '../words/language.js'
import { retentionWords } from './retention-words.js'

type Props = {
  readonly title: string
  readonly hint: string
  readonly sending: Sending
  /** True: it was done, and what was typed may go. */
  readonly send: (asked: { readonly numbers: readonly string[]; readonly reason: string }) => Promise<boolean>
  readonly children?: ReactNode
}

/** Matters by their numbers, and why. */
export function NumbersForm({ title, hint, sending, send, children }: Props) {
  const words = useScreenWords(retentionWords)
  const [typed, setTyped] = useState({ numbers: '', reason: '' })
  const save = async (): Promise<void> => {
    const numbers = typed.numbers.split(/[\s,，、;；]+/u).filter(Boolean)
    if (await send({ numbers, reason: typed.reason })) setTyped({ numbers: '', reason: '' })
  }
  return (
    <AdminForm title={title} sending={sending} submit={() => void save()} sendWord={title}>
      <p className="field field-wide hint">{hint}</p>
      <TextField
        name="numbers"
        label={words.numbers}
        hint={words.numbersHint}
        rows={3}
        isWide
        value={typed.numbers}
        change={(numbers) => setTyped({ ...typed, numbers })}
      />
      <TextField
        name="reason"
        label={words.reason}
        isWide
        value={typed.reason}
        change={(reason) => setTyped({ ...typed, reason })}
      />
      {children}
    </AdminForm>
  )
}
