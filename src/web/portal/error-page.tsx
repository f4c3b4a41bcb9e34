/** @jsxImportSource preact */
import type { Problem } from '../../contract/index.js'
import { clauseChips } from '../parts/index.js'
import { make } from './make.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

/** What went wrong, kindly, and where to go on. */
export const ErrorPage = ({ context, problem }: { context: PageContext; problem: Problem }) => {
  const words = wordsOf(context)
  const [title, text] = said(problem, words)
  const home = context.government === null ? '/' : placeOf(context.government)
  return (
    <Page context={context} title={title}>
      <div class="narrow">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {clauseChips(make, problem.clauses ?? [], context.lang)}
        <p>
          <a class="button" href={home}>
            {words.problems.back}
          </a>
        </p>
      </div>
    </Page>
  )
}

function said({ status, detail, retryAfterSeconds }: Problem, { problems }: Words): readonly [string, string] {
  if (status === 404) return [problems.notFound, problems.notFoundText]
  if (status === 413) return [problems.tooLarge, problems.tooLargeText]
  if (status === 429) return [problems.tooMany, problems.tooManyText(minutesOf(retryAfterSeconds))]
  if (status === 403) return [problems.stale, problems.staleText]
  if (status === 503 && detail !== '') return [problems.away, detail]
  return status >= 500 ? [problems.broken, problems.brokenText] : [problems.refused, detail]
}

/** Whole minutes to wait, at least one. */
export const minutesOf = (seconds: number | undefined): number => Math.max(1, Math.ceil((seconds ?? 60) / 60))
