import { useState } from 'react'
import type { ReplyWarning } from '../../../contract/index.js'
import { root } from '../address.js'
import { useWords } from '../words/language.js'

const nameOf = ({ kind, words, matter }: ReplyWarning): string => `${kind} ${words.join(' ')} ${matter?.id ?? ''}`

/** What is worth a second look, and why. It can be put aside; nothing depends on it. */
export function ReplyWarnings({ warnings }: { readonly warnings: readonly ReplyWarning[] }) {
  const words = useWords()
  const [aside, setAside] = useState<readonly string[]>([])
  const shown = warnings.filter((each) => !aside.includes(nameOf(each)))
  return (
    <div className="reply-warnings" role="status">
      {shown.length === 0 ? (
        <p className="reply-clear">
          <span aria-hidden="true">✓ </span>
          {words.reply.clear}
        </p>
      ) : (
        <>
          <p className="reply-warned">{words.reply.warnings(shown.length)}</p>
          <ul>
            {shown.map((each) => (
              <li key={nameOf(each)}>
                <span className="reply-kind">{words.reply.kind[each.kind]}</span>
                {each.words.map((found) => (
                  <mark key={found}>{found}</mark>
                ))}
                <span>{each.why}</span>
                {each.matter && (
                  <a href={`${root}matters/${encodeURIComponent(each.matter.id)}`} target="_blank" rel="noreferrer">
                    {each.matter.number} {each.matter.title}
                  </a>
                )}
                <button type="button" className="quiet" onClick={() => setAside([...aside, nameOf(each)])}>
                  {words.reply.dismiss}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
