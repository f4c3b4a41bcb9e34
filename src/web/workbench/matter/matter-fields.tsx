import type { MatterView } from '../../../contract/index.js'
import { useIsPast } from '../as-of/as-of.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { OpenOnReason } from './open-on-reason.js'

type Field = MatterView['fields'][number]

/** A value longer than this has a line of its own. */
const longValue = 20

/** What else was stated, as far as this person may see it. What is shielded says so, with the clause. */
export function MatterFields({ matter, reload }: { readonly matter: MatterView; readonly reload: () => void }) {
  const words = useWords()
  const isPast = useIsPast()
  const plain = matter.fields.filter((field) => !tellsWho(field) && !field.isInHead && !field.isMessage)
  const identity = matter.fields.filter(tellsWho)
  if (plain.length === 0 && identity.length === 0) return null
  return (
    <div className="stated-besides">
      {plain.length > 0 && (
        <dl className="content">
          {plain.map((field) => (
            <FieldLine key={field.id} field={field} />
          ))}
        </dl>
      )}
      {identity.length > 0 && (
        <div className="identity">
          <h3>{words.content.identity}</h3>
          {isAllShielded(identity) ? (
            <div className="shield">
              <span className="shield-word">
                {identity.map(({ name }) => name).join(words.listComma)} {words.content.as.onReason}
              </span>
              <ClauseChips clauses={identity.flatMap(({ clauses }) => clauses)} />
            </div>
          ) : (
            <dl className="content">
              {identity.map((field) => (
                <FieldLine key={field.id} field={field} />
              ))}
            </dl>
          )}
          {!isPast && identity.some((field) => field.as === 'onReason') && <OpenOnReason matter={matter.id} reload={reload} />}
        </div>
      )}
    </div>
  )
}

/** Who they are, or what else opens for a reason alone. */
const tellsWho = ({ isIdentity, as }: Field): boolean => isIdentity || as === 'onReason'

/** Then one line says it of all. */
const isAllShielded = (fields: readonly Field[]): boolean => fields.every((field) => field.as === 'onReason')

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
