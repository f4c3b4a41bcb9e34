import { Button } from 'antd'
import type { LedgerHead, LedgerKind } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { roleName, useSignedIn } from '../session.js'
import { type Fetching, useFetchedFile } from '../shown/use-fetched-file.js'
import { useLanguage, useScreenWords } from '../words/language.js'
import { ledgerFileWords } from './ledger-file-words.js'

type Props = { readonly kind: LedgerKind; readonly asked: string; readonly columns: readonly LedgerHead[] }

/** The ledger as a file: how much has come is told, and it can be stopped. */
export function TakeOut({ kind, asked, columns }: Props) {
  const words = useScreenWords(ledgerFileWords)
  const { role } = useSignedIn()
  const { language } = useLanguage()
  const asOf = useAsked()
  const { fetching, start, stop } = useFetchedFile()
  const isRunning = fetching.status === 'running'
  const take = (format: 'csv' | 'xlsx'): void => {
    const query = new URLSearchParams(asked)
    const more = { kind, format, columns: JSON.stringify(columns), role: roleName(role), lang: language }
    for (const [name, value] of Object.entries(more)) query.set(name, value)
    void start(asOf(`/api/ledger?${query}`), `${words.file[kind]}.${format}`)
  }
  return (
    <div className="form-end">
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          type={format === 'xlsx' ? 'primary' : 'default'}
          disabled={isRunning || columns.length === 0}
          onClick={() => take(format)}
        >
          {words[format]}
        </Button>
      ))}
      {isRunning && <Button onClick={stop}>{words.stop}</Button>}
      {columns.length === 0 && <p className="field-problem">{words.none}</p>}
      <Progress fetching={fetching} />
    </div>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function Progress({ fetching }: { readonly fetching: Fetching }) {
  const words = useScreenWords(ledgerFileWords)
  if (fetching.status === 'none') return null
  if (fetching.status === 'refused') return <Problem problem={fetching.problem} />
  if (fetching.status === 'running' || fetching.status === 'done') {
    const size = sizeOf(fetching.bytes)
    return <p role="status">{fetching.status === 'done' ? words.done(size) : words.received(size)}</p>
  }
  return <p role="status">{words[fetching.status]}</p>
}
