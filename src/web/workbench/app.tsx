import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { ConfigProvider } from 'antd'
import * as antdEnglish from 'antd/es/locale/en_US.js'
import type { Locale } from 'antd/es/locale/index.js'
import * as antdChinese from 'antd/es/locale/zh_CN.js'
import { useEffect } from 'react'
import type { Lang } from '../../contract/index.js'
import { Broken } from './frame/broken.js'
import { Problem } from './frame/problem.js'
import { Waiting } from './frame/waiting.js'
import { fetchAhead, Rooms } from './rooms.js'
import { SessionProvider, useSession } from './session.js'
import { ClearIcon } from './shown/clear-icon.js'
import { SignInPage } from './sign-in/sign-in-page.js'
import { theme } from './theme.js'
import { LanguageProvider, useLanguage } from './words/language.js'

export function App({ nonce }: { readonly nonce: string }) {
  return (
    <LanguageProvider>
      <Configured nonce={nonce} />
    </LanguageProvider>
  )
}

/** Engines before Chromium 88 know no `:where`, and drop each rule that begins with it: theirs are written without, and with sides by name. */
const isOlder = !CSS.supports('selector(:where(a))')
const forOlder = { hashPriority: 'high' as const, transformers: [legacyLogicalPropertiesTransformer] }

/** What opens over a room belongs to it: behind the whole page it would stand in no part of it that is told. */
const inRoom = (): HTMLElement => document.getElementById('room') ?? document.body

function Configured({ nonce }: { readonly nonce: string }) {
  const { language } = useLanguage()
  const controls = { button: { autoInsertSpace: false }, select: { clearIcon: <ClearIcon /> }, getPopupContainer: inRoom }
  return (
    <StyleProvider {...(isOlder && forOlder)}>
      <ConfigProvider csp={{ nonce }} theme={theme} locale={locales[language]} {...controls}>
        <SessionProvider>
          <Broken>
            <InOrOut />
          </Broken>
        </SessionProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}

function InOrOut() {
  const { standing, retry } = useSession()
  const isIn = standing.status === 'in'
  useEffect(() => {
    if (isIn) fetchAhead()
  }, [isIn])
  switch (standing.status) {
    case 'looking':
      return <Waiting />
    case 'failed':
      return <Problem problem={standing.problem} retry={retry} isPage />
    case 'out':
      return <SignInPage wasIn={standing.wasIn} />
    case 'in':
      return <Rooms session={standing.session} />
  }
}

/** The bundler reads antd as modules, the type checker as CommonJS: take the locale from wherever it lies. */
const localeIn = (module: object): Locale => {
  const found = 'default' in module ? (module.default as object) : module
  return ('default' in found ? found.default : found) as Locale
}

const locales: Readonly<Record<Lang, Locale>> = { zh: localeIn(antdChinese), en: localeIn(antdEnglish) }
