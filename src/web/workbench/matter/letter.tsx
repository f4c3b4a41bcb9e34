import type { MatterView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import { FileList } from './file-list.js'

/** 来信. The words of the message as they came, in the size in which people read, before anything that we say about it. */
export function Letter({ matter }: { readonly matter: Pick<MatterView, 'fields' | 'attachments'> }) {
  const words = useWords()
  const said = matter.fields.filter((field) => field.isMessage && field.as !== 'hidden')
  if (said.length === 0 && matter.attachments.length === 0) return null
  return (
    <div className="letter">
      {said.map((field, at) => (
        <div key={field.id}>
          {at > 0 && <h3>{field.name}</h3>}
          {field.as === 'shown' || field.as === 'masked' ? (
            <p className="letter-text">{field.value}</p>
          ) : (
            <p className="soft">{words.content.as[field.as]}</p>
          )}
        </div>
      ))}
      <FileList attachments={matter.attachments} />
    </div>
  )
}
