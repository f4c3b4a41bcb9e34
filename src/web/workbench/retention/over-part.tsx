import { useState } from 'react'
import type { Disposed, KeptPage, RetentionView } from '../../../contract/index.js'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { AdminTable } from '../administration/part.js'
import { useSend } from '../administration/use-send.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { More } from '../list/more.js'
import { usePages } from '../use-pages.js'
import { useScreenWords } from '../words/language.js'
import { NumbersForm } from './numbers-form.js'
import { retentionWords } from './retention-words.js'
import { keepText } from './terms-part.js'

type Row = KeptPage['rows'][number]

/** 期满待鉴定. What need not be kept any more; the office proposes what goes. Who wrote a matter has a term of its own, where one is set. */
export function OverPart({ view }: { readonly view: RetentionView }) {
  const words = useScreenWords(retentionWords)
  const [proposed, setProposed] = useState<number | null>(null)
  // What is proposed in one list no longer stands in the other.
  const [turn, setTurn] = useState(0)
  if (!view.mayPropose) return <p className="empty">{words.notYours}</p>
  const done = (count: number): void => {
    setProposed(count)
    setTurn(turn + 1)
  }
  return (
    <>
      {proposed !== null && <p role="status">{words.proposed(proposed)}</p>}
      <OverList what="matter" done={done} key={`matter ${turn}`} />
      {view.identity.keep !== null && <OverList what="identity" done={done} key={`identity ${turn}`} />}
      <IdentityForm done={done} />
    </>
  )
}

type Listing = { readonly what: Disposed; readonly done: (count: number) => void }

function OverList({ what, done }: Listing) {
  const words = useScreenWords(retentionWords)
  const { pages, reload, more, isLoadingMore } = usePages<Row, KeptPage>(`/api/retention/over?what=${what}`)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (pages.status === 'loading') return <Waiting lines={8} />
  if (pages.status === 'failed') return <Problem problem={pages.problem} retry={reload} />
  const choose = (number: string, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(number)
    else next.delete(number)
    setChosen(next)
  }
  const { rows, next } = pages.page
  return (
    <>
      {rows.length === 0 && next === null ? (
        <p className="empty">{words.noneOver[what]}</p>
      ) : (
        <OverTable title={words.over[what]} rows={rows} chosen={chosen} choose={choose} />
      )}
      <More next={next} load={more} isLoading={isLoadingMore} />
      {chosen.size > 0 && <ProposeForm what={what} numbers={[...chosen]} done={done} />}
    </>
  )
}

type Choosing = {
  readonly title: string
  readonly rows: readonly Row[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (number: string, isOn: boolean) => void
}

function OverTable({ title: heading, rows, chosen, choose }: Choosing) {
  const words = useScreenWords(retentionWords)
  const heads = [words.number, words.heading, words.class, words.keep, words.movedAt, words.since]
  return (
    <AdminTable title={heading} heads={heads}>
      {rows.map(({ id, number, title, kind, class: of, keep, movedAt, since }) => (
        <tr key={number}>
          <td className="number">
            <label className="tick">
              <input
                type="checkbox"
                aria-label={words.choose(number)}
                checked={chosen.has(number)}
                onChange={(event) => choose(number, event.target.checked)}
              />{' '}
              {number}
            </label>
          </td>
          <td>
            <Link to={`matters/${id}`}>{title}</Link> <span className="soft">{kind}</span>
          </td>
          <td>{of || words.all}</td>
          <td>{keepText(words, keep)}</td>
          <td className="number">{movedAt.shown.slice(0, 10)}</td>
          <td className="number">{since}</td>
        </tr>
      ))}
    </AdminTable>
  )
}

type Proposing = Listing & { readonly numbers: readonly string[] }

function ProposeForm({ what, numbers, done }: Proposing) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    const made = await sending.send<{ proposed: number }>('disposals', { numbers, what, reason })
    if (made !== null) done(made.proposed)
  }
  const propose = what === 'matter' ? words.propose : words.identity
  return (
    <AdminForm
      title={`${propose} · ${words.chosen(numbers.length)}`}
      sending={sending}
      submit={() => void save()}
      sendWord={propose}
    >
      <TextField name="reason" label={words.proposeReason[what]} isWide value={reason} change={setReason} />
    </AdminForm>
  )
}

/** 删除身份信息, on request or where the law says so. */
function IdentityForm({ done }: Pick<Listing, 'done'>) {
  const words = useScreenWords(retentionWords)
  const sending = useSend('/api/retention')
  const send: Parameters<typeof NumbersForm>[0]['send'] = async (asked) => {
    const made = await sending.send<{ proposed: number }>('disposals', { ...asked, what: 'identity' })
    if (made === null) return false
    done(made.proposed)
    return true
  }
  return <NumbersForm title={words.identity} hint={words.identityHint} sending={sending} send={send} />
}
