import type { PlainWords } from './plain-words.js'
import { sayEnglish } from './plain-words-en.js'
import { sayChinese } from './plain-words-zh.js'
import type { RuleWords } from './rule-words.js'
import { rulesInEnglish } from './rule-words-en.js'
import { rulesInChinese } from './rule-words-zh.js'

/** All that the writer says itself, in one language; names are the regulation's. */
export type SayWords = PlainWords & { readonly rule: RuleWords }

export const sayWords: Readonly<Record<'zh' | 'en', SayWords>> = {
  zh: { ...sayChinese, rule: rulesInChinese },
  en: { ...sayEnglish, rule: rulesInEnglish },
}
