import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang, SessionView } from '../../../contract/index.js'
import { worded } from '../../parts/worded.js'
import { readStored, writeStored } from '../stored.js'
import { en } from './en.js'
import { type Words, zh } from './zh.js'

type Chosen = {
  readonly language: Lang
  readonly words: Words
  readonly calls: SessionView['calls']
  readonly choose: (language: Lang) => void
  /** From now on in the words of this government; null: of none. */
  readonly speakAs: (calls: SessionView['calls'] | null) => void
}

const generalCalls: Readonly<Record<Lang, SessionView['calls']>> = {
  zh: { matter: '事项', requester: '提出人', office: '主管机构' },
  en: { matter: 'matter', requester: 'requester', office: 'office' },
}

const Languages = createContext<Chosen>({
  language: 'zh',
  words: zh,
  calls: generalCalls.zh,
  choose: () => undefined,
  speakAs: () => undefined,
})

export const useLanguage = (): Chosen => useContext(Languages)
export const useWords = (): Words => useContext(Languages).words

/** The words of one screen, which stand beside it in both languages. */
export function useScreenWords<T>(of: Readonly<Record<Lang, T>>): T {
  const { language, calls } = useContext(Languages)
  return useMemo(() => worded(of[language], calls), [of, language, calls])
}

const key = 'huiyin:language'
const tags: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' }
export const languageTag = (language: Lang): string => tags[language]

/** In which the pages before this one were read, where the address says so, once; else as this browser keeps it. */
function firstLanguage(): Lang {
  const address = new URL(window.location.href)
  const asked = address.searchParams.get('lang')
  if (asked === 'zh' || asked === 'en') {
    writeStored('local', key, asked)
    address.searchParams.delete('lang')
    window.history.replaceState(null, '', address)
    return asked
  }
  return readStored('local', key) === 'en' ? 'en' : 'zh'
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Lang>(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = languageTag(language)
  }, [language])
  const choose = (next: Lang): void => {
    writeStored('local', key, next)
    setLanguage(next)
  }
  const [said, speakAs] = useState<SessionView['calls'] | null>(null)
  const calls = said ?? generalCalls[language]
  const words = useCalled(language, calls)
  return <Languages value={{ language, words, calls, choose, speakAs }}>{children}</Languages>
}

/** Below it one matter is spoken of: in the words of its own regulation, whatever else the government handles. */
export function InWordsOf({ calls, children }: { readonly calls: SessionView['calls']; readonly children: ReactNode }) {
  const chosen = useLanguage()
  const words = useCalled(chosen.language, calls)
  return <Languages value={{ ...chosen, words, calls }}>{children}</Languages>
}

const useCalled = (language: Lang, calls: SessionView['calls']): Words =>
  useMemo(() => worded(language === 'zh' ? zh : en, calls), [language, calls])
