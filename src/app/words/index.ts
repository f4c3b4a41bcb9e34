import type { Lang } from '../../contract/index.js'
import type { Name } from '../../core/index.js'
import { en } from './en.js'
import type { Words } from './words.js'
import { zh } from './zh.js'

export type { LedgerColumn, Words } from './words.js'

export const wordsOf = (lang: Lang): Words => (lang === 'zh' ? zh : en)

/** Advice that the regulation gives, or none. */
export const adviceIn = (lang: Lang, advice: Name | null): string => (advice === null ? '' : nameIn(lang, advice))

/** The regulation's own word; Chinese where it has no English one. */
export const nameIn = (lang: Lang, name: Name): string => (lang === 'en' && name.en !== '' ? name.en : name.zh)

/** Several reasons in one line. */
export const reasonsIn = (lang: Lang, reasons: readonly string[]): string => reasons.join(lang === 'zh' ? '；' : '; ')

/** What is said, after what it is about. */
export const saidOf = (lang: Lang, name: string, said: string): string =>
  lang === 'zh' ? `${name}：${said}` : `${name}: ${said}`
