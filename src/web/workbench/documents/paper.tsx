import type { PaperBlock } from '../../../contract/index.js'

/** The paper as its file says it, line by line. */
export function Paper({ blocks, title }: { readonly blocks: readonly PaperBlock[]; readonly title: string }) {
  return (
    <article className="paper paper-file" aria-label={title} lang="zh-CN">
      {numbered(blocks).map(({ key, value }) =>
        value.kind === 'line' ? <Line key={key} line={value} /> : <Table key={key} table={value} />,
      )}
    </article>
  )
}

/** Lines have no name but their place. */
const numbered = <T,>(list: readonly T[]): readonly { readonly key: string; readonly value: T }[] =>
  list.map((value, at) => ({ key: String(at), value }))

function Line({ line }: { readonly line: Extract<PaperBlock, { kind: 'line' }> }) {
  const look = `paper-line look-${/^[A-Za-z]+$/.test(line.look) ? line.look : 'Plain'}`
  const parts = line.text.split('\t').filter((part) => part !== '')
  if (parts.length < 2) return <p className={look}>{parts[0] ?? ''}</p>
  return (
    <p className={look}>
      {numbered(parts).map(({ key, value }) => (
        <span key={key}>{value}</span>
      ))}
    </p>
  )
}

function Table({ table }: { readonly table: Extract<PaperBlock, { kind: 'table' }> }) {
  return (
    <table className={`paper-table-${table.look}`}>
      <tbody>
        {numbered(table.rows).map((row) => (
          <tr key={row.key}>
            {numbered(row.value).map(({ key, value: { text, span, isHead } }) =>
              isHead ? (
                <th key={key} colSpan={span}>
                  {text}
                </th>
              ) : (
                <td key={key} colSpan={span}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
