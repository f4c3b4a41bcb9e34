import { listComma } from '../../../core/index.js'
import '../css/form.css'
import '../css/ledger-file.css'
import { useEffect, useState } from 'react'
import { type LedgerKind, type LedgerLookView, ledgerKinds } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { useAsked, useIsPast } from '../as-of/as-of.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { Link } from '../link.js'
import { filterName, listQuery, narrowedBy } from '../matters/matters-query.js'
import { useLoad } from '../use-load.js'
import { useLanguage, useScreenWords, useWords } from '../words/language.js'
import { type Column, columnsOf, headsOf, named } from './chosen-columns.js'
import { ColumnList } from './column-list.js'
import { LayoutForm } from './layout-form.js'
import { ledgerFileWords } from './ledger-file-words.js'
import { TakeOut } from './take-out.js'

/** 导出台账. The table is seen while its columns are chosen, and goes out as it is seen. */
export function LedgerFilePage() {
  const words = useScreenWords(ledgerFileWords)
  const all = useWords()
  const { query } = useAddress()
  const kind = ledgerKinds.find((each) => each === query.get('kind')) ?? 'matters'
  const asked = listQuery(query)
  const look = useAsked()(`/api/ledger/look?kind=${kind}${asked === '' ? '' : `&${asked}`}`)
  const { loaded, reload } = useLoad<LedgerLookView>(look)
  useEffect(() => {
    document.title = `${words.title} · ${all.product}`
  }, [words, all])
  return (
    <section className="ledger-file">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <Narrowed asked={asked} />
      {loaded.status === 'loading' && <Waiting lines={8} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {loaded.status === 'ready' && <Chosen look={loaded.value} kind={kind} asked={asked} reload={reload} key={kind} />}
    </section>
  )
}

function Narrowed({ asked }: { readonly asked: string }) {
  const words = useScreenWords(ledgerFileWords)
  const { language } = useLanguage()
  const query = new URLSearchParams(asked)
  const names = narrowedBy(query).map((name) => filterName(name, language))
  const text = query.get('q')
  const said = [...(text === null ? [] : [text]), ...names]
  if (said.length === 0) return null
  return (
    <p>
      {words.filter}: {said.join(listComma[language])} <Link to={`matters?${asked}`}>{words.change}</Link>
    </p>
  )
}

type Props = { readonly look: LedgerLookView; readonly kind: LedgerKind; readonly asked: string; readonly reload: () => void }

function Chosen({ look, kind, asked, reload }: Props) {
  const words = useScreenWords(ledgerFileWords)
  const layouts = look.layouts.filter((layout) => layout.kind === kind)
  const isPast = useIsPast()
  const [layout, setLayout] = useState('')
  const [chosen, setColumns] = useState<readonly Column[]>(() => columnsOf(look.columns, null))
  const columns = named(chosen, look.columns)
  const use = (name: string): void => {
    setLayout(name)
    setColumns(columnsOf(look.columns, layouts.find((each) => each.name === name)?.columns ?? null))
  }
  return (
    <>
      <div className="ledger-file-choices">
        <label>
          {words.kind}
          <select className="plain-select" value={kind} onChange={(event) => changeQuery({ kind: event.target.value })}>
            {ledgerKinds.map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.layout}
          <select className="plain-select" value={layout} onChange={(event) => use(event.target.value)}>
            <option value="">{words.usual}</option>
            {layouts.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <ColumnList columns={columns} change={setColumns} />
      {look.mayKeep && !isPast && (
        <LayoutForm
          {...{ kind, layout, reload }}
          columns={headsOf(columns)}
          kept={setLayout}
          removed={() => {
            use('')
            reload()
          }}
        />
      )}
      <TakeOut kind={kind} asked={asked} columns={headsOf(columns)} />
      <Preview look={look} columns={columns} />
    </>
  )
}

function Preview({ look, columns }: { readonly look: LedgerLookView; readonly columns: readonly Column[] }) {
  const words = useScreenWords(ledgerFileWords)
  const chosen = columns.filter(({ isChosen }) => isChosen)
  const places = chosen.map(({ id }) => look.columns.findIndex((column) => column.id === id))
  return (
    <>
      <h2 id="ledger-file-preview">{words.preview}</h2>
      {look.rows.length === 0 ? (
        <p className="empty">{words.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved by key.
        <section className="ledger-file-table" tabIndex={0} aria-labelledby="ledger-file-preview">
          <table>
            <thead>
              <tr>
                {chosen.map(({ id, name, head }) => (
                  <th scope="col" key={id}>
                    {head.trim() || name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {look.rows.map((row) => (
                <tr key={row.join('\n')}>
                  {places.map((place) => (
                    <td key={place}>{row[place]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
