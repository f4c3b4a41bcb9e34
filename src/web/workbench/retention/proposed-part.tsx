import { Button } from 'antd'
import { useState } from 'react'
import type { DecisionDone, DisposalPage, DisposalView, RetentionView } from '../../../contract/index.js'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { AdminTable } from '../administration/part.js'
import { useSend } from '../administration/use-send.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useScreenWords } from '../words/language.js'
import { retentionWords } from './retention-words.js'

/** 待审批. Others than whoever proposed it decide; a matter goes when the second approves, who wrote it when the first does. */
export function ProposedPart({ view }: { readonly view: RetentionView }) {
  const words = useScreenWords(retentionWords)
  const { pages, reload, more, isLoadingMore } = usePages<DisposalView, DisposalPage>('/api/retention/disposals')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [results, setResults] = useState<readonly string[]>([])
  if (pages.status === 'loading') return <Waiting lines={8} />
  if (pages.status === 'failed') return <Problem problem={pages.problem} retry={reload} />
  const { rows, next } = pages.page
  const choose = (id: number, isOn: boolean): void => {
    const among = new Set(chosen)
    if (isOn) among.add(id)
    else among.delete(id)
    setChosen(among)
  }
  const decided = ({ results: done }: DecisionDone): void => {
    const numberOf = new Map(rows.map(({ id, number }) => [id, number]))
    setResults(done.map((each) => `${numberOf.get(each.id) ?? each.id}：${words.outcome[each.done]}`))
    setChosen(new Set())
    reload()
  }
  return (
    <>
      {!view.mayDecide && <p className="hint">{words.notYours}</p>}
      {results.length > 0 && (
        <ul role="status">
          {results.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {rows.length === 0 ? (
        <p className="empty">{words.noneProposed}</p>
      ) : (
        <AdminTable title={words.parts.proposed} heads={[words.number, words.what, words.reason, words.keep, words.by]}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="number">
                {view.mayDecide ? (
                  <label className="tick">
                    <input
                      type="checkbox"
                      aria-label={words.choose(row.number)}
                      checked={chosen.has(row.id)}
                      onChange={(event) => choose(row.id, event.target.checked)}
                    />{' '}
                    {row.number}
                  </label>
                ) : (
                  row.number
                )}
              </td>
              <td>{words.whats[row.what]}</td>
              <td>{row.reason}</td>
              <td>{[row.class, row.term].filter(Boolean).join(' · ')}</td>
              <td>
                {row.proposed.by.name} <span className="soft number">{row.proposed.at.shown}</span>
                {row.agreed !== null && <p className="soft">{words.agreedBy(row.agreed.by.name)}</p>}
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
      <More next={next} load={more} isLoading={isLoadingMore} />
      {view.mayDecide && chosen.size > 0 && <DecideForm ids={[...chosen]} done={decided} />}
    </>
  )
}

/** What cannot be undone is asked for twice. */
function DecideForm({ ids, done }: { readonly ids: readonly number[]; readonly done: (made: DecisionDone) => void }) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const decide = async (isApproved: boolean): Promise<void> => {
    const made = await sending.send<DecisionDone>('decisions', { ids, isApproved, reason })
    setAsked(false)
    if (made !== null) done(made)
  }
  const approve = (): void => {
    if (isAsked) void decide(true)
    else setAsked(true)
  }
  return (
    <AdminForm
      title={words.chosen(ids.length)}
      sending={sending}
      submit={approve}
      sendWord={isAsked ? words.sure(ids.length) : words.approve}
      more={
        <Button onClick={() => void decide(false)} loading={sending.isBusy}>
          {words.refuse}
        </Button>
      }
    >
      <p className="field field-wide hint">{words.irreversible}</p>
      <TextField name="reason" label={words.decideReason} isWide value={reason} change={setReason} />
    </AdminForm>
  )
}
