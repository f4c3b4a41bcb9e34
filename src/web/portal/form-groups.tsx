/** @jsxImportSource preact */
import type { FieldView } from '../../contract/index.js'
import { FormField } from './form-field.js'
import type { FormState } from './form-state.js'
import { type PageContext, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

type GroupName = keyof Words['write']['groups']

/** What it is about, what may be added, who writes, and what they agree to: of each only what the regulation asks. */
function groupOf({ isIdentity, type, isNeeded, isConditional }: FieldView): GroupName {
  if (isIdentity) return 'who'
  if (type === 'boolean') return 'agreed'
  return isNeeded || isConditional === true ? 'what' : 'more'
}

const order: readonly GroupName[] = ['what', 'more', 'who', 'agreed']

type GroupsProps = {
  readonly form: string
  readonly fields: readonly FieldView[]
  readonly state: FormState
  readonly context: PageContext
}

/** So few need no fold. */
const fewest = 3

/** What only some have to add: folded, where it is much, so that nobody is faced with all of it. Files are at hand. */
const seldom = (fields: readonly FieldView[]): readonly FieldView[] => {
  const found = fields.filter(({ type }) => type !== 'attachments')
  return found.length < fewest ? [] : found
}
const atHand = (fields: readonly FieldView[]): readonly FieldView[] => {
  const folded = seldom(fields)
  return fields.filter((field) => !folded.includes(field))
}

const Fields = ({ form, fields, state, context }: GroupsProps) => (
  <>
    {fields.map((field) => (
      <FormField key={field.id} form={form} field={field} state={state} context={context} />
    ))}
  </>
)

/** Open where something is filled in, or wrong. */
const Folded = ({ form, fields, state, context }: GroupsProps) => {
  if (fields.length === 0) return null
  const isFilled = ({ id }: FieldView) => (state.typed[id] ?? []).some((each) => each !== '')
  const isWrong = ({ id }: FieldView) => state.problems.some(({ field }) => field === id)
  const { write, listComma } = wordsOf(context)
  const names = fields.map(({ name }) => name).join(listComma)
  return (
    <details class="folded-fields" open={fields.some((field) => isFilled(field) || isWrong(field))}>
      <summary>{write.fold(names)}</summary>
      <Fields form={form} fields={fields} state={state} context={context} />
    </details>
  )
}

/** Name and telephone that may be needed stand before what is never asked for; nothing moves while somebody writes. */
const isAsked = ({ isNeeded, isConditional }: FieldView): boolean => isNeeded || isConditional === true
const askedFirst = (fields: readonly FieldView[]): readonly FieldView[] => [
  ...fields.filter(isAsked),
  ...fields.filter((field) => !isAsked(field)),
]

/** The fields of a long form, group by group; on a telephone the script shows one group after another. */
export const FormGroups = ({ form, fields, state, context }: GroupsProps) => {
  const words = wordsOf(context)
  const groups = order
    .map((name) => ({ name, within: askedFirst(fields.filter((field) => groupOf(field) === name)) }))
    .filter(({ within }) => within.length > 0)
  return (
    <>
      {groups.map(({ name, within }, index) => (
        <section class="form-group" key={name} aria-labelledby={`${form}-${name}`} data-step={index + 1}>
          <h2 id={`${form}-${name}`} tabIndex={-1}>
            {words.write.groups[name]} <small hidden>{words.write.step(index + 1, groups.length)}</small>
          </h2>
          <Fields form={form} fields={name === 'more' ? atHand(within) : within} state={state} context={context} />
          {name === 'more' && <Folded form={form} fields={seldom(within)} state={state} context={context} />}
        </section>
      ))}
    </>
  )
}

/** What is written stays on this device, if whoever writes wants it; the script keeps it. */
export const Draft = ({ words }: { readonly words: Words }) => (
  <div class="draft" hidden data-draft>
    <label class="pick">
      <input type="checkbox" data-draft-keep />
      <span>
        {words.write.keepDraft} <small>{words.write.keepDraftNote}</small>
      </span>
    </label>
    <p class="soft" role="status" data-draft-saved={words.write.draftSaved} data-draft-found={words.write.draftFound} />
  </div>
)
