import { useState } from 'react'
import type { AccountLinkView, ListedPerson, Named } from '../../../contract/index.js'
import { useScreenWords, useWords } from '../words/language.js'
import { SelectField, TextField, TickField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { listedWords } from './listed-words.js'
import { useSavedPerson } from './use-saved-person.js'

type Props = {
  readonly lists: readonly Named[]
  readonly person: ListedPerson | null
  readonly close: () => void
  readonly done: (link: AccountLinkView | null) => void
}

/** Somebody on a list: who they are, what they are there, how they sign in. */
export function ListedForm({ lists, person, close, done }: Props) {
  const words = useWords().administration
  const own = useScreenWords(listedWords)
  const { sending, save } = useSavedPerson('listed', person, done)
  const [typed, setTyped] = useState({
    name: person?.name ?? '',
    login: person?.login ?? '',
    list: person?.list.id ?? (lists.length === 1 ? (lists[0]?.id ?? '') : ''),
    standing: person?.standing ?? '',
    contact: person?.contact ?? '',
    isDisabled: person?.isDisabled ?? false,
    leavesVacant: false,
  })
  const isAsked = (sending.problem?.problems ?? []).some(({ field }) => field === 'leavesVacant')
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  return (
    <AdminForm
      title={person === null ? own.add : own.edit(person.name)}
      sending={sending}
      submit={() => void save(typed)}
      cancel={close}
    >
      <TextField name="name" label={own.name} value={typed.name} change={(name) => change({ name })} />
      <TextField name="login" label={own.login} value={typed.login} change={(login) => change({ login })} />
      <SelectField name="list" label={own.list} value={typed.list} options={lists} change={(list) => change({ list })} />
      <TextField
        name="standing"
        label={own.standing}
        isOptional
        value={typed.standing}
        change={(standing) => change({ standing })}
      />
      <TextField
        name="contact"
        label={words.people.reach}
        hint={words.people.reachHint}
        isOptional
        value={typed.contact}
        change={(contact) => change({ contact })}
      />
      {person && (
        <TickField
          name="isDisabled"
          label={`${words.people.lock}（${own.remains}）`}
          isOn={typed.isDisabled}
          change={(isDisabled) => change({ isDisabled })}
        />
      )}
      {(isAsked || typed.leavesVacant) && (
        <TickField
          name="leavesVacant"
          label={own.leavesVacant}
          isOn={typed.leavesVacant}
          change={(leavesVacant) => change({ leavesVacant })}
        />
      )}
    </AdminForm>
  )
}
