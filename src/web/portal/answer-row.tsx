/** @jsxImportSource preact */
import type { GovernmentView, PublicMatter } from '../../contract/index.js'
import { dateText } from '../parts/index.js'
import { type PageContext, placeOf, wordsOf, writtenIn } from './page-context.js'

type RowProps = { readonly matter: PublicMatter; readonly government: GovernmentView; readonly context: PageContext }

/** A public answer in a list: what was asked, and who answered when. */
export const AnswerRow = ({ matter, government, context }: RowProps) => {
  const words = wordsOf(context)
  return (
    <li>
      <a class="row-title" href={placeOf(government, `answers/${matter.number}`)} lang={writtenIn(context)}>
        <bdi>{matter.title}</bdi>
      </a>
      <p class="soft">
        {matter.category !== null && <span class="tag">{matter.category.name}</span>} {matter.shown.name}
        {matter.units.length > 0 && ` · ${matter.units.join(words.listComma)}`}
        {matter.answeredAt !== null && (
          <>
            {' · '}
            {words.answers.answered} <time dateTime={matter.answeredAt.iso}>{dateText(matter.answeredAt, context.lang)}</time>
          </>
        )}
      </p>
    </li>
  )
}
