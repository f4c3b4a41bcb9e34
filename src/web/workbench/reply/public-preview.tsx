import type { PublicPreview as Preview } from '../../../contract/index.js'
import { publicArticle, publicFiles } from '../../parts/index.js'
import { Waiting } from '../frame/waiting.js'
import { make } from '../shown/make.js'
import { useLanguage } from '../words/language.js'

type Part = Preview['title'][number]

/** 公开页预览. What anybody would read, before it is there; what looks like personal data is marked in word and look. */
export function PublicPreview({ id, preview }: { readonly id: string; readonly preview: Preview | null }) {
  const { words, language } = useLanguage()
  const shown = ({ text, isPersonal }: Part, at: number) =>
    isPersonal ? (
      <mark key={at} title={words.reply.marked}>
        {text}
        <span className="unseen">（{words.reply.marked}）</span>
      </mark>
    ) : (
      text
    )
  return (
    <section className="reply-preview" id={id} aria-label={words.reply.preview} role="status">
      {preview === null ? (
        <Waiting lines={3} />
      ) : (
        <>
          <p className="soft">{preview.isPublished ? words.reply.previewNow : words.reply.previewLater}</p>
          <article className="public-page">
            <p className="public-title">{preview.title.map(shown)}</p>
            {preview.units.length > 0 && <p className="soft">{preview.units.join(words.listComma)}</p>}
            {preview.fields.length === 0 && <p>{words.reply.previewEmpty}</p>}
            {publicArticle(make, preview.fields, ({ parts }) => parts.map(shown))}
            {publicFiles(make, preview, { lang: language, nameOf: ({ parts }) => parts.map(shown) })}
          </article>
          {preview.keptBack.length > 0 && (
            <p className="soft">{words.reply.keptBack(preview.keptBack.map(({ name }) => name).join(words.listComma))}</p>
          )}
        </>
      )}
    </section>
  )
}
