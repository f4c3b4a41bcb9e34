import type { MatterView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** The files of the matter, each to be opened. */
export function FileList({ attachments }: { readonly attachments: MatterView['attachments'] }) {
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
