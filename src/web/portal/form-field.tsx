/** @jsxImportSource preact */
import type { FieldProblemView, FieldView } from '../../contract/index.js'
import { unreachable } from '../../core/index.js'
import { filledIn } from '../parts/index.js'
import { type FormState, type KeptFile, shownValues } from './form-state.js'
import { type PageContext, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

/** Staff alone state these; a requester's form has no control for them. */
export const isForRequesters = ({ type }: FieldView): boolean =>
  type !== 'assignments' && type !== 'requesters' && type !== 'people'

/** Names of a form's fields are kept apart from its hidden entries. */
export const inputName = (field: { readonly id: string }): string => `f.${field.id}`
export const keptName = (field: { readonly id: string }): string => `kept.${field.id}`
export const inputId = (form: string, field: string): string => `${form}-${field}`

type FieldProps = {
  readonly form: string
  readonly field: FieldView
  readonly state: FormState
  readonly context: PageContext
}

/** Everything a control needs to say what it is and what is wrong with it. */
type ControlProps = {
  readonly field: FieldView
  readonly id: string
  readonly values: readonly string[]
  readonly words: Words
  readonly describedBy: string | undefined
  readonly isWrong: boolean
  readonly kept: readonly KeptFile[]
  /** Of a file, in bytes. */
  readonly largestFile: number
}

/** One field of a form made from the regulation: label, hint, what is wrong, control. */
export const FormField = ({ form, field, state, context }: FieldProps) => {
  const words = wordsOf(context)
  const id = inputId(form, field.id)
  const problem = state.problems.find((each) => each.field === field.id)
  const hint = hintOf(field, words, context.largestFile)
  const describedBy = [hint === '' ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`].filter((part) => part !== '')
  const control: ControlProps = {
    field,
    id,
    values: shownValues(field, state.typed),
    words,
    describedBy: describedBy.length === 0 ? undefined : describedBy.join(' '),
    isWrong: problem !== undefined,
    kept: state.kept[field.id] ?? [],
    largestFile: context.largestFile,
  }
  const name = <Name field={field} words={words} />
  const notes = <Notes id={id} hint={hint} problem={problem} words={words} />
  const className = problem === undefined ? 'field' : 'field field-wrong'
  return isGroup(field) ? (
    <fieldset class={className} id={id} aria-describedby={control.describedBy} tabIndex={-1}>
      <legend>{name}</legend>
      {notes}
      <Picks {...control} />
    </fieldset>
  ) : (
    <div class={className}>
      <label for={id}>{name}</label>
      {notes}
      <Control {...control} />
    </div>
  )
}

const Name = ({ field, words }: { field: FieldView; words: Words }) => (
  <>
    {field.name}{' '}
    <span
      class={field.isNeeded ? 'needed' : 'optional'}
      {...(field.isConditional === true
        ? { 'data-need': field.id, 'data-needed': words.write.needed, 'data-sometimes': words.write.sometimes }
        : {})}
    >
      {needOf(field, words)}
    </span>
  </>
)

function needOf({ isNeeded, isConditional }: FieldView, { write }: Words): string {
  if (isNeeded) return write.needed
  return isConditional === true ? write.sometimes : write.optional
}

type NotesProps = {
  readonly id: string
  readonly hint: string
  readonly problem: FieldProblemView | undefined
  readonly words: Words
}

const Notes = ({ id, hint, problem, words }: NotesProps) => (
  <>
    {hint !== '' && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {problem !== undefined && (
      <p class="error" id={`${id}-error`}>
        <span class="said">{words.errors.label}</span>
        {problem.sentence}
      </p>
    )}
  </>
)

function hintOf(field: FieldView, words: Words, largestFile: number): string {
  const parts = [field.hint, boundsOf(field, words), field.isIdentity ? words.write.identity : '']
  if (field.type === 'attachments') parts.push(words.write.fileSize(Math.floor(largestFile / 1_000_000)), words.write.filesHint)
  const said = parts.filter((part) => part !== '')
  return words.language === 'en' ? said.map(sentence).join('. ') : said.join('；')
}

const sentence = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1).replace(/\.$/, '')

function boundsOf({ type, least, most }: FieldView, { write }: Words): string {
  if (type === 'attachments') return most === null ? '' : write.files(most)
  if (type !== 'text' && type !== 'longText') return ''
  if (least !== null && most !== null) return write.between(least, most)
  if (most !== null) return write.atMost(most)
  return least === null || least < 2 ? '' : write.atLeast(least)
}

/** Up to so many options stand side by side; more are a list to choose from. */
const mostRadios = 9

function isGroup({ type, options }: FieldView): boolean {
  if (type === 'boolean' || type === 'choices') return true
  return (type === 'choice' || type === 'unit') && options.length > 0 && options.length <= mostRadios
}

const Picks = ({ field, id, values, words }: ControlProps) => {
  const options =
    field.type === 'boolean'
      ? [
          { id: 'yes', name: words.write.yes, advice: '' },
          { id: 'no', name: words.write.no, advice: '' },
        ]
      : field.options
  return (
    <div class="picks">
      {options.map((option) => (
        <label class="pick" key={option.id}>
          <input
            type={field.type === 'choices' ? 'checkbox' : 'radio'}
            id={`${id}-${option.id}`}
            name={inputName(field)}
            value={option.id}
            checked={values.includes(option.id)}
          />
          <span>
            {option.name}
            {option.advice !== '' && <small>{option.advice}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

function filledAs({ content }: FieldView) {
  const { autoComplete, ...shown } = filledIn(content)
  return { ...shown, autocomplete: autoComplete }
}

const Control = ({ field, id, values, words, describedBy, isWrong, kept, largestFile }: ControlProps) => {
  const value = values[0] ?? ''
  const common = {
    id,
    name: inputName(field),
    'aria-describedby': describedBy,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-required': field.isNeeded ? ('true' as const) : undefined,
  }
  switch (field.type) {
    case 'text':
    case 'person':
    case 'matter':
      return (
        <>
          <input value={value} {...filledAs(field)} {...common} />
          <Counter field={field} id={id} words={words} />
        </>
      )
    case 'longText':
      return (
        <>
          {/* A line break at the start of a text area is swallowed by browsers: one more keeps the writer's own. */}
          <textarea rows={field.isNeeded ? 8 : 4} {...common}>{`\n${value}`}</textarea>
          <Counter field={field} id={id} words={words} />
        </>
      )
    case 'number':
      return <input type="text" inputMode="decimal" class="short" value={value} {...common} />
    case 'limit':
      return (
        <span class="with-unit">
          <input type="text" inputMode="numeric" class="short" value={value} {...common} /> {words.write.workdays}
        </span>
      )
    case 'date':
      return <input type="date" class="short" value={value} {...common} />
    case 'time':
      return <input type="datetime-local" class="short" value={value} {...common} />
    case 'choice':
    case 'unit':
      return field.options.length === 0 ? (
        <input type="text" value={value} {...common} />
      ) : (
        <Select {...{ field, value, words, common }} />
      )
    case 'attachments':
      return (
        <>
          <Kept field={field} kept={kept} words={words} />
          <input type="file" multiple {...common} {...fileLimits(field, words, largestFile)} />
        </>
      )
    case 'assignments':
    case 'requesters':
    case 'people':
    case 'items':
    case 'boolean':
    case 'choices':
      return null
    default:
      return unreachable(field.type)
  }
}

/** So many files are read of one sending. */
export const mostFiles = 10

/** To the script, which looks at files before they are on their way. */
function fileLimits({ most }: FieldView, { write }: Words, largestFile: number) {
  const atMost = Math.min(most ?? mostFiles, mostFiles)
  return {
    'data-largest': largestFile,
    'data-too-large': write.fileTooLarge(Math.floor(largestFile / 1_000_000)),
    'data-most-files': atMost,
    'data-too-many': write.tooManyFiles(atMost),
  }
}

type SelectProps = {
  readonly field: FieldView
  readonly value: string
  readonly words: Words
  readonly common: Readonly<Record<string, string | undefined>>
}

const Select = ({ field, value, words, common }: SelectProps) => (
  <select {...common}>
    <option value="">{words.write.choose}</option>
    {field.options.map((option) => (
      <option key={option.id} value={option.id} selected={option.id === value}>
        {option.name}
      </option>
    ))}
  </select>
)

/** Files saved before stay with the form unless they are unticked. */
const Kept = ({ field, kept, words }: { field: FieldView; kept: readonly KeptFile[]; words: Words }) => (
  <>
    {kept.map(({ name, token }) => (
      <label class="pick" key={token}>
        <input type="checkbox" name={keptName(field)} value={token} checked />
        <span>
          {name} <small>{words.write.kept}</small>
        </span>
      </label>
    ))}
  </>
)

/** Filled in by the script; without it the hint says the same. */
const Counter = ({ field, id, words }: { field: FieldView; id: string; words: Words }) =>
  field.most === null ? null : (
    <p
      class="counter"
      hidden
      aria-live="polite"
      data-counts={id}
      data-most={field.most}
      data-left={words.write.left}
      data-over={words.write.over}
    />
  )
