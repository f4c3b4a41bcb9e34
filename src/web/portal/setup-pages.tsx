/** @jsxImportSource preact */
import { type FieldProblemView, type Lang, type RegulationSummary, textName } from '../../contract/index.js'
import { type EntryContext, EntryErrors, EntryField, EntryPage } from './entry-page.js'
import type { SetupWords } from './words/setup.js'

type SetupProps = {
  readonly context: EntryContext
  readonly words: SetupWords
  readonly regulations: readonly Pick<
    RegulationSummary,
    'id' | 'version' | 'title' | 'isInForce' | 'effectiveFrom' | 'effectiveTo'
  >[]
  /** As it was typed; passwords are never shown again. */
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblemView[]
  readonly message: string
}

const entries = {
  office: [
    { id: 'name', inputMode: 'text', autocomplete: 'organization', type: 'text' },
    { id: 'government', inputMode: 'text', autocomplete: 'off', type: 'text' },
    { id: 'numberPrefix', inputMode: 'numeric', autocomplete: 'off', type: 'text' },
  ],
  person: [
    { id: 'personName', inputMode: 'text', autocomplete: 'name', type: 'text' },
    { id: 'login', inputMode: 'text', autocomplete: 'username', type: 'text' },
    { id: 'password', inputMode: 'text', autocomplete: 'new-password', type: 'password' },
    { id: 'again', inputMode: 'text', autocomplete: 'new-password', type: 'password' },
  ],
} as const

const formId = 'setup-form'

/** 首次设置: the first government, what it works by, and who administers it. */
export const SetupPage = ({ context, words, regulations, typed, problems, message }: SetupProps) => {
  const { lang, here } = context
  const hasErrors = problems.length > 0 || message !== ''
  const field = (each: (typeof entries)['office' | 'person'][number]) => (
    <EntryField
      key={each.id}
      {...each}
      label={words.fields[each.id]}
      hint={words.hints[each.id]}
      problems={problems}
      lang={lang}
      value={each.type === 'password' ? '' : typed[each.id]}
    />
  )
  return (
    <EntryPage context={context} title={words.title} hasErrors={hasErrors} form={formId}>
      <EntryErrors lang={lang} problems={problems} message={message} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form id={formId} method="post" action={`${here}?lang=${lang}`} noValidate>
        <fieldset class="entry-group">
          <legend>{words.office}</legend>
          {entries.office.map(field)}
          <EntryField
            id="regulation"
            label={words.fields.regulation}
            hint={words.hints.regulation}
            problems={problems}
            lang={lang}
            value={typed.regulation}
            options={[{ id: '', name: words.choose }, ...regulations.map((each) => regulationOption(each, words, lang))]}
          />
        </fieldset>
        <fieldset class="entry-group">
          <legend>{words.person}</legend>
          {entries.person.map(field)}
        </fieldset>
        <button class="button" type="submit">
          {words.send}
        </button>
      </form>
    </EntryPage>
  )
}

function regulationOption({ id, version, title, ...force }: SetupProps['regulations'][number], words: SetupWords, lang: Lang) {
  return { id: `${id}@${version}`, name: `${textName(lang, title, version)}${force.isInForce ? '' : words.notInForce(force)}` }
}

/** Where there is nothing to set up by this address: why, and where a link is found. */
export const SetupShutPage = ({ context, words, message }: Pick<SetupProps, 'context' | 'words' | 'message'>) => (
  <EntryPage context={context} title={words.title} hasErrors={message !== ''}>
    <EntryErrors lang={context.lang} problems={[]} message={message} />
    <h1>{words.title}</h1>
    {words.whereLink.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <p>
      <a class="button" href={`/workbench/?lang=${context.lang}`}>
        {words.toWorkbench}
      </a>
    </p>
  </EntryPage>
)

/** What remains to be done after the first set-up, and the way in. */
export const SetupDonePage = ({ context, words }: Pick<SetupProps, 'context' | 'words'>) => (
  <EntryPage context={context} title={words.doneTitle}>
    <div class="callout callout-good" role="status">
      <h1>{words.doneTitle}</h1>
      <p>{words.doneLead}</p>
    </div>
    <h2>{words.remains}</h2>
    <ol>
      {words.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <p>
      <a class="button" href={`/workbench/administration/start?lang=${context.lang}`}>
        {words.signIn}
      </a>
    </p>
  </EntryPage>
)

type PasswordProps = Pick<SetupProps, 'context' | 'words' | 'problems' | 'message'> & {
  /** Whose password; empty where there is nobody to set one for. */
  readonly about: string
  /** The government in which whoever had the link signs in as one on a list, not as one of the staff. */
  readonly listedAt: string | null
}

/** The page behind the link of an account: its person sets a password. Without a person to set one for, only why. */
export const PasswordPage = ({ context, words, problems, message, about, listedAt }: PasswordProps) => (
  <EntryPage context={context} title={words.passwordTitle} hasErrors={message !== ''}>
    <EntryErrors lang={context.lang} problems={problems} message={message} />
    <h1>{words.passwordTitle}</h1>
    {about === '' ? (
      <>
        <p>{words.whereAccountLink}</p>
        <p>
          {listedAt === null ? (
            <a class="button" href={`/workbench/?lang=${context.lang}`}>
              {words.toWorkbench}
            </a>
          ) : (
            <a class="button" href={`/${listedAt}/known?lang=${context.lang}`}>
              {words.toSignIn}
            </a>
          )}
        </p>
      </>
    ) : (
      <>
        <p class="lead">{about}</p>
        <form method="post" action={`${context.here}?lang=${context.lang}`} noValidate>
          {entries.person
            .filter(({ type }) => type === 'password')
            .map((each) => (
              <EntryField
                key={each.id}
                {...each}
                label={words.fields[each.id]}
                hint={words.hints[each.id]}
                problems={problems}
                lang={context.lang}
              />
            ))}
          <button class="button" type="submit">
            {words.sendPassword}
          </button>
        </form>
      </>
    )}
  </EntryPage>
)
