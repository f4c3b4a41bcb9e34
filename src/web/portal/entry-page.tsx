/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { FieldProblemView, Lang } from '../../contract/index.js'
import { ErrorSummary } from './error-summary.js'
import { formErrors } from './form-errors.js'
import { emptyForm } from './form-state.js'
import { Mark } from './mark.js'
import { EnterSends, Switch } from './switch.js'
import { portalWords } from './words/words.js'

/** What a page behind a one-time link needs to know. It has no government yet, and no script. */
export type EntryContext = { readonly lang: Lang; readonly here: string; readonly style: string }

type EntryPageProps = {
  readonly context: EntryContext
  readonly title: string
  readonly hasErrors?: boolean
  /** The form whose content is taken along when the language changes. */
  readonly form?: string
  readonly children: ComponentChildren
}

/** A page before anybody can sign in, in the look of all others. */
export const EntryPage = ({ context: { lang, here, style }, title, hasErrors = false, form, children }: EntryPageProps) => {
  const words = portalWords[lang]
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${hasErrors ? words.errors.label : ''}${title}`}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="banner">
          <div class="wide banner-row">
            <span class="banner-name">
              <Mark />
              <b>{words.product}</b>
            </span>
            <EnterSends form={form} />
            <ul class="switches" aria-label={words.settings}>
              <li>
                <Switch here={here} form={form} to={`lang=${other}`} lang={portalWords[other].language}>
                  {words.otherLanguage}
                </Switch>
              </li>
            </ul>
          </div>
        </header>
        <main id="content" class="narrow" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

type EntryErrorsProps = { readonly lang: Lang; readonly problems: readonly FieldProblemView[]; readonly message: string }

/** All that is wrong with a form, each line leading to its field; or why there is none. */
export const EntryErrors = ({ lang, problems, message }: EntryErrorsProps) => {
  const sentences = problems.length === 0 && message !== '' ? [message] : []
  const errors = formErrors(
    { ...emptyForm, problems, sentences },
    (field) => `#${field}`,
    problems.map(({ field }) => ({ id: field })),
  )
  return errors.length === 0 ? null : <ErrorSummary words={portalWords[lang]} errors={errors} />
}

type EntryFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly problems: readonly FieldProblemView[]
  readonly lang: Lang
  readonly value?: string | undefined
  readonly type?: 'text' | 'password'
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'text'
  /** A list to choose from in place of a line to write in. */
  readonly options?: readonly { readonly id: string; readonly name: string }[]
}

/** A line of such a form: label, hint, what is wrong, control. */
export const EntryField = ({ id, label, hint = '', problems, lang, ...control }: EntryFieldProps) => {
  const problem = problems.find(({ field }) => field === id)
  const described = [hint === '' ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`].filter((part) => part !== '')
  const common = {
    id,
    name: id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
    'aria-required': 'true' as const,
  }
  return (
    <div class={problem === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>{label}</label>
      {hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="error" id={`${id}-error`}>
          <span class="said">{portalWords[lang].errors.label}</span>
          {problem.sentence}
        </p>
      )}
      <EntryControl common={common} {...control} />
    </div>
  )
}

type EntryControlProps = Pick<EntryFieldProps, 'value' | 'type' | 'autocomplete' | 'inputMode' | 'options'> & {
  readonly common: Readonly<Record<string, string | undefined>>
}

const EntryControl = ({
  common,
  value = '',
  type = 'text',
  autocomplete = 'off',
  inputMode = 'text',
  options,
}: EntryControlProps) => {
  const written = { value, autocomplete, inputMode, spellcheck: false, ...common }
  if (options === undefined)
    return type === 'password' ? <input type="password" {...written} /> : <input type="text" {...written} />
  return (
    <select {...common}>
      {options.map((option) => (
        <option key={option.id} value={option.id} selected={option.id === value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
