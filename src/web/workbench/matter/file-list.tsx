import { useRef } from 'react'
import type { MatterView } from '../../../contract/index.js'
import { useOneStop } from '../use-one-stop.js'
import { useWords } from '../words/language.js'
import { OpenSealedFile } from './open-sealed-file.js'

/** The files of the matter, each to be opened. */
export function FileList({ attachments }: { readonly attachments: MatterView['attachments'] }) {
  const words = useWords()
  const list = useRef<HTMLUListElement>(null)
  useOneStop(list)
  if (attachments.length === 0) return null
  return (
    <ul className="file-list" aria-label={words.content.files} ref={list}>
      {attachments.map((file) => (
        <li key={file.id}>
          {file.isSealed ? (
            <>
              <span>
                <bdi>{file.name}</bdi> <span className="shield-word">{words.content.as.onReason}</span>
              </span>
              <OpenSealedFile file={file} />
            </>
          ) : (
            <a href={`/api/attachments/${encodeURIComponent(file.id)}`}>
              <bdi>{file.name}</bdi>
            </a>
          )}
          <span className="soft">{words.content.size(file.size)}</span>
          {file.warning !== null && <p className="hint">{file.warning}</p>}
        </li>
      ))}
    </ul>
  )
}
