import type { GovernmentView, Lang } from '../../contract/index.js'
import { worded } from '../parts/worded.js'
import { portalWords, type Words } from './words/words.js'

/** The entry of a form that asks for another language or type size, and for nothing else. */
export const switchName = 'shown'

/** What every page needs to know: in which language and type, of which government, and where it stands. */
export type PageContext = {
  readonly lang: Lang
  /** 关怀版: large type. */
  readonly isLarge: boolean
  /** Null on pages of no government. */
  readonly government: GovernmentView | null
  /** The page's own address without a query, for the switches of language and type. */
  readonly here: string
  /** Of one file, in bytes. */
  readonly largestFile: number
  readonly assets: Readonly<Record<'style' | 'script' | 'writing' | 'solver', string>>
}

/** The words of a page as its government speaks; of no government: of matters in general. */
export function wordsOf({
  lang,
  government = null,
}: Pick<PageContext, 'lang'> & Partial<Pick<PageContext, 'government'>>): Words {
  const calls = government?.calls ?? generalCalls[lang]
  const key = `${lang} ${JSON.stringify(calls)}`
  const found = spoken.get(key) ?? worded(portalWords[lang], calls)
  spoken.set(key, found)
  return found
}

const spoken = new Map<string, Words>()

/** Where no government is chosen yet. 12345 is the government hotline everywhere in the country. */
const generalCalls: Readonly<Record<Lang, GovernmentView['calls']>> = {
  zh: { matter: '事项', write: '提交', hotline: '12345' },
  en: { matter: 'matter', write: 'submit a matter', hotline: '12345' },
}

/** On an English page, marks what people wrote as Chinese, so that it is read aloud as such. */
export const writtenIn = ({ lang }: { readonly lang: Lang }): string | undefined => (lang === 'en' ? 'zh-CN' : undefined)

/** An address of the form that a page is about: each kind of matter has one of its own. */
export const doorPlace = (government: { readonly id: string; readonly door: string }, path: string): string =>
  placeOf(government, government.door === '' ? path : `kinds/${government.door}/${path}`)

/** An address below the government's own. */
export const placeOf = (government: { readonly id: string }, path = ''): string => `/${government.id}/${path}`
