/** @jsxImportSource preact */
import type { GovernmentView, PublicFile, PublicMatterPage } from '../../contract/index.js'
import { momentText, publicArticle, publicFiles } from '../parts/index.js'
import { make } from './make.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf, writtenIn } from './page-context.js'

type AnswerProps = { readonly context: PageContext; readonly government: GovernmentView; readonly matter: PublicMatterPage }

/** One published matter with its answer. */
export const AnswerPage = ({ context, government, matter }: AnswerProps) => {
  const words = wordsOf(context)
  return (
    <Page context={context} title={matter.title} at="answers">
      <div class="narrow">
        <p>
          <a href={placeOf(government, 'answers')}>
            <span aria-hidden="true">← </span>
            {words.answers.back}
          </a>
        </p>
        <h1 lang={writtenIn(context)}>
          <bdi>{matter.title}</bdi>
        </h1>
        <dl class="facts">
          {factsOf({ context, government, matter }).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div lang={writtenIn(context)}>{publicArticle(make, matter.fields, ({ value }) => [value])}</div>
        {publicFiles(make, matter, { lang: context.lang, nameOf: (file) => [linkTo(government, matter, file)] })}
        <p>
          <a class="button button-plain" href={placeOf(government, 'notice')}>
            {words.answers.mine}
          </a>
        </p>
      </div>
    </Page>
  )
}

const linkTo = ({ id }: GovernmentView, { number }: PublicMatterPage, file: PublicFile) => (
  <a href={`/api/public/${encodeURIComponent(id)}/${encodeURIComponent(number)}/attachments/${encodeURIComponent(file.id)}`}>
    {file.name}
  </a>
)

function factsOf({ context, matter }: AnswerProps): readonly (readonly [string, string])[] {
  const { answers, listComma } = wordsOf(context)
  const facts: readonly (readonly [string, string | null])[] = [
    [answers.number, matter.number],
    [answers.category, matter.category?.name ?? null],
    [answers.state, matter.shown.name],
    [answers.units, matter.units.length === 0 ? null : matter.units.join(listComma)],
    [answers.received, momentText(matter.receivedAt, context.lang)],
    [answers.answered, matter.answeredAt === null ? null : momentText(matter.answeredAt, context.lang)],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}
