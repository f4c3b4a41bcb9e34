import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang, SessionView } from '../../../contract/index.js'
import { worded } from '../../parts/worded.js'
import { readStored, writeStored } from '../stored.js'
import { en } from './en.js'
import { type Words, zh } from './zh.js'

type Chosen = {
  readonly language: Lang
  readonly words: Words
  readonly choose: (language: Lang) => void
  /** From now on in the words of this government; null: of none. */
  readonly speakAs: (calls: SessionView['calls'] | null) => void
}

const Languages = createContext<Chosen>({ language: 'zh', words: zh, choose: () => undefined, speakAs: () => undefined })

export const useLanguage = (): Chosen => useContext(Languages)
export const useWords = (): Words => useContext(Languages).words

const generalCalls: Readonly<Record<Lang, SessionView['calls']>> = {
  zh: { matter: '事项', requester: '提出人', office: '主管机构' },
  en: { matter: 'matter', requester: 'requester', office: 'office' },
}

const key = 'huiyin:language'
const tags: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' }
export const languageTag = (language: Lang): string => tags[language]

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Lang>(() => (readStored('local', key) === 'en' ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.lang = languageTag(language)
  }, [language])
  const choose = (next: Lang): void => {
    writeStored('local', key, next)
    setLanguage(next)
  }
  const [calls, speakAs] = useState<SessionView['calls'] | null>(null)
  const words = useMemo(() => worded(language === 'zh' ? zh : en, calls ?? generalCalls[language]), [language, calls])
  return <Languages value={{ language, words, choose, speakAs }}>{children}</Languages>
}
