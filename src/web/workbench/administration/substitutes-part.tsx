import { useState } from 'react'
import type { PeopleView, SubstituteView } from '../../../contract/index.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { AdminTable, Part } from './part.js'
import { useSend } from './use-send.js'

/** 代理. Who wears whose role, from day to day. */
export function SubstitutesPart() {
  const words = useWords().administration
  const { loaded, reload } = useLoad<PeopleView>('/api/administration/people')
  return (
    <Part loaded={loaded} reload={reload}>
      {(all) => (
        <>
          <SubstituteForm all={all} done={reload} key={all.substitutes.length} />
          {all.substitutes.length === 0 ? (
            <p className="empty">{words.substitutes.empty}</p>
          ) : (
            <Substitutes rows={all.substitutes} reload={reload} />
          )}
        </>
      )}
    </Part>
  )
}

function SubstituteForm({ all, done }: { readonly all: PeopleView; readonly done: () => void }) {
  const words = useWords().administration
  const sending = useSend()
  const [typed, setTyped] = useState({ absent: '', present: '', hat: '', firstOn: all.today, lastOn: '', reason: '' })
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const people = all.people.filter(({ isDisabled }) => !isDisabled)
  const roles = people.find(({ id }) => id === typed.absent)?.roles ?? []
  const hats = roles.map(({ role, unit }) => ({
    id: `${role.id}@${unit?.id ?? ''}`,
    name: unit === null ? role.name : `${unit.name} · ${role.name}`,
  }))
  const save = async (): Promise<void> => {
    const { hat, ...rest } = typed
    const [role = '', unit = ''] = (hats.length === 1 ? (hats[0]?.id ?? '') : hat).split('@')
    if ((await sending.send('substitutes', { ...rest, role, unit: unit || null })) !== null) done()
  }
  return (
    <AdminForm title={words.substitutes.add} sending={sending} submit={() => void save()} sendWord={words.substitutes.send}>
      <SelectField
        name="absent"
        label={words.substitutes.absent}
        value={typed.absent}
        options={people}
        change={(absent) => change({ absent, hat: '' })}
      />
      <SelectField
        name="role"
        label={words.substitutes.role}
        value={hats.length === 1 ? (hats[0]?.id ?? '') : typed.hat}
        options={hats}
        change={(hat) => change({ hat })}
      />
      <SelectField
        name="present"
        label={words.substitutes.present}
        value={typed.present}
        options={people.filter(({ id }) => id !== typed.absent)}
        change={(present) => change({ present })}
      />
      <TextField
        name="firstOn"
        label={words.substitutes.firstOn}
        type="date"
        value={typed.firstOn}
        change={(firstOn) => change({ firstOn })}
      />
      <TextField
        name="lastOn"
        label={words.substitutes.lastOn}
        type="date"
        value={typed.lastOn}
        change={(lastOn) => change({ lastOn })}
      />
      <TextField
        name="reason"
        label={words.reason}
        hint={words.substitutes.reasonHint}
        value={typed.reason}
        change={(reason) => change({ reason })}
      />
    </AdminForm>
  )
}

function Substitutes({ rows, reload }: { readonly rows: readonly SubstituteView[]; readonly reload: () => void }) {
  const words = useWords().administration
  const { send, isBusy } = useSend()
  const end = async (id: number): Promise<void> => {
    await send(`substitutes/${id}/end`)
    reload()
  }
  const heads = [
    words.substitutes.absent,
    words.substitutes.present,
    words.substitutes.days,
    words.reason,
    words.substitutes.standing,
  ]
  return (
    <AdminTable title={words.parts.substitutes} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id} className={row.standing === 'now' || row.standing === 'coming' ? '' : 'admin-off'}>
          <td>
            <b>{row.absent.name}</b>{' '}
            <span className="soft">{row.unit === null ? row.role.name : `${row.unit.name} · ${row.role.name}`}</span>
          </td>
          <td>{row.present.name}</td>
          <td className="number">
            {row.firstOn} – {row.lastOn}
          </td>
          <td>{row.reason}</td>
          <td>
            {words.substitutes.standings[row.standing]}{' '}
            {(row.standing === 'now' || row.standing === 'coming') && (
              <button
                type="button"
                className="quiet"
                disabled={isBusy}
                aria-label={`${words.substitutes.end} ${row.absent.name}`}
                onClick={() => void end(row.id)}
              >
                {words.substitutes.end}
              </button>
            )}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
