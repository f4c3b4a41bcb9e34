import type { MatterView } from '../../../contract/index.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { OpenOnReason } from './open-on-reason.js'

type Field = MatterView['fields'][number]

/** A value longer than this has a line of its own. */
const longValue = 20

/** What was stated, as far as this person may see it. What is shielded says so, with the clause. */
export function MatterFields({ matter, reload }: { readonly matter: MatterView; readonly reload: () => void }) {
  const words = useWords()
  const plain = matter.fields.filter((field) => !field.isIdentity && !field.isInHead)
  const identity = matter.fields.filter((field) => field.isIdentity)
  return (
    <section className="block" aria-labelledby="content">
      <h2 id="content">{words.content.title}</h2>
      <dl className="content">
        {plain.map((field) => (
          <FieldLine key={field.id} field={field} />
        ))}
      </dl>
      <Files attachments={matter.attachments} />
      {identity.length > 0 && (
        <div className="identity">
          <h3>{words.content.identity}</h3>
          <dl className="content">
            {identity.map((field) => (
              <FieldLine key={field.id} field={field} />
            ))}
          </dl>
          {identity.some((field) => field.as === 'onReason') && <OpenOnReason matter={matter.id} reload={reload} />}
        </div>
      )}
    </section>
  )
}

/** The files of the matter, each to be opened. */
function Files({ attachments }: { readonly attachments: MatterView['attachments'] }) {
  const words = useWords()
  if (attachments.length === 0) return null
  return (
    <ul className="file-list" aria-label={words.content.files}>
      {attachments.map((file) => (
        <li key={file.id}>
          {file.isSealed ? (
            <span>
              {file.name} <span className="shield-word">{words.content.as.onReason}</span>
            </span>
          ) : (
            <a href={`/api/attachments/${encodeURIComponent(file.id)}`}>{file.name}</a>
          )}
          <span className="soft">{words.content.size(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

function FieldLine({ field }: { readonly field: Field }) {
  const words = useWords()
  const isLong = field.as === 'shown' && (field.value.length > longValue || field.value.includes('\n'))
  return (
    <div className={isLong ? 'content-long' : ''}>
      <dt>{field.name}</dt>
      <dd>
        {field.as === 'shown' && <span className="stated">{field.value}</span>}
        {field.as === 'masked' && <span className="stated">{field.value}</span>}
        {field.as !== 'shown' && (
          <span className="shield">
            <span className="shield-word">{words.content.as[field.as]}</span>
            <ClauseChips clauses={field.clauses} />
          </span>
        )}
      </dd>
    </div>
  )
}
