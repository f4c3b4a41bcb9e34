import type { ImportPreviewView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

/** The first rows as they would come in. */
export function ImportPreview({ preview }: { readonly preview: ImportPreviewView }) {
  const words = useWords()
  const { imports } = words
  return (
    <section aria-label={imports.preview} className="import-preview">
      <h2>{imports.preview}</h2>
      {preview.refusal !== null && (
        <p className="field-problem" role="alert">
          {preview.refusal}
        </p>
      )}
      {preview.headRow !== null && <p className="soft">{imports.headAt(preview.headRow, preview.sheet)}</p>}
      {preview.unused.length > 0 && <p className="soft">{imports.unused(preview.unused.join(words.listComma))}</p>}
      {preview.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {preview.rows.map(({ row, values, reason }) => (
        <article key={row}>
          <h3>{imports.row(row)}</h3>
          {reason !== null && <p className="field-problem">{imports.cannot(reason)}</p>}
          <dl className="stated">
            {values.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
      <p className="soft">{imports.previewNote}</p>
    </section>
  )
}
