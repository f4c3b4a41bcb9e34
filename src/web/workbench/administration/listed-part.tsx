import { Button } from 'antd'
import { useState } from 'react'
import type { AccountLinkView, ListedPerson, ListedView } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { AccountLink } from './account-link.js'
import { ListedForm } from './listed-form.js'
import { listedWords } from './listed-words.js'
import { AdminTable, Part } from './part.js'
import { RosterForm } from './roster-form.js'
import { rosterWords } from './roster-words.js'
import { useSend } from './use-send.js'

/** 名单. Those who bring matters in and are known by name: kept, invited, locked; never deleted. */
export function ListedPart() {
  const words = useScreenWords(listedWords)
  const { loaded, reload } = useLoad<ListedView>('/api/administration/listed')
  const roster = useScreenWords(rosterWords)
  const [open, setOpen] = useState<ListedPerson | 'new' | 'table' | null>(null)
  const [link, setLink] = useState<AccountLinkView | null>(null)
  const done = (made: AccountLinkView | null): void => {
    setOpen(null)
    setLink(made)
    reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {(all) =>
        all.lists.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <>
            {link && (
              <AccountLink
                link={link}
                name={all.people.find(({ id }) => id === link.id)?.name ?? ''}
                close={() => setLink(null)}
                lead={words.linkLead}
              />
            )}
            {open === null ? (
              <div className="admin-tools">
                <Button type="primary" onClick={() => setOpen('new')}>
                  {words.add}
                </Button>
                <Button onClick={() => setOpen('table')}>{roster.title.listed}</Button>
                <p className="soft">{words.lead}</p>
              </div>
            ) : open === 'table' ? (
              <RosterForm of="listed" close={() => setOpen(null)} changed={reload} />
            ) : (
              <ListedForm
                key={open === 'new' ? 'new' : open.id}
                lists={all.lists}
                person={open === 'new' ? null : open}
                close={() => setOpen(null)}
                done={done}
              />
            )}
            <Listed people={all.people} edit={setOpen} linked={setLink} />
          </>
        )
      }
    </Part>
  )
}

type ListProps = {
  readonly people: readonly ListedPerson[]
  readonly edit: (person: ListedPerson) => void
  readonly linked: (link: AccountLinkView) => void
}

function Listed({ people, edit, linked }: ListProps) {
  const words = useWords().administration
  const own = useScreenWords(listedWords)
  return (
    <AdminTable title={words.parts.listed} heads={[own.name, own.list, own.standing, words.people.standing, words.change]}>
      {people.map((person) => (
        <tr key={person.id} className={person.isDisabled ? 'admin-off' : ''}>
          <td>
            <b>{person.name}</b> <span className="soft">{person.login}</span>
          </td>
          <td>{person.list.name}</td>
          <td>{person.standing}</td>
          <td>{person.isDisabled ? words.people.locked : person.hasPassword ? words.people.inUse : words.people.waiting}</td>
          <td>
            <button type="button" className="quiet" aria-label={`${words.change} ${person.name}`} onClick={() => edit(person)}>
              {words.change}
            </button>
            {!person.isDisabled && <InviteButton person={person} linked={linked} />}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function InviteButton({ person, linked }: { readonly person: ListedPerson; readonly linked: (link: AccountLinkView) => void }) {
  const words = useScreenWords(listedWords)
  const { send, isBusy } = useSend()
  const make = async (): Promise<void> => {
    const link = await send<AccountLinkView>(`listed/${encodeURIComponent(person.id)}/link`)
    if (link !== null) linked(link)
  }
  return (
    <button
      type="button"
      className="quiet"
      disabled={isBusy}
      aria-label={`${words.invite} ${person.name}`}
      onClick={() => void make()}
    >
      {words.invite}
    </button>
  )
}
