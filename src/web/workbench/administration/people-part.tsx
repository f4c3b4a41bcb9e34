import { Button } from 'antd'
import { useState } from 'react'
import type { AccountLinkView, PeopleView, PersonView } from '../../../contract/index.js'
import { UnheldRoles } from '../shown/unheld-roles.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { AccountLink } from './account-link.js'
import { AdminTable, Part } from './part.js'
import { PersonForm } from './person-form.js'
import { RosterForm } from './roster-form.js'
import { rosterWords } from './roster-words.js'
import { useSend } from './use-send.js'

/** 人员. Accounts and their roles; locked, never deleted. */
export function PeoplePart() {
  const words = useWords().administration
  const roster = useScreenWords(rosterWords)
  const { loaded, reload } = useLoad<PeopleView>('/api/administration/people')
  const [open, setOpen] = useState<PersonView | 'new' | 'list' | null>(null)
  const [link, setLink] = useState<AccountLinkView | null>(null)
  const done = (made: AccountLinkView | null): void => {
    setOpen(null)
    setLink(made)
    reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {(all) => (
        <>
          {link && (
            <AccountLink link={link} name={all.people.find(({ id }) => id === link.id)?.name ?? ''} close={() => setLink(null)} />
          )}
          <UnheldRoles unheld={all.unheld} />
          {open === null ? (
            <div className="admin-tools">
              <Button type="primary" onClick={() => setOpen('new')}>
                {words.people.add}
              </Button>
              <Button onClick={() => setOpen('list')}>{roster.title.people}</Button>
              <p className="soft">{words.people.lead}</p>
            </div>
          ) : open === 'list' ? (
            <RosterForm of="people" close={() => setOpen(null)} changed={reload} />
          ) : (
            <PersonForm
              key={open === 'new' ? 'new' : open.id}
              all={all}
              person={open === 'new' ? null : open}
              close={() => setOpen(null)}
              done={done}
            />
          )}
          <People people={all.people} edit={setOpen} linked={setLink} reload={reload} />
        </>
      )}
    </Part>
  )
}

type ListProps = {
  readonly people: readonly PersonView[]
  readonly edit: (person: PersonView) => void
  readonly linked: (link: AccountLinkView) => void
  readonly reload: () => void
}

function People({ people, edit, linked, reload }: ListProps) {
  const words = useWords().administration
  const heads = [words.people.name, words.people.roles, words.people.standing, words.change]
  return (
    <AdminTable title={words.parts.people} heads={heads}>
      {people.map((person) => (
        <tr key={person.id} className={person.isDisabled ? 'admin-off' : ''}>
          <td>
            <b>{person.name}</b> <span className="soft">{person.login}</span>
          </td>
          <td>
            <ul className="admin-tags">
              {person.isAdmin && <li className="admin-tag-strong">{words.people.isAdmin}</li>}
              {person.isAuditor && <li className="admin-tag-strong">{words.people.isAuditor}</li>}
              {person.roles.map(({ role, unit }) => (
                <li key={`${role.id}@${unit?.id ?? ''}`}>{unit === null ? role.name : `${unit.name} · ${role.name}`}</li>
              ))}
            </ul>
          </td>
          <td>{person.isDisabled ? words.people.locked : person.hasPassword ? words.people.inUse : words.people.waiting}</td>
          <td>
            <button type="button" className="quiet" aria-label={`${words.change} ${person.name}`} onClick={() => edit(person)}>
              {words.change}
            </button>
            {!person.isDisabled && <LinkButton person={person} linked={linked} />}
            {person.hasSecondFactor && <ForgetButton person={person} reload={reload} />}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** Somebody lost their authenticator and their codes. */
function ForgetButton({ person, reload }: { readonly person: PersonView; readonly reload: () => void }) {
  const words = useWords().administration
  const { send, isBusy } = useSend()
  const forget = async (): Promise<void> => {
    if ((await send(`people/${encodeURIComponent(person.id)}/forget-second-factor`)) !== null) reload()
  }
  return (
    <button
      type="button"
      className="quiet"
      disabled={isBusy}
      aria-label={`${words.people.forget} ${person.name}`}
      onClick={() => void forget()}
    >
      {words.people.forget}
    </button>
  )
}

function LinkButton({ person, linked }: { readonly person: PersonView; readonly linked: (link: AccountLinkView) => void }) {
  const words = useWords().administration
  const { send, isBusy } = useSend()
  const make = async (): Promise<void> => {
    const link = await send<AccountLinkView>(`people/${encodeURIComponent(person.id)}/link`)
    if (link !== null) linked(link)
  }
  return (
    <button
      type="button"
      className="quiet"
      disabled={isBusy}
      aria-label={`${words.people.link} ${person.name}`}
      onClick={() => void make()}
    >
      {words.people.link}
    </button>
  )
}
