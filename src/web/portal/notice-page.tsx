/** @jsxImportSource preact */
import type { GovernmentView } from '../../contract/index.js'
import { ErrorSummary } from './error-summary.js'
import { Page } from './page.js'
import { doorPlace, type PageContext, wordsOf, writtenIn } from './page-context.js'
import { Promises } from './promises.js'

type NoticeProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  /** Asked to go on without the tick. */
  readonly isMissed?: boolean
}

/** 留言须知. Read and ticked before the form. */
export const NoticePage = ({ context, government, isMissed = false }: NoticeProps) => {
  const words = wordsOf(context)
  return (
    <Page context={context} title={words.notice.title} at="write" hasErrors={isMissed}>
      <div class="narrow">
        {isMissed && <ErrorSummary words={words} errors={[{ href: '#read', sentence: words.notice.missing }]} />}
        <h1>{words.notice.title}</h1>
        <p class="lead">{words.notice.lead}</p>
        <ol class="notice-lines" lang={writtenIn(context)}>
          {government.notice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {government.promises.length > 0 && <h2>{words.notice.promises}</h2>}
        <Promises promises={government.promises} lang={writtenIn(context)} />
        <p class="soft">
          {words.notice.basis(government.regulation.title)} <a href={doorPlace(government, 'rules')}>{words.home.seeRules}</a>
        </p>
        {government.closed === null ? (
          <form class="panel" method="get" action={doorPlace(government, 'write')}>
            {isMissed && (
              <p class="error" id="read-error">
                <span class="said">{words.errors.label}</span>
                {words.notice.missing}
              </p>
            )}
            <label class="pick">
              <input
                type="checkbox"
                id="read"
                name="read"
                value="yes"
                required
                aria-describedby={isMissed ? 'read-error' : undefined}
              />
              <span>{words.notice.agree}</span>
            </label>
            <button class="button" type="submit">
              {words.notice.start}
            </button>
          </form>
        ) : (
          <div class="callout callout-warn">
            <p>
              <b>{words.closed}</b>
            </p>
            <p>{government.closed}</p>
          </div>
        )}
      </div>
    </Page>
  )
}
