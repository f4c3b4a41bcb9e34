/** @jsxImportSource preact */
import type { GovernmentView, ProofChallenge } from '../../contract/index.js'
import { ErrorSummary } from './error-summary.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf } from './page-context.js'
import { ProofField } from './proof-field.js'

type TrackFormProps = {
  readonly context: PageContext
  /** Null at the address that all governments share. */
  readonly government: GovernmentView | null
  readonly number: string
  /** Why it was not shown; the code itself is never shown again. */
  readonly sentence?: string | undefined
  /** Work that may be done instead of waiting; the script does it. */
  readonly challenge?: ProofChallenge | undefined
  readonly hasLeft?: boolean
}

/** 进度查询: number and query code. */
export const TrackFormPage = ({ context, government, number, sentence, challenge, hasLeft = false }: TrackFormProps) => {
  const words = wordsOf(context)
  // Whoever has to wait, or do a piece of work, has typed nothing that is known to be wrong.
  const isWrong = sentence !== undefined && challenge === undefined
  return (
    <Page context={context} title={words.track.title} at="track" hasErrors={sentence !== undefined}>
      <div class="narrow">
        {sentence !== undefined && <ErrorSummary words={words} errors={[{ href: isWrong ? '#number' : null, sentence }]} />}
        {hasLeft && (
          <p class="callout" role="status">
            {words.track.left}
          </p>
        )}
        <h1>{words.track.title}</h1>
        <p class="lead">{words.track.lead}</p>
        <form class="panel" method="post" action={government === null ? '/track' : placeOf(government, 'track')} noValidate>
          <div class={isWrong ? 'field field-wrong' : 'field'}>
            <label for="number">{words.track.number}</label>
            <p class="hint" id="number-hint">
              {words.track.numberHint}
            </p>
            <input
              type="text"
              class="code-input"
              id="number"
              name="number"
              inputMode="numeric"
              autocomplete="off"
              value={number}
              aria-describedby="number-hint"
              aria-invalid={isWrong ? 'true' : undefined}
            />
          </div>
          <div class={isWrong ? 'field field-wrong' : 'field'}>
            <label for="code">{words.track.code}</label>
            <p class="hint" id="code-hint">
              {words.track.codeHint}
            </p>
            <input
              type="text"
              class="code-input"
              id="code"
              name="code"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="code-hint"
              aria-invalid={isWrong ? 'true' : undefined}
            />
          </div>
          <ProofField context={context} challenge={challenge} />
          <button class="button" type="submit">
            {words.track.see}
          </button>
        </form>
        <p class="soft">{words.track.tries}</p>
        <p class="soft">{words.track.lost}</p>
      </div>
    </Page>
  )
}
