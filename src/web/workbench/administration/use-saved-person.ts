import type { AccountLinkView } from '../../../contract/index.js'
import { type Sending, useSend } from './use-send.js'

type Known = { readonly id: string; readonly revision: number }

/** Saves somebody who signs in: a new account answers with the link by which they set their password, a changed one with none. */
export function useSavedPerson<T extends object>(
  path: 'people' | 'listed',
  person: Known | null,
  done: (link: AccountLinkView | null) => void,
): { readonly sending: Sending; readonly save: (typed: T) => Promise<void> } {
  const sending = useSend()
  const save = async (typed: T): Promise<void> => {
    if (person === null) {
      const link = await sending.send<AccountLinkView>(path, typed)
      if (link !== null) done(link)
    } else {
      const saved = await sending.send(`${path}/${encodeURIComponent(person.id)}`, { ...typed, revision: person.revision })
      if (saved !== null) done(null)
    }
  }
  return { sending, save }
}
