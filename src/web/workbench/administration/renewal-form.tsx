import { useEffect, useRef, useState } from 'react'
import { type GovernmentSettings, textName, versionName } from '../../../contract/index.js'
import { useLanguage, useWords } from '../words/language.js'
import { SelectField, TextField } from './admin-fields.js'
import { AdminForm } from './admin-form.js'
import { KindForm } from './kind-form.js'
import { AdminTable } from './part.js'
import { useSend } from './use-send.js'
import { VersionForm } from './version-form.js'

type Props = { readonly settings: GovernmentSettings; readonly done: () => void }

/** A version of a regulation: several may run side by side. */
const textOf = ({ id, version }: { readonly id: string; readonly version: string }): string => `${id} ${version}`

const nothing = { from: '', to: '', instrument: '', reason: '' }

/** That something of the texts was kept, with the focus: the form it was kept by may be gone. */
function Kept() {
  const { saved } = useWords().administration.government
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <p role="status" tabIndex={-1} ref={place}>
      {saved}
    </p>
  )
}

/** 延续. The regulations here, and the instrument by which one was prolonged, or which says from when it holds. */
export function RenewalForm({ settings, done }: Props) {
  const words = useWords().administration
  const { language } = useLanguage()
  const sending = useSend()
  const ending = settings.regulations.filter(({ effectiveTo, isForceAwaited }) => effectiveTo !== null || isForceAwaited)
  const [typed, setTyped] = useState({ text: ending[0] === undefined ? '' : textOf(ending[0]), ...nothing })
  const [times, setTimes] = useState(0)
  // What was filled in shuts when it is kept: the focus goes to what it says, above.
  const kept = (isSet: boolean): void => {
    if (isSet) setTimes(times + 1)
    done()
  }
  const change = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more })
  const save = async (): Promise<void> => {
    const { text, ...rest } = typed
    const { id: regulation = '', version = '' } = ending.find((each) => textOf(each) === text) ?? {}
    if ((await sending.send('renewals', { ...rest, regulation, version, revision: settings.revision })) === null) return
    change(nothing)
    kept(true)
  }
  const { government } = words
  return (
    <div className="admin-block">
      <h2>{government.regulations}</h2>
      <AdminTable
        title={government.regulations}
        heads={[government.regulation, government.newMatters, government.force, government.renewal]}
      >
        {settings.regulations.map((each) => (
          <tr key={textOf(each)}>
            <td>
              <b>{each.name}</b> <span className="soft">{versionName(language, each.version)}</span>
            </td>
            <td>{each.isForNew ? government.forNew : <span className="soft">{government.notForNew}</span>}</td>
            <td>
              {each.isForceAwaited && each.renewal === null ? (
                government.forceAwaited
              ) : (
                <>
                  {each.isInForce ? government.inForce : government.notInForce}{' '}
                  <span className="number soft">{government.span(each.effectiveFrom, each.effectiveTo)}</span>
                </>
              )}
            </td>
            <td>
              {each.renewal &&
                `${each.renewal.instrument} ${each.renewal.to === null ? government.open : government.until(each.renewal.to)}`}
            </td>
          </tr>
        ))}
      </AdminTable>
      {times > 0 && <Kept key={times} />}
      <KindForm settings={settings} done={kept} />
      <VersionForm settings={settings} done={kept} />
      {ending.length > 0 && (
        <details className="more-fields" open={ending.some(({ isForNew, isInForce }) => isForNew && !isInForce)}>
          <summary>{government.renew}</summary>
          <AdminForm title={government.renew} sending={sending} submit={() => void save()} sendWord={government.record}>
            <SelectField
              name="regulation"
              label={government.regulation}
              value={typed.text}
              options={ending.map((each) => ({ id: textOf(each), name: textName(language, each.name, each.version) }))}
              change={(text) => change({ text })}
            />
            {ending.find((each) => textOf(each) === typed.text)?.isForceAwaited === true && (
              <TextField
                name="from"
                label={government.from}
                hint={government.fromHint}
                type="date"
                value={typed.from}
                change={(from) => change({ from })}
              />
            )}
            <TextField
              name="to"
              label={government.to}
              hint={government.toHint}
              isOptional
              type="date"
              value={typed.to}
              change={(to) => change({ to })}
            />
            <TextField
              name="instrument"
              label={words.instrument}
              hint={words.instrumentHint}
              value={typed.instrument}
              change={(instrument) => change({ instrument })}
            />
            <TextField name="reason" label={words.reason} value={typed.reason} change={(reason) => change({ reason })} />
          </AdminForm>
        </details>
      )}
    </div>
  )
}
