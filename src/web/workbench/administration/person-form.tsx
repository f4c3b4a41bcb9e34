import { Button } from 'antd'
import { useState } from 'react'
import type { AccountLinkView, PeopleView, PersonView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { SelectField, TextField, TickField } from './admin-fields.js'
import { AdminForm, useProblemOf } from './admin-form.js'
import { useSavedPerson } from './use-saved-person.js'
import type { Sending } from './use-send.js'

type Props = {
  readonly all: PeopleView
  readonly person: PersonView | null
  readonly close: () => void
  readonly done: (link: AccountLinkView | null) => void
}
type Role = { readonly role: string; readonly unit: string | null }

export function PersonForm({ all, person, close, done }: Props) {
  const words = useWords().administration
  const { sending, save } = useSavedPerson('people', person, done)
  const [typed, setTyped] = useState({
    name: person?.name ?? '',
    login: person?.login ?? '',
    isAdmin: person?.isAdmin ?? false,
    isDisabled: person?.isDisabled ?? false,
    isAuditor: person?.isAuditor ?? false,
    contact: person?.contact ?? '',
    roles: person?.roles.map(({ role, unit }): Role => ({ role: role.id, unit: unit?.id ?? null })) ?? [],
    handTo: undefined as string | null | undefined,
    leavesVacant: false,
  })
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const title = person === null ? words.people.add : words.people.edit(person.name)
  return (
    <AdminForm title={title} sending={sending} submit={() => void save(typed)} cancel={close}>
      <TextField name="name" label={words.people.name} value={typed.name} change={(name) => change({ name })} />
      <TextField name="login" label={words.people.login} value={typed.login} change={(login) => change({ login })} />
      <TextField
        name="contact"
        label={words.people.reach}
        hint={words.people.reachHint}
        isOptional
        value={typed.contact}
        change={(contact) => change({ contact })}
      />
      <RolesField all={all} roles={typed.roles} change={(roles) => change({ roles: [...roles] })} />
      <TickField name="isAdmin" label={words.people.admin} isOn={typed.isAdmin} change={(isAdmin) => change({ isAdmin })} />
      <TickField
        name="isAuditor"
        label={words.people.auditor}
        isOn={typed.isAuditor}
        change={(isAuditor) => change({ isAuditor })}
      />
      {person && (
        <TickField
          name="isDisabled"
          label={words.people.lock}
          isOn={typed.isDisabled}
          change={(isDisabled) => change({ isDisabled })}
        />
      )}
      {person && <Leaving all={all} person={person} asked={askedIn(sending)} {...typed} change={change} />}
    </AdminForm>
  )
}

const askedIn = ({ problem }: Sending): readonly string[] => (problem?.problems ?? []).map(({ field }) => field)

/** In the list of who takes over: nobody by name. */
const onDesk = '-'

type LeavingProps = {
  readonly all: PeopleView
  readonly person: PersonView
  /** What the answer asked about. */
  readonly asked: readonly string[]
  readonly handTo: string | null | undefined
  readonly leavesVacant: boolean
  readonly change: (more: { handTo?: string | null | undefined; leavesVacant?: boolean }) => void
}

/** 交接. Asked only of who leaves with something open: who takes over, and whether it is meant that nobody owes it. */
function Leaving({ all, person, asked, handTo, leavesVacant, change }: LeavingProps) {
  const words = useWords().administration.people
  const units = new Set(person.roles.map(({ unit }) => unit?.id ?? null))
  const colleagues = all.people.filter(
    ({ id, isDisabled, roles }) => id !== person.id && !isDisabled && roles.some(({ unit }) => units.has(unit?.id ?? null)),
  )
  return (
    <>
      {(asked.includes('handTo') || handTo !== undefined) && (
        <SelectField
          name="handTo"
          label={words.handTo}
          value={handTo === null ? onDesk : (handTo ?? '')}
          options={[{ id: onDesk, name: words.onDesk }, ...colleagues]}
          change={(value) => change({ handTo: value === onDesk ? null : value || undefined })}
        />
      )}
      {(asked.includes('leavesVacant') || leavesVacant) && (
        <TickField
          name="leavesVacant"
          label={words.leavesVacant}
          isOn={leavesVacant}
          change={(isOn) => change({ leavesVacant: isOn })}
        />
      )}
    </>
  )
}

type RolesProps = { readonly all: PeopleView; readonly roles: readonly Role[]; readonly change: (roles: readonly Role[]) => void }

/** Several roles, each with its unit where it needs one. */
function RolesField({ all, roles, change }: RolesProps) {
  const words = useWords().administration
  const problem = useProblemOf('roles')
  const put = (at: number, role: Role): void => change(roles.map((each, place) => (place === at ? role : each)))
  const hasUnit = (role: string): boolean => all.roles.find(({ id }) => id === role)?.hasUnit === true
  return (
    <fieldset className={`field field-wide${problem ? ' field-wrong' : ''}`}>
      <legend>{words.people.roles}</legend>
      {problem && <p className="field-problem">{problem}</p>}
      {roles.map((role, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone.
        <div className="admin-role" key={at}>
          <select
            className="plain-select"
            aria-label={words.people.roleAt(at + 1)}
            value={role.role}
            onChange={(event) => put(at, { role: event.target.value, unit: hasUnit(event.target.value) ? role.unit : null })}
          >
            <option value="">{words.choose}</option>
            {all.roles.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select
            className="plain-select"
            aria-label={words.people.unitAt(at + 1)}
            value={role.unit ?? ''}
            onChange={(event) => put(at, { ...role, unit: event.target.value || null })}
          >
            <option value="">{hasUnit(role.role) ? words.choose : words.people.noUnit}</option>
            {all.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button aria-label={words.people.removeRole(at + 1)} onClick={() => change(roles.filter((_, place) => place !== at))}>
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => change([...roles, { role: '', unit: null }])}>{words.people.addRole}</Button>
    </fieldset>
  )
}
