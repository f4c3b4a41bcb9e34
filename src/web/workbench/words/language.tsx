import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Lang } from '../../../contract/index.js'
import { readStored, writeStored } from '../stored.js'
import { en } from './en.js'
import { type Words, zh } from './zh.js'

type Chosen = { readonly language: Lang; readonly words: Words; readonly choose: (language: Lang) => void }

const Languages = createContext<Chosen>({ language: 'zh', words: zh, choose: () => undefined })

export const useLanguage = (): Chosen => useContext(Languages)
export const useWords = (): Words => useContext(Languages).words

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
  return <Languages value={{ language, words: language === 'zh' ? zh : en, choose }}>{children}</Languages>
}
