/** @jsxImportSource preact */
import type { GovernmentView, Submitted } from '../../contract/index.js'
import { momentText } from '../parts/index.js'
import { Page } from './page.js'
import { doorPlace, type PageContext, placeOf, wordsOf } from './page-context.js'

type DoneProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  /** Null once the code is no longer shown. */
  readonly submitted: Submitted | null
}

/** After sending: the number and the code, large, to be noted down. */
export const DonePage = ({ context, government, submitted }: DoneProps) => {
  const words = wordsOf(context)
  return (
    <Page context={context} title={words.done.title} at="write" isWriting>
      <div class="narrow">
        {submitted === null ? (
          <>
            <h1>{words.track.title}</h1>
            <p>{words.done.gone}</p>
            <p>
              <a class="button" href={placeOf(government, 'track')}>
                {words.menu.track}
              </a>
            </p>
          </>
        ) : (
          <Receipt context={context} government={government} submitted={submitted} />
        )}
      </div>
    </Page>
  )
}

const Receipt = ({ context, government, submitted }: DoneProps & { submitted: Submitted }) => {
  const words = wordsOf(context)
  const { number, code, receivedAt } = submitted
  const copied = `${government.portalName} ${words.done.number} ${number} ${words.done.code} ${code}`
  return (
    <>
      <div class="done" data-forget={doorPlace(government, 'write')}>
        <h1>
          <span class="tick" aria-hidden="true">
            ✓
          </span>
          {words.done.title}
        </h1>
        <p class="done-remember">{words.done.remember}</p>
        <dl class="done-codes">
          <div>
            <dt>{words.done.number}</dt>
            <dd>{number}</dd>
          </div>
          <div>
            <dt>{words.done.code}</dt>
            <dd>{code}</dd>
          </div>
        </dl>
        <p>
          {words.done.receivedAt}
          <time dateTime={receivedAt.iso}>{momentText(receivedAt, context.lang)}</time>
        </p>
      </div>
      <p>{words.done.lead}</p>
      <p class="soft">{words.done.spoken}</p>
      <div class="actions">
        <form method="post" action={placeOf(government, 'track')}>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="code" value={code} />
          <button class="button" type="submit">
            {words.done.see}
          </button>
        </form>
        <button
          class="button button-plain"
          type="button"
          hidden
          data-copy={copied}
          data-link={`${placeOf(government, 'track')}#${number}.${code}`}
          data-copied={words.done.copied}
        >
          {words.done.copy}
        </button>
        <button class="button button-plain" type="button" hidden data-print>
          {words.done.print}
        </button>
        <a class="button button-plain" href={placeOf(government, 'notice')}>
          {words.done.again}
        </a>
      </div>
    </>
  )
}
