/** @jsxImportSource preact */
import type { GovernmentView, KnownHome, Problem, ProofChallenge } from '../../contract/index.js'
import { momentText } from '../parts/index.js'
import { EntryErrors, EntryField } from './entry-page.js'
import { ErrorSummary } from './error-summary.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf, writtenIn } from './page-context.js'
import { ProofField } from './proof-field.js'

type SignInProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly login: string
  /** Why nobody was let in; the password itself is never shown again. */
  readonly sentence?: string | undefined
  readonly challenge?: ProofChallenge | undefined
  /** What happened before: signed out, out of time, or a password set. */
  readonly said?: 'left' | 'again' | 'set' | undefined
}

/** Where those sign in who are known by name. */
export const KnownSignInPage = ({ context, government, login, sentence, challenge, said }: SignInProps) => {
  const words = wordsOf(context)
  const title = words.known.title(government.known)
  const isWrong = sentence !== undefined
  return (
    <Page context={context} title={title} at="known" hasErrors={isWrong}>
      <div class="narrow">
        {sentence !== undefined && <ErrorSummary words={words} errors={[{ href: '#login', sentence }]} />}
        {said !== undefined && (
          <p class="callout" role="status">
            {words.known[said]}
          </p>
        )}
        <h1>{title}</h1>
        <p class="lead">{words.known.lead}</p>
        <form class="panel" method="post" action={placeOf(government, 'known')} noValidate>
          <div class={isWrong ? 'field field-wrong' : 'field'}>
            <label for="login">{words.known.login}</label>
            <input
              type="text"
              id="login"
              name="login"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              value={login}
              aria-invalid={isWrong ? 'true' : undefined}
            />
          </div>
          <div class={isWrong ? 'field field-wrong' : 'field'}>
            <label for="password">{words.known.password}</label>
            <input
              type="password"
              id="password"
              name="password"
              autocomplete="current-password"
              aria-invalid={isWrong ? 'true' : undefined}
            />
          </div>
          <ProofField context={context} challenge={challenge} />
          <button class="button" type="submit">
            {words.known.enter}
          </button>
        </form>
        <p class="soft">{words.known.lost}</p>
      </div>
    </Page>
  )
}

type PasswordProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  /** Somebody else may know the present one: nothing else is done before. */
  readonly isDue: boolean
  readonly problem?: Problem | undefined
}

/** 修改密码. Whoever is signed in chooses another password. */
export const KnownPasswordPage = ({ context, government, isDue, problem }: PasswordProps) => {
  const words = wordsOf(context)
  const problems = problem?.problems ?? []
  const field = { problems, lang: context.lang, type: 'password' as const }
  return (
    <Page context={context} title={words.known.change} at="known" hasErrors={problem !== undefined}>
      <div class="narrow">
        {problem !== undefined && <EntryErrors lang={context.lang} problems={problems} message={problem.detail} />}
        {isDue && (
          <p class="callout" role="status">
            {words.known.isDue}
          </p>
        )}
        <h1>{words.known.change}</h1>
        <form class="panel" method="post" action={placeOf(government, 'known/password')} noValidate>
          <EntryField id="current" label={words.known.current} autocomplete="current-password" {...field} />
          <EntryField id="password" label={words.known.wanted} hint={words.known.rule} autocomplete="new-password" {...field} />
          <EntryField id="again" label={words.known.repeated} autocomplete="new-password" {...field} />
          <button class="button" type="submit">
            {words.known.change}
          </button>
        </form>
        <form method="post" action={placeOf(government, 'known/leave')} class="leave">
          <button class="button button-plain" type="submit">
            {words.known.leave}
          </button>
        </form>
      </div>
    </Page>
  )
}

type HomeProps = { readonly context: PageContext; readonly government: GovernmentView; readonly home: KnownHome }

/** 我提出的. Their matters, each with where it stands, what comes next, and what they are asked. */
export const KnownHomePage = ({ context, government, home }: HomeProps) => {
  const words = wordsOf(context)
  return (
    <Page context={context} title={words.known.home} at="known">
      <div class="narrow">
        <h1>{words.known.home}</h1>
        <p class="lead" lang={writtenIn(context)}>
          <b>{home.name}</b> {[home.list, home.standing].filter((part) => part !== '').join(' · ')}
        </p>
        {home.rows.length === 0 && <p class="callout">{words.known.none}</p>}
        <ul class="rows">
          {home.rows.map((row) => (
            <KnownRow key={row.number} row={row} context={context} government={government} />
          ))}
        </ul>
        {home.next !== null && (
          <p>
            <a href={`?after=${encodeURIComponent(home.next)}`}>{words.known.more}</a>
          </p>
        )}
        <KnownLog log={home.log} context={context} />
        <p>
          <a href={placeOf(government, 'known/password')}>{words.known.change}</a>
        </p>
        <form method="post" action={placeOf(government, 'known/leave')} class="leave">
          <button class="button button-plain" type="submit">
            {words.known.leave}
          </button>
          <p class="soft">{words.known.leaveNote}</p>
        </form>
      </div>
    </Page>
  )
}

/** What happened to their account: whoever else let themselves in stands there. */
const KnownLog = ({ log, context }: Pick<HomeProps, 'context'> & Pick<KnownHome, 'log'>) => {
  const words = wordsOf(context)
  return (
    <details>
      <summary>{words.known.log}</summary>
      <p class="soft">{words.known.logNote}</p>
      <ul>
        {log.map(({ at, who, what, address }) => (
          <li key={at.iso + what}>
            <time dateTime={at.iso}>{momentText(at, context.lang)}</time> {what} <bdi>{who}</bdi> {address}
          </li>
        ))}
      </ul>
    </details>
  )
}

const KnownRow = ({
  row,
  context,
  government,
}: Pick<HomeProps, 'context' | 'government'> & { readonly row: KnownHome['rows'][number] }) => {
  const words = wordsOf(context)
  const { coming } = row
  return (
    <li>
      <p class="row-title" lang={writtenIn(context)}>
        <a href={placeOf(government, `known/${row.number}`)}>
          <bdi>{row.title}</bdi>
        </a>
      </p>
      <p class="soft">
        <span class="tag">{row.shown.name}</span> {words.known.number} <span class="number">{row.number}</span>
      </p>
      {row.asked.length > 0 && (
        <p>
          <b>{words.known.asked}</b> <a href={`${placeOf(government, `known/${row.number}`)}#may`}>{row.asked.join(' / ')}</a>
        </p>
      )}
      {coming !== null && (
        <p class="soft">
          {words.known.next} {coming.name}
          {coming.dueAt !== null && (
            <>
              {' '}
              <time dateTime={coming.dueAt.iso}>{words.known.due(momentText(coming.dueAt, context.lang))}</time>
            </>
          )}
          {coming.isLate && <b> {words.known.late}</b>}
        </p>
      )}
    </li>
  )
}
