import type { BulletinView } from '../../../contract/index.js'
import { useScreenWords } from '../words/language.js'
import { documentsWords } from './documents-words.js'

type Differing = BulletinView['differing'][number]

/** Where a text says otherwise than the figures: each is put right by one press, or by writing. */
export function DifferingNumbers({
  differing,
  change,
}: {
  readonly differing: readonly Differing[]
  readonly change: (text: string, to: (before: string) => string) => void
}) {
  const words = useScreenWords(documentsWords)
  if (differing.length === 0) return null
  return (
    <div className="bulletin-differing" role="alert">
      <p>
        <b>{words.differing}</b>
      </p>
      <ul>
        {differing.map((each) => (
          <li key={`${each.text} ${each.tag} ${each.said}`}>
            {each.says}{' '}
            {each.now !== null && (
              <button type="button" className="quiet" onClick={() => change(each.text, (before) => rightIn(before, each))}>
                {words.putRight(each.now)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const rightIn = (text: string, { tag, said, now }: Differing): string => text.replaceAll(`{${tag}=${said}}`, `{${tag}=${now}}`)

/** The names of questions, to be put into the text where the cursor stands. */
export function QuestionNames({ bulletin, put }: { readonly bulletin: BulletinView; readonly put: (bound: string) => void }) {
  const words = useScreenWords(documentsWords)
  return (
    <div className="bulletin-names">
      <p className="hint">{words.bound}</p>
      {bulletin.asks.map(({ id, name, tag, answer }) =>
        answer === null ? null : (
          <button key={id} type="button" className="plain-button" onClick={() => put(`{${tag}=${answer}}`)}>
            {name} {answer}
          </button>
        ),
      )}
    </div>
  )
}
