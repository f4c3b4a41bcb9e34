import type { Lang } from './lang.js'

const withoutDay: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  zh: { undated: '未注明日期', draft: '草稿' },
  en: { undated: 'no date stated', draft: 'draft' },
}

/** A version of a regulation in words: the day it is named after, or that it has none. */
export const versionName = (lang: Lang, version: string): string => withoutDay[lang][version] ?? version

/** A text, told apart from the others of its title by its version. */
export const textName = (lang: Lang, title: string, version: string): string =>
  lang === 'zh' ? `${title}（${versionName(lang, version)}）` : `${title} (${versionName(lang, version)})`
