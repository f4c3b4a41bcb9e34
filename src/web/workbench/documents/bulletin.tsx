import '../css/bulletins.css'
import { Button } from 'antd'
import type { BulletinView, DocumentView } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { documentsWords } from './documents-words.js'
import type { Send } from './send.js'

type Props = { readonly shown: DocumentView; readonly bulletin: BulletinView; readonly send: Send }

/** 通报的数. Of which days its figures are, each with its answer; of what was issued also what became of them. */
export function BulletinPart({ shown, bulletin, send }: Props) {
  const words = useScreenWords(documentsWords)
  const finish = (): void => void send('POST', '/issue', { version: shown.version, despite: [] })
  return (
    <section aria-labelledby="figures-asked">
      <h2 id="figures-asked">{words.figures}</h2>
      <p className="hint">{words.asOf(bulletin.spanName, bulletin.asOf.shown)}</p>
      {bulletin.isUnmet && shown.issuedAt && (
        <p role="alert">
          {words.unmet} <Button onClick={finish}>{words.meet}</Button>
        </p>
      )}
      {bulletin.corrections.length > 0 && <Corrections bulletin={bulletin} />}
      <dl className="bulletin-figures">
        {bulletin.asks.map(({ id, name, answer, rows }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{answer ?? words.rows(rows)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** 更正. The paper stays as it was issued; what is counted now stands beside it. */
function Corrections({ bulletin }: { readonly bulletin: BulletinView }) {
  const words = useScreenWords(documentsWords)
  return (
    <div className="bulletin-corrections" role="note">
      <p>
        <b>{words.corrected(bulletin.corrections.length)}</b> {words.correctedHint}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.said}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {bulletin.corrections.map(({ name, said, now }) => (
            <tr key={`${name} ${said} ${now}`}>
              <th scope="row">{name}</th>
              <td>{said}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
