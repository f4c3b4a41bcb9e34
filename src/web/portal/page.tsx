/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { GovernmentView } from '../../contract/index.js'
import { Mark } from './mark.js'
import { doorPlace, type PageContext, placeOf, wordsOf } from './page-context.js'
import { EnterSends, Switches } from './switch.js'
import type { Words } from './words/words.js'

export type MenuEntry = keyof Words['menu']

type PageProps = {
  readonly context: PageContext
  readonly title: string
  readonly at?: MenuEntry
  readonly children: ComponentChildren
  /** An error stands first in the title, so that it is read first. */
  readonly hasErrors?: boolean
  /** The form whose content is taken along when language or type size change. */
  readonly form?: string | undefined
  /** Whether something long is written here, or was just sent from such a page. */
  readonly isWriting?: boolean
  /** The regulation that what is shown here runs under, where it is not the first of the government's. */
  readonly runsUnder?: string | undefined
}

/** A whole page: head, banner, menu, content, footer. */
export const Page = ({ context, title, at, children, hasErrors = false, form, isWriting = false, runsUnder }: PageProps) => {
  const words = wordsOf(context)
  const { government } = context
  const name = government?.portalName ?? words.governments.title
  const titles = [hasErrors ? words.errors.label + title : title, name]
  return (
    <html lang={words.language} class={context.isLarge ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4a8f" />
        <meta name="format-detection" content="telephone=no" />
        <title>{[...new Set(titles)].join(' · ')}</title>
        <link rel="stylesheet" href={context.assets.style} />
        <link rel="icon" href="data:," />
        <script src={isWriting ? context.assets.writing : context.assets.script} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Banner context={context} words={words} form={form} />
        {government !== null && <Menu government={government} words={words} at={at} />}
        {government?.rehearsal && (
          <aside class="rehearsal" aria-label={words.rehearsalLabel}>
            {words.rehearsal(government.rehearsal.shown)}
          </aside>
        )}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} words={words} runsUnder={runsUnder} />
      </body>
    </html>
  )
}

type FrameProps = { readonly context: PageContext; readonly words: Words }

const Banner = ({ context, words, form }: FrameProps & Pick<PageProps, 'form'>) => {
  const { government } = context
  return (
    <header class="banner">
      <div class="wide banner-row">
        {/* The menu begins with the same address: one stop of the Tab key, not two. */}
        <a
          class="banner-name"
          href={government === null ? '/' : placeOf(government)}
          tabIndex={government === null ? undefined : -1}
        >
          {government?.emblem ? <Emblem government={government} emblem={government.emblem} /> : <Mark />}
          <span>
            <b>{government?.portalName ?? words.product}</b>
            {government !== null && <small>{government.name}</small>}
          </span>
        </a>
        <EnterSends form={form} />
        <Switches context={context} words={words} form={form} />
      </div>
    </header>
  )
}

/** The name stands beside it: it says nothing more to whoever does not see it. Its address changes with it, so that browsers keep it. */
const Emblem = ({ government, emblem }: { readonly government: GovernmentView; readonly emblem: string }) => (
  <img class="emblem" src={placeOf(government, `emblem?v=${emblem}`)} alt="" />
)

type MenuProps = { readonly government: GovernmentView; readonly words: Words; readonly at: MenuEntry | undefined }

const Menu = ({ government, words, at }: MenuProps) => {
  const entries: readonly (readonly [MenuEntry, string])[] = [
    ['home', ''],
    ...(government.hasDoor ? [['write', 'notice'] as const] : []),
    ...(government.isOutward
      ? ([
          ['track', 'track'],
          ['answers', 'answers'],
        ] as const)
      : []),
    ...(government.known === '' ? [] : [['known', 'known'] as const]),
  ]
  return (
    <nav class="menu" aria-label={words.navigation}>
      <ul class="wide">
        {entries.map(([entry, path]) => (
          <li key={entry}>
            <a href={placeOf(government, path)} aria-current={entry === at ? 'page' : undefined}>
              {words.menu[entry]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Footer = ({ context, words, runsUnder }: FrameProps & Pick<PageProps, 'runsUnder'>) => {
  const { government } = context
  return (
    <footer class="footer">
      <div class="wide">
        {government !== null && (
          <ul class="footer-links">
            {government.hasDoor && (
              <li>
                <a href={doorPlace(government, 'notice')}>{words.footer.notice}</a>
              </li>
            )}
            <li>
              <a href={doorPlace(government, 'rules')}>{words.footer.rules}</a>
            </li>
            {government.hasDoor && (
              <li>
                <a href={doorPlace(government, 'figures')}>{words.footer.figures}</a>
              </li>
            )}
          </ul>
        )}
        {government !== null && (
          <p>
            {words.footer.host(government.name)}
            <br />
            {words.footer.basis}
            {runsUnder ?? government.regulation.title}
          </p>
        )}
        {government !== null && <Registrations government={government} words={words} />}
        {government?.isOutward !== false && <p>{words.footer.privacy}</p>}
        <p>{words.footer.plain}</p>
      </div>
    </footer>
  )
}

/** 备案号. What the office filled in, and nothing where it filled in nothing. */
const Registrations = ({ government, words }: { readonly government: GovernmentView; readonly words: Words }) => {
  const { contact, address, icp, police, site } = government.registrations
  const shown = [
    contact === '' ? '' : words.footer.contact + contact,
    address === '' ? '' : words.footer.address + address,
    icp,
    police,
    site === '' ? '' : words.footer.site + site,
  ]
  const filled = shown.filter((each) => each !== '')
  return filled.length === 0 ? null : <p>{filled.join('　')}</p>
}
