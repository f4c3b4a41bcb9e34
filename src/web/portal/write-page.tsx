/** @jsxImportSource preact */
import type { GovernmentView } from '../../contract/index.js'
import { clauseChips } from '../parts/index.js'
import { ErrorSummary } from './error-summary.js'
import { formErrors } from './form-errors.js'
import { inputId, isForRequesters } from './form-field.js'
import { Draft, FormGroups } from './form-groups.js'
import type { FormState } from './form-state.js'
import { Guards, type GuardValues } from './guards.js'
import { make } from './make.js'
import { Page } from './page.js'
import { doorPlace, type PageContext, wordsOf } from './page-context.js'

type WriteProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly state: FormState
  readonly guards: GuardValues
}

const form = 'write'

/** The form of the first act, made from the regulation. */
export const WritePage = ({ context, government, state, guards }: WriteProps) => {
  const words = wordsOf(context)
  const fields = government.form.filter(isForRequesters)
  const errors = formErrors(state, (field) => `#${inputId(form, field)}`, fields)
  const takesFiles = fields.some((field) => field.type === 'attachments')
  return (
    <Page context={context} title={words.write.title} at="write" hasErrors={errors.length > 0} form={form} isWriting>
      <div class="narrow">
        {errors.length > 0 && <ErrorSummary words={words} errors={errors} />}
        <h1>{words.write.title}</h1>
        <p class="lead" data-first>
          {words.write.lead}
        </p>
        <form
          id={form}
          method="post"
          action={doorPlace(government, 'write')}
          encType={takesFiles ? 'multipart/form-data' : undefined}
          noValidate
          data-once
          data-steps
          data-check={doorPlace(government, 'write/check')}
          data-wrong-one={words.errors.count(1)}
          data-wrong-several={words.errors.count('{n}')}
          data-wrong-label={words.errors.label}
          data-needs={fields.some((field) => field.isConditional === true) ? doorPlace(government, 'write/needs') : undefined}
        >
          <Guards values={guards} words={words} />
          <FormGroups form={form} fields={fields} state={state} context={context} />
          <Draft words={words} />
          <div class="actions form-end">
            <button class="button button-plain" type="button" data-move="-1" hidden>
              {words.write.back}
            </button>
            <button class="button" type="button" data-move="1" hidden>
              {words.write.onward}
            </button>
            <button class="button" type="submit" data-last>
              {words.write.send}
            </button>
          </div>
        </form>
        {government.formClauses.length > 0 && (
          <div class="soft">
            {words.write.basis}
            {clauseChips(make, government.formClauses, context.lang)}
          </div>
        )}
      </div>
    </Page>
  )
}
