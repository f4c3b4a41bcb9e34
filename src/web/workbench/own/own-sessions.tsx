import { Button } from 'antd'
import type { OwnAccount } from '../../../contract/index.js'
import { AdminTable } from '../administration/part.js'
import { useSend } from '../administration/use-send.js'
import { MomentText } from '../shown/moment-text.js'
import { useWords } from '../words/language.js'

type Props = { readonly own: OwnAccount; readonly reload: () => void }

/** Where one is signed in; what one does not know can be ended. */
export function OwnSessions({ own, reload }: Props) {
  const words = useWords().own
  const { send, isBusy } = useSend('/api/own')
  const end = async (id: number | null): Promise<void> => {
    if ((await send('sessions/end', { id })) !== null) reload()
  }
  return (
    <section aria-labelledby="own-sessions">
      <h2 id="own-sessions">{words.sessions}</h2>
      <AdminTable title={words.sessions} heads={[words.since, words.seen, words.where, words.end]}>
        {own.sessions.map(({ id, createdAt, seenAt, address, agent, isThis }) => (
          <tr key={id}>
            <td>
              <MomentText at={createdAt} />
            </td>
            <td>
              <MomentText at={seenAt} />
            </td>
            <td>
              {address} <span className="soft">{agent}</span>
            </td>
            <td>
              {isThis ? (
                words.here
              ) : (
                <button type="button" className="quiet" disabled={isBusy} onClick={() => void end(id)}>
                  {words.end}
                </button>
              )}
            </td>
          </tr>
        ))}
      </AdminTable>
      {own.sessions.length > 1 && (
        <Button disabled={isBusy} onClick={() => void end(null)}>
          {words.endOthers}
        </Button>
      )}
    </section>
  )
}
